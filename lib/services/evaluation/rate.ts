import { requireEnterprise } from "@/lib/access/can";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { type Db, transaction } from "@/lib/data/client";
import { claimPhone, closeEvaluationTodo, findPhoneUntil, insertEvaluation, lockCase } from "@/lib/data/evaluations";
import { FIVE_DAYS_SECONDS } from "@/lib/evaluation/phone";
import { RatingInput } from "@/lib/evaluation/rating";
import { encryptPhone, hashPhone } from "@/lib/integrations/vault/phone-vault";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { shanghaiDate, shanghaiMoment } from "@/lib/workflow/iso-date";
import { closedReason, getRatable } from "./open-rating";

export interface RateCommand {
  caseId: string;
  idempotencyKey: string;
  rating: unknown;
}

/**
 * 一事一评：保存评价、关闭待办，一个事务。
 * 依据：手册“同一手机号5天内只能填报一次”；GB/T 39734-2020 一事一评。
 * @throws Refusal invalid（逐字段）、conflict（已评过、已截止）、tooMany（五天内评过，说明何时可评）
 */
export async function rate(actor: Actor, command: RateCommand): Promise<{ evaluationId: string }> {
  const { accountId } = requireEnterprise(actor);
  const rating = parseRating(command.rating);
  return transaction((tx) =>
    withIdempotency(tx, { key: command.idempotencyKey, accountId, action: "rate", subject: command.caseId }, async () => {
      await lockCase(tx, command.caseId);
      const found = await getRatable(tx, actor, command.caseId);
      const closedBecause = await closedReason(tx, found.id, shanghaiDate(found.finishedAt));
      if (closedBecause) throw new Refusal("conflict", closedBecause);
      await takeTurn(tx, rating.phone);
      const evaluation = await insertEvaluation(tx, {
        caseId: found.id,
        channel: "todo",
        officeCode: found.officeCode,
        matter: found.application?.business ?? found.kind,
        level: rating.level,
        options: rating.options,
        comment: rating.text || null,
        raterName: rating.name || null,
        phoneHash: hashPhone(rating.phone),
        phoneEncrypted: encryptPhone(rating.phone),
      });
      await closeEvaluationTodo(tx, found.id);
      await recordAudit(tx, { actor, action: "evaluation.rate", subject: "Case", subjectId: found.id, detail: { evaluationId: evaluation.id, level: rating.level } });
      return { evaluationId: evaluation.id };
    }),
  );
}

function parseRating(input: unknown): RatingInput {
  const parsed = RatingInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? "level"), issue.message]));
  throw new Refusal("invalid", "评价还有需要修改的地方", { fields });
}

async function takeTurn(tx: Db, phone: string): Promise<void> {
  const hash = hashPhone(phone);
  if (await claimPhone(tx, hash, FIVE_DAYS_SECONDS)) return;
  const until = await findPhoneUntil(tx, hash);
  const when = until ? `，${shanghaiMoment(until)}之后可以再评` : "";
  throw new Refusal("tooMany", `这个手机号码五天内已评价过${when}`, { fields: { phone: `这个手机号码五天内已评价过${when}` } });
}
