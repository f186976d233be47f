import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { type FollowUpRecord, setUnderRectification } from "@/lib/data/follow-ups";
import { faultInReason } from "@/lib/forms/written-text";
import { conditionInWords } from "@/lib/licensing/personnel/conditions";
import { unmetConditions } from "@/lib/services/licences/unmet-conditions";
import { now } from "@/lib/services/platform/clock";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { closeOwnTodos } from "./keep-conditions";
import { lockTask, noteOnCase, settleTask, stale } from "./lock-task";
import { openRectification } from "./open-follow-up";
import { tellEnterprise } from "./tell-enterprise";

export const RecordConditionsInput = z.object({
  followUpId: z.uuid(),
  revision: z.int().positive(),
  verdict: z.enum(["kept", "lost"]),
  note: z.string().trim().max(1000, "情况最多 1000 个字").default(""),
});
export type RecordConditionsInput = z.input<typeof RecordConditionsInput>;

interface Judgement {
  staff: StaffActor;
  record: FollowUpRecord;
  note: string;
  moment: Date;
  /** 此刻按在册人员核对仍不符合的，一项一句。 */
  unmet: readonly string[];
  licenceId: string | null;
}

/**
 * 限期补足的核对结论。系统按在册人员再核一遍：仍不符合的不能记作符合；期限届满仍不符合的，责令限期整改，
 * 许可证显示整改中；整改后仍不符合的，在那件任务里提出撤销。
 * @throws Refusal conflict 别人先办了、期限未到、结论与在册人员不符；invalid 没有写明情况
 */
export async function recordConditions(actor: Actor, input: RecordConditionsInput): Promise<void> {
  const staff = requireStaff(actor);
  const note = input.note?.trim() ?? "";
  await transaction(async (tx) => {
    const record = await lockTask(tx, input.followUpId, ["conditions"]);
    authorise(staff, "commitment.verify", { officeCode: record.officeCode }, "这件任务");
    if (record.revision !== input.revision || record.state !== "open") throw stale();
    const moment = await now(tx);
    const found = await unmetConditions(tx, record.enterpriseId, shanghaiDate(moment));
    const judgement = { staff, record, note, moment, unmet: found?.unmet.map(conditionInWords) ?? [], licenceId: found?.licenceId ?? null };
    await outcomes[input.verdict](tx, judgement);
  });
}

const outcomes: Readonly<Record<RecordConditionsInput["verdict"], (tx: Db, judgement: Judgement) => Promise<void>>> = { kept, lost };

async function kept(tx: Db, { staff, record, note, moment, unmet }: Judgement): Promise<void> {
  if (unmet.length > 0) throw new Refusal("conflict", `按在册人员核对仍不符合：${unmet.join("；")}；请企业办理人员入职；期限届满之后才能记为仍不符合`);
  const result = note === "" ? "在册人员符合许可条件" : note;
  await settleTask(tx, staff, record, "followUp.conditionsKept", { state: "met", result, closedAt: moment, closedById: staff.accountId });
  await closeOwnTodos(tx, record);
  await noteOnCase(tx, staff, record, "conditionsKept", staff.roles[0] ?? "", note);
  await tellEnterprise(tx, record, "conditionsMet", { followUpId: record.id, dueOn: "" });
}

async function lost(tx: Db, { staff, record, note, moment, unmet, licenceId }: Judgement): Promise<void> {
  const today = shanghaiDate(moment);
  if (record.dueOn >= today) throw new Refusal("conflict", `期限到${formatChineseDate(record.dueOn)}，届满之后才能记为仍不符合`);
  if (licenceId === null) throw new Refusal("conflict", "许可证已经注销或撤销，不必再整改");
  if (unmet.length === 0) throw new Refusal("conflict", "按在册人员核对已经符合许可条件，请记为符合许可条件");
  const fault = faultInReason(note, "请写明核对的情况", "情况");
  if (fault) throw new Refusal("invalid", fault, { fields: { note: fault } });
  await settleTask(tx, staff, record, "followUp.conditionsLost", { state: "failed", result: note, closedAt: moment, closedById: staff.accountId });
  await closeOwnTodos(tx, record);
  await noteOnCase(tx, staff, record, "conditionsLost", staff.roles[0] ?? "", note);
  await setUnderRectification(tx, licenceId, true);
  const { caseId, enterpriseId, officeCode } = record;
  await openRectification(tx, { caseId, enterpriseId, officeCode, licenceId, on: today, note: `${unmet.join("；")}。${note}`, origin: "conditions", by: { id: staff.accountId, name: staff.name } });
}
