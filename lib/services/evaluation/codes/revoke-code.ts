import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { revokeLiveCode } from "@/lib/data/evaluation-codes";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { getOwnCode } from "./own-code";

export const RevokeCodeInput = z.object({
  codeId: z.uuid(),
  reason: z.string().trim().min(2, "请填写撤销的原因").max(200, "请将原因控制在 200 字以内"),
});

/**
 * 撤销：此后扫码、取图都说明已撤销；收到过的评价不变。
 * @throws Refusal conflict 已撤销
 */
export async function revokeCode(actor: Actor, { codeId, reason }: z.infer<typeof RevokeCodeInput>): Promise<void> {
  const { accountId } = requireStaff(actor);
  await transaction(async (tx) => {
    const code = await getOwnCode(actor, codeId, tx);
    if (!(await revokeLiveCode(tx, { id: code.id, by: accountId, reason }))) throw new Refusal("conflict", "这个二维码已经撤销");
    await recordAudit(tx, { actor, action: "evaluation.revokeCode", subject: "EvaluationCode", subjectId: code.id, detail: { reason, servicePoint: code.servicePoint, number: code.case?.number ?? null } });
  });
}
