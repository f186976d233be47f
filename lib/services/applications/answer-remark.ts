import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findSentRemark, storeRemarkAnswer } from "@/lib/data/applications";
import { transaction } from "@/lib/data/client";
import { recordAudit } from "@/lib/services/audit/record-audit";

export const AnswerRemarkInput = z.object({
  remarkId: z.uuid(),
  /** 「已修改」之外的说明，可空。 */
  answer: z.string().trim().max(500, "说明最多 500 个字"),
});
export type AnswerRemarkInput = z.infer<typeof AnswerRemarkInput>;

/** 补正意见逐条答复：勾选已修改，可附说明；必须修改的全部答复后才能重新提交。 */
export async function answerRemark(actor: Actor, { remarkId, answer }: AnswerRemarkInput): Promise<{ remarkId: string }> {
  requireEnterprise(actor);
  return transaction(async (tx) => {
    const remark = await findSentRemark(tx, remarkId);
    if (!remark) throw notFound("这条意见");
    authorise(actor, "application.edit", { enterpriseId: remark.case.enterpriseId }, "这条意见");
    if (remark.case.state !== "correction" || remark.resolvedAt) throw new Refusal("conflict", "这条意见现在不用答复");
    await storeRemarkAnswer(tx, remarkId, answer);
    await recordAudit(tx, { actor, action: "remark.answer", subject: "Remark", subjectId: remarkId });
    return { remarkId };
  });
}
