import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findSealedPhone, insertBadRatingEvent, lockBadRating } from "@/lib/data/bad-ratings";
import { transaction } from "@/lib/data/client";
import { PHONE_REASON_MAX } from "@/lib/evaluation/bad-ratings/phone-look";
import { decryptPhone } from "@/lib/integrations/vault/phone-vault";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { mayLookUpPhone, WHAT } from "./standing";

export const LookUpPhoneInput = z.object({
  badRatingId: z.uuid(),
  reason: z.string().trim().min(1, "请写明查看电话的理由").max(PHONE_REASON_MAX, `请将理由控制在${PHONE_REASON_MAX}字以内`),
});

/**
 * 查看评价人电话：只有好差评管理员、只为回访、须写理由；看一次记一次审计与经过，号码不入记录。
 * @throws Refusal conflict 还没有到回访
 */
export async function lookUpPhone(actor: Actor, { badRatingId, reason }: z.output<typeof LookUpPhoneInput>): Promise<{ phone: string }> {
  const staff = requireStaff(actor);
  authorise(staff, "badRating.dispatch", { officeCode: staff.officeCode });
  return transaction(async (tx) => {
    const record = await lockBadRating(tx, badRatingId);
    if (!record) throw notFound(WHAT);
    authorise(staff, "badRating.dispatch", { officeCode: record.officeCode }, WHAT);
    if (!mayLookUpPhone(staff, record)) throw new Refusal("conflict", "答复之后、办结之前才能为回访查看电话");
    const sealed = await findSealedPhone(tx, record.evaluationId);
    if (!sealed) throw notFound("这个号码");
    await insertBadRatingEvent(tx, { badRatingId: record.id, action: "lookUpPhone", fromState: record.state, toState: record.state, actorId: staff.accountId, actorName: staff.name, note: `理由：${reason}` });
    await recordAudit(tx, { actor: staff, action: "badRating.phone", subject: "BadRating", subjectId: record.id, detail: { reason } });
    return { phone: decryptPhone(sealed) };
  });
}
