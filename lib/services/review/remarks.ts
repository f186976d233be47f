import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { deleteDraftRemark, findRemark, insertRemark, markRemarkResolved, updateDraftRemark } from "@/lib/data/remarks";
import { findLastSummary, lockCaseForDecision } from "@/lib/data/review";
import { placeText } from "@/lib/licensing/remark-place";
import { remarkObstacle } from "@/lib/licensing/obstacles";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { codesOf } from "@/lib/terms/option-map";
import { type RemarkLevelCode, remarkLevels } from "@/lib/terms/remarks";
import { returnsOf } from "./case-facts";
import { summaryIn } from "./snapshot";

const Content = {
  level: z.enum(codesOf(remarkLevels) as [RemarkLevelCode, ...RemarkLevelCode[]]),
  text: z.string().trim().min(1, "请写明意见").max(500, "意见请不超过500字"),
};

export const DraftRemark = z.object({
  applicationId: z.uuid(),
  sectionKey: z.string().max(60),
  rowId: z.string().max(60).optional(),
  field: z.string().max(60).optional(),
  slot: z.string().max(60).optional(),
  ...Content,
});
export type DraftRemark = z.infer<typeof DraftRemark>;

export const RemarkChange = z.object({ remarkId: z.uuid(), ...Content });
export type RemarkChange = z.infer<typeof RemarkChange>;

/** 写一条意见草稿；退回补正之前企业看不到。 */
export async function draftRemark(actor: Actor, input: DraftRemark): Promise<{ remarkId: string }> {
  const staff = requireStaff(actor);
  return transaction(async (tx) => {
    const found = await lockCaseForDecision(tx, input.applicationId);
    if (!found?.submittedAt) throw notFound("这件申请");
    requireIntake(staff, found.officeCode, "这件申请");
    requireOwnHands(staff, found.holderId);
    const obstacle = remarkObstacle(found.state, returnsOf(found));
    if (obstacle) throw new Refusal("conflict", obstacle);
    const { applicationId, level, text, ...place } = input;
    const where = placeText(summaryIn(await findLastSummary(tx, applicationId)), place);
    if (!where) throw notFound("意见所指的内容");
    const remarkId = await insertRemark(tx, { caseId: applicationId, round: found.round, ...place, level, text, place: where, authorId: staff.accountId });
    await audit(tx, staff, "remark.draft", applicationId, where);
    return { remarkId };
  });
}

/** 改草稿；已发出的不能改。 */
export async function updateRemark(actor: Actor, { remarkId, level, text }: RemarkChange): Promise<void> {
  await withRemark(actor, remarkId, async (tx) => {
    if (!(await updateDraftRemark(tx, remarkId, { level, text }))) throw alreadySent();
    return "remark.change";
  });
}

/** 删草稿；已发出的不能删。 */
export async function removeRemark(actor: Actor, remarkId: string): Promise<void> {
  await withRemark(actor, remarkId, async (tx) => {
    if (!(await deleteDraftRemark(tx, remarkId))) throw alreadySent();
    return "remark.remove";
  });
}

/** 看过企业的答复与改动后，由形审人关闭意见；意见从不自行关闭。 */
export async function resolveRemark(actor: Actor, remarkId: string, resolved: boolean): Promise<void> {
  await withRemark(actor, remarkId, async (tx) => {
    if (!(await markRemarkResolved(tx, remarkId, resolved))) throw new Refusal("conflict", "这条意见还没有发出");
    return resolved ? "remark.resolve" : "remark.reopen";
  });
}

const alreadySent = (): Refusal => new Refusal("conflict", "这条意见已发给企业，不能再改");

function requireIntake(staff: StaffActor, officeCode: string, what: string): void {
  authorise(staff, "application.review", { officeCode }, what);
  if (!staff.roles.includes("intake")) throw forbidden("意见由受理岗填写");
}

function requireOwnHands(staff: StaffActor, holderId: string | null): void {
  if (holderId && holderId !== staff.accountId) throw new Refusal("conflict", "本案由他人承办，请先接办");
}

/** 锁住案件再动意见：退回、受理与改意见只有一个先。 */
async function withRemark(actor: Actor, remarkId: string, act: (tx: Db) => Promise<string>): Promise<void> {
  const staff = requireStaff(actor);
  await transaction(async (tx) => {
    const remark = await findRemark(tx, remarkId);
    if (!remark) throw notFound("这条意见");
    requireIntake(staff, remark.case.officeCode, "这条意见");
    const found = await lockCaseForDecision(tx, remark.case.id);
    requireOwnHands(staff, found?.holderId ?? null);
    if (found?.state !== "submitted") throw new Refusal("conflict", "本案已不在待形审，意见不能再改");
    await audit(tx, staff, await act(tx), remark.case.id, remark.place);
  });
}

async function audit(tx: Db, staff: StaffActor, action: string, caseId: string, place: string): Promise<void> {
  await recordAudit(tx, { actor: staff, action, subject: "Case", subjectId: caseId, detail: { place } });
}
