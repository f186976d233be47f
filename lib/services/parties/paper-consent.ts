import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { listConfirmations } from "@/lib/data/party-confirmations";
import { findCaseStanding } from "@/lib/data/review";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { answerParty, lockAnswerable } from "./answer-party";

export const PaperConsentInput = z.object({
  applicationId: z.uuid(),
  /** 哪一家，统一社会信用代码。 */
  party: z.string().max(40),
  note: z.string().trim().min(5, "请写明收到了什么书面材料，至少5个字").max(500, "说明请不超过500字"),
  idempotencyKey: z.uuid(),
});
export type PaperConsentInput = z.infer<typeof PaperConsentInput>;

/**
 * 另一方不便在网上确认的，由受理岗登记它的书面同意（决定八）。
 * @throws Refusal forbidden 不是受理岗；conflict 由别人承办、已答复、现在不能登记
 */
export async function recordPaperConsent(actor: Actor, { applicationId, party, note, idempotencyKey }: PaperConsentInput): Promise<{ state: "confirmed" }> {
  const staff = requireStaff(actor);
  if (!staff.roles.includes("intake")) throw forbidden("书面同意由受理岗登记");
  return transaction((tx) =>
    withIdempotency(tx, { key: idempotencyKey, accountId: staff.accountId, action: "recordPaperConsent", subject: `${applicationId} ${party}` }, async () => {
      const standing = await findCaseStanding(tx, applicationId);
      if (!standing?.submittedAt) throw notFound("这件申请");
      authorise(actor, "application.review", { officeCode: standing.officeCode }, "这件申请");
      const found = await lockAnswerable(tx, applicationId);
      const row = (await listConfirmations(tx, applicationId)).find(({ uscc }) => uscc === party);
      if (!row) throw notFound("这家企业");
      if (standing.holderId && standing.holderId !== staff.accountId) throw new Refusal("conflict", "本案由他人承办，请先接办");
      await answerParty(tx, found, row, { actor: staff, role: "intake", action: "recordPartyConsent", said: note });
      return { state: "confirmed" as const };
    }),
  );
}
