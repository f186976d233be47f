import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { insertVisitCodes, listLiveVisitCodes, lockVisitCodes } from "@/lib/data/evaluation-codes";
import type { GeneratedCodes } from "@/lib/evaluation/code-views";
import { RENEW_EARLY_DAYS, visitExpiry, visitValidityDays } from "@/lib/evaluation/codes";
import { parseServicePoints } from "@/lib/evaluation/service-points";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now } from "@/lib/services/platform/clock";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { shanghaiDate } from "@/lib/workflow/iso-date";

export const GenerateVisitCodesInput = z.object({
  /** 一行一个服务点，或写成范围。 */
  servicePoints: z.string().max(12_000, "请分批生成，这一批太长"),
  days: z.literal([...visitValidityDays], { error: "请选择有效期" }),
  idempotencyKey: z.uuid(),
});
export type GenerateVisitCodesInput = z.infer<typeof GenerateVisitCodesInput>;

/**
 * 生成一次一评码，一个服务点一个；已有有效码的不再生成（快到期的除外），一并说明。
 * @throws Refusal invalid 服务点没有写、写得不对
 */
export async function generateVisitCodes(actor: Actor, { servicePoints, days, idempotencyKey }: GenerateVisitCodesInput): Promise<GeneratedCodes> {
  const { accountId, officeCode } = requireStaff(actor);
  authorise(actor, "evaluation.codes", { officeCode });
  const parsed = parseServicePoints(servicePoints);
  if (!parsed.ok) throw new Refusal("invalid", parsed.message, { fields: { servicePoints: parsed.message } });
  const { points } = parsed;
  return transaction((tx) =>
    withIdempotency(tx, { key: idempotencyKey, accountId, action: "evaluation.codes", subject: officeCode }, async () => {
      await lockVisitCodes(tx, officeCode);
      const at = await now(tx);
      const known = await listLiveVisitCodes(tx, officeCode, points, visitExpiry(shanghaiDate(at), RENEW_EARLY_DAYS));
      const live = new Map(known.map(({ id, servicePoint }) => [servicePoint ?? "", id]));
      const [batchId, expiresAt] = [randomUUID(), visitExpiry(shanghaiDate(at), days)];
      const created = points.filter((point) => !live.has(point)).map((servicePoint) => ({ id: randomUUID(), servicePoint }));
      await insertVisitCodes(tx, created.map((code, index) => ({ ...code, batchId, officeCode, createdById: accountId, expiresAt, createdAt: new Date(at.getTime() - index) })));
      if (created.length > 0) await recordAudit(tx, { actor, action: "evaluation.generateCodes", subject: "EvaluationCode", subjectId: batchId, detail: { kind: "visit", days, ...batchFacts(created) } });
      const existing = points.flatMap((servicePoint) => {
        const id = live.get(servicePoint);
        return id ? [{ id, servicePoint }] : [];
      });
      return { ...(created.length > 0 ? { batchId } : {}), created, existing };
    }),
  );
}

/** 审计里说几个、从哪个到哪个；各个码凭批号（subjectId）找得到，不逐个抄进去。 */
function batchFacts(created: readonly { servicePoint: string }[]): Record<string, unknown> {
  return { count: created.length, firstServicePoint: created[0]?.servicePoint, ...(created.length > 1 ? { lastServicePoint: created.at(-1)?.servicePoint } : {}) };
}
