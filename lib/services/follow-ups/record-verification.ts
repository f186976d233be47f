import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { type FollowUpRecord, setUnderRectification } from "@/lib/data/follow-ups";
import { countRunningRectifications } from "@/lib/data/revocations";
import { faultInReason } from "@/lib/forms/written-text";
import { type Verdict, verdicts, verdictsOf } from "@/lib/licensing/follow-up-views";
import { now } from "@/lib/services/platform/clock";
import type { FollowUpEvent, FollowUpKind } from "@/lib/terms/follow-ups";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { lockTask, noteOnCase, settleTask, stale } from "./lock-task";
import { licenceOfTask } from "./licence-of-task";
import { barPromises } from "./bar-promises";
import { openRectification } from "./open-follow-up";
import { proposeRevocation } from "./propose-revocation";
import { tellEnterprise } from "./tell-enterprise";

export const RecordVerificationInput = z.object({
  followUpId: z.uuid(),
  revision: z.int().positive(),
  verdict: z.enum(["truthful", "rectify", "revoke", "rectified"]),
  note: z.string().trim().max(1000, "情况最多 1000 个字").default(""),
  article: z.string().trim().max(200, "依据最多 200 个字").default(""),
});
export type RecordVerificationInput = z.input<typeof RecordVerificationInput>;

interface Finding {
  staff: StaffActor;
  record: FollowUpRecord;
  note: string;
  article: string;
  moment: Date;
  today: string;
}

/**
 * 记下承诺核查（或整改复核）的结论：属实、限期整改、提出撤销许可（决定十三）；撤销须另一人确认才生效。
 * @throws Refusal conflict 别人先办了，或许可证已不在；invalid 没有写明情况、依据
 */
export async function recordVerification(actor: Actor, input: RecordVerificationInput): Promise<void> {
  const staff = requireStaff(actor);
  const { note = "", article = "", verdict } = input;
  await transaction(async (tx) => {
    const record = await lockTask(tx, input.followUpId, ["verification", "rectification"]);
    authorise(staff, "commitment.verify", { officeCode: record.officeCode }, "这件任务");
    if (record.revision !== input.revision || !["open", "supplied"].includes(record.state)) throw stale();
    requireSaid(record, verdict, note.trim(), article.trim());
    const moment = await now(tx);
    const finding = { staff, record, note: note.trim(), article: article.trim(), moment, today: shanghaiDate(moment) };
    await outcomes[verdict](tx, finding);
  });
}

function requireSaid(record: FollowUpRecord, verdict: Verdict, note: string, article: string): void {
  if (!verdictsOf[record.kind as FollowUpKind]?.includes(verdict)) throw new Refusal("invalid", `${verdicts[verdict]}不是这件任务的结论，请重新选择`);
  const fault = faultInReason(note, "请写明核查的情况", "情况");
  const fields = {
    ...(fault && verdict !== "truthful" ? { note: fault } : {}),
    ...(article === "" && verdict === "revoke" ? { article: "请选择或写明法律依据" } : {}),
  };
  const [first] = Object.values(fields);
  if (first) throw new Refusal("invalid", first, { fields });
}

const outcomes: Readonly<Record<z.output<typeof RecordVerificationInput>["verdict"], (tx: Db, finding: Finding) => Promise<void>>> = {
  truthful: (tx, finding) => close(tx, finding, "met", "promiseTruthful"),
  rectify: orderRectification,
  rectified: acceptRectification,
  revoke: (tx, { staff, record, note, article }) => proposeRevocation(tx, staff, record, { reason: note, article }),
};

async function close(tx: Db, { staff, record, note, moment }: Finding, state: "met" | "failed", event: FollowUpEvent): Promise<void> {
  await settleTask(tx, staff, record, `followUp.${event}`, { state, result: note === "" ? "属实" : note, closedAt: moment, closedById: staff.accountId });
  await noteOnCase(tx, staff, record, event, staff.roles[0] ?? "", note);
}

async function orderRectification(tx: Db, finding: Finding): Promise<void> {
  const { staff, record, note, today } = finding;
  const licenceId = await licenceOfTask(tx, record);
  await close(tx, finding, "failed", "rectificationOrdered");
  if (licenceId) await setUnderRectification(tx, licenceId, true);
  await barPromises(tx, { staff, record, today, outcome: "rectify" });
  await openRectification(tx, { caseId: record.caseId, enterpriseId: record.enterpriseId, officeCode: record.officeCode, licenceId, on: today, note, origin: "promise", by: { id: staff.accountId, name: staff.name } });
}

async function acceptRectification(tx: Db, finding: Finding): Promise<void> {
  const { record } = finding;
  await close(tx, finding, "met", "rectified");
  // 另有整改没有了结的，许可证仍是整改中
  if (record.licenceId && (await countRunningRectifications(tx, record.licenceId)) === 0) await setUnderRectification(tx, record.licenceId, false);
  await tellEnterprise(tx, record, "rectificationMet", { followUpId: record.id, dueOn: record.dueOn });
}
