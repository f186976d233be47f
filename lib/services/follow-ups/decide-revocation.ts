import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import type { FollowUpRecord } from "@/lib/data/follow-ups";
import { decideOnRevocation, findRevocation, type RevocationRow } from "@/lib/data/revocations";
import { faultInReason } from "@/lib/forms/written-text";
import { hearingHindrance, revocationActions, revocationActionsFor } from "@/lib/licensing/revocation";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { revokeLicence } from "@/lib/services/licences/revoke-licence";
import { moment } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { barPromises } from "./bar-promises";
import { detailOf } from "./follow-up-view";
import { lockTask, noteOnCase, settleTask, stale } from "./lock-task";
import { tellEnterprise } from "./tell-enterprise";

export const DecideRevocationInput = z.object({
  followUpId: z.uuid(),
  revision: z.int().positive(),
  action: z.enum(revocationActions),
  note: z.string().trim().max(1000, "说明最多 1000 个字").default(""),
});
export type DecideRevocationInput = z.input<typeof DecideRevocationInput>;

interface Decision {
  staff: StaffActor;
  record: FollowUpRecord;
  proposal: RevocationRow;
  note: string;
  moment: Date;
}

/**
 * 决定提出的撤销：确认的当即生效，不同意的退回审查岗。提出的人自己不能办（流程表与表上的约束都不许）。
 * @throws Refusal conflict 别人先办了、许可证已不在、提出的人自己来办；invalid 退回而没有写明理由、听证的期限未满而没有写明
 */
export async function decideRevocation(actor: Actor, input: DecideRevocationInput): Promise<void> {
  const staff = requireStaff(actor);
  const note = input.note?.trim() ?? "";
  await transaction(async (tx) => {
    const record = await lockTask(tx, input.followUpId, ["verification", "rectification"]);
    authorise(staff, "licence.revoke", { officeCode: record.officeCode }, "这件任务");
    const proposal = await findRevocation(tx, record.id);
    if (!proposal) throw notFound("拟撤销");
    if (record.revision !== input.revision || record.state !== "proposed" || proposal.state !== "pending") throw stale();
    const offered = revocationActionsFor(proposal, staff).find(({ action }) => action === input.action);
    if (!offered) throw forbidden();
    if (offered.blockedBy) throw new Refusal("conflict", offered.blockedBy);
    const fault = faultInReason(note, "请写明为什么不撤销", "说明");
    if (offered.needs.includes("reason") && fault) throw new Refusal("invalid", fault, { fields: { note: fault } });
    const { now, today, calendar } = await moment(tx);
    const hindrance = input.action === "confirm" ? hearingHindrance({ deliveredOn: proposal.hearingDeliveredOn, note, today }, calendar) : undefined;
    if (hindrance) throw new Refusal("invalid", hindrance, { fields: { note: hindrance } });
    await outcomes[input.action](tx, { staff, record, proposal, note, moment: now });
  });
}

const outcomes: Readonly<Record<DecideRevocationInput["action"], (tx: Db, decision: Decision) => Promise<void>>> = { confirm, reject };

async function decided(tx: Db, { staff, proposal, note, moment }: Decision, state: "confirmed" | "rejected"): Promise<void> {
  const written = await decideOnRevocation(tx, proposal.id, { state, decidedById: staff.accountId, decidedByName: staff.name, decidedAt: moment, note: note || null });
  if (!written) throw stale();
}

/** 先了结任务与提议，再终止许可证：终止会取消针对它的其他任务。 */
async function confirm(tx: Db, decision: Decision): Promise<void> {
  const { staff, record, proposal, moment } = decision;
  const { reason, article, licenceId } = proposal;
  const today = shanghaiDate(moment);
  await decided(tx, decision, "confirmed");
  await settleTask(tx, staff, record, "followUp.licenceRevoked", { state: "failed", result: `撤销许可：${reason}`, closedAt: moment, closedById: staff.accountId });
  const { number } = await revokeLicence(tx, { enterpriseId: record.enterpriseId, caseId: record.caseId, licenceId, reason, today });
  await noteOnCase(tx, staff, record, "licenceRevoked", "signer", `理由：${reason}；依据：${article}`);
  if (detailOf(record).origin !== "conditions") await barPromises(tx, { staff, record, today, outcome: "revoke" });
  const messageId = await tellEnterprise(tx, record, "revoked", { followUpId: record.id, dueOn: record.dueOn, note: reason, article, licenceNumber: number });
  await issueDocument(tx, {
    caseId: record.caseId, enterpriseId: record.enterpriseId, followUpId: record.id, kind: "revocation", values: { reason, article, licenceNumber: number },
    by: { id: staff.accountId, name: staff.name }, messageId,
  });
}

async function reject(tx: Db, decision: Decision): Promise<void> {
  const { staff, record, proposal, note } = decision;
  await decided(tx, decision, "rejected");
  await settleTask(tx, staff, record, "followUp.revocationRejected", { state: proposal.formerState });
  await noteOnCase(tx, staff, record, "revocationRejected", "signer", "");
  await tellEnterprise(tx, record, "revocationRejected", { followUpId: record.id, dueOn: record.dueOn, note, licenceNumber: proposal.licenceNumber });
}
