import * as z from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, can, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { findApplicationRecord } from "@/lib/data/applications";
import { type Db, db, transaction } from "@/lib/data/client";
import { type ConfirmationRow, findConfirmationCase, listConfirmations } from "@/lib/data/party-confirmations";
import { findCaseHistory } from "@/lib/data/applications";
import type { ConfirmationView } from "@/lib/licensing/confirmations";
import type { LicensingContext } from "@/lib/licensing/context";
import type { EffectWords } from "@/lib/licensing/effect-words";
import { peopleOf } from "@/lib/licensing/people";
import { reorganisationOf } from "@/lib/licensing/reorganisation";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { type ConfirmationStateCode, confirmationStates, reorganisations } from "@/lib/terms/reorganisation";
import { finishedStates } from "@/lib/terms/states";
import { answerObstacle, answerParty, type ConfirmationCase, lockAnswerable } from "./answer-party";
import { effectsNow, effectsWhenGranted, presentContext } from "./effects-of-case";

export const AnswerConfirmationInput = z.object({
  caseId: z.uuid(),
  agree: z.boolean(),
  reason: z.string().trim().max(500, "理由请不超过500字").optional(),
  idempotencyKey: z.uuid(),
});
export type AnswerConfirmationInput = z.infer<typeof AnswerConfirmationInput>;

const WHAT = "这件申请";

/** 本企业作为另一方的那一条；别家的、没有的都是「没有找到」。 */
async function ownRow(database: Db, { enterpriseId }: EnterpriseActor, caseId: string): Promise<ConfirmationRow> {
  const row = (await listConfirmations(database, caseId)).find((one) => one.enterpriseId === enterpriseId);
  if (!row) throw notFound(WHAT);
  return row;
}

/**
 * 另一方看到的：谁申请什么，准予之后本单位的许可证与人员会怎样。办结的按签发时实际发生的写。
 * @throws Refusal notFound 没有列本企业为另一方
 */
export async function getConfirmation(actor: Actor, caseId: string): Promise<ConfirmationView> {
  const enterprise = requireEnterprise(actor);
  authorise(actor, "application.read", { enterpriseId: enterprise.enterpriseId }, WHAT);
  const row = await ownRow(db(), enterprise, caseId);
  const [found, record] = [await findConfirmationCase(db(), caseId), await findApplicationRecord(caseId)];
  if (!found || !record) throw notFound(WHAT);
  const context = await presentContext(db(), record);
  const words = await wordsAt(found, context);
  const own = words.find(({ uscc }) => uscc === row.uscc);
  const obstacle = answerObstacle(found.state);
  const type = reorganisationOf(context.answers);
  return {
    caseId, number: found.number, business: wordOf(businesses, record.business), kind: type ? reorganisations[type] : "", applicant: found.enterprise,
    officeName: found.office.name, submittedAt: found.submittedAt?.toISOString() ?? "",
    ...(own ? { own } : {}),
    others: words.filter((one) => one !== own),
    moving: found.state === "correction" ? [] : movingFrom(row.uscc, context),
    state: row.state as ConfirmationStateCode, stateWord: wordOf(confirmationStates, row.state),
    answeredBy: row.answeredByName ?? "", answeredAt: row.answeredAt?.toISOString() ?? "", paperNote: row.paperNote ?? "",
    ...(obstacle ? { closedBecause: obstacle } : {}),
    mayAnswer: can(actor, "application.submit", { enterpriseId: row.enterpriseId }),
  };
}

/** 在办的按此刻；准予的按签发时写下的；补正中、没有准予的不说。 */
async function wordsAt({ id, state }: ConfirmationCase, context: LicensingContext): Promise<EffectWords[]> {
  if (state === "granted") return effectsWhenGranted((await findCaseHistory(db(), id))?.events ?? []);
  if (state === "correction" || (finishedStates as readonly string[]).includes(state) || state === "discarded") return [];
  const record = await findApplicationRecord(id);
  return record ? effectsNow(record, context) : [];
}

function movingFrom(uscc: string, { answers, parties = [] }: LicensingContext): string[] {
  const moving = parties.find((party) => party.uscc === uscc)?.people?.moving ?? [];
  return [...new Map(peopleOf(answers).filter(({ idNumber }) => moving.includes(idNumber)).map(({ idNumber, name }) => [idNumber, name])).values()];
}

/**
 * 【同意】【不同意】：企业管理员或提交人办理，不同意须写理由；经过与审计都留下。
 * @throws Refusal notFound 没有列本企业；forbidden 填报人；conflict 已答复、已受理、自己的申请还没办结；invalid 没写理由
 */
export async function answerConfirmation(actor: Actor, input: AnswerConfirmationInput): Promise<{ state: ConfirmationStateCode }> {
  const enterprise = requireEnterprise(actor);
  authorise(actor, "application.submit", { enterpriseId: enterprise.enterpriseId }, WHAT);
  return transaction((tx) =>
    withIdempotency(tx, { key: input.idempotencyKey, accountId: enterprise.accountId, action: "answerConfirmation", subject: input.caseId }, async () => {
      const row = await ownRow(tx, enterprise, input.caseId);
      if (!input.agree && (input.reason ?? "").length < 5) throw new Refusal("invalid", "请写明不同意的理由，至少5个字", { fields: { reason: "请写明不同意的理由，至少5个字" } });
      const found = await lockAnswerable(tx, row.caseId);
      await answerParty(tx, found, row, { actor: enterprise, role: "enterprise", action: input.agree ? "confirmParty" : "declineParty", ...(input.reason && !input.agree ? { said: input.reason } : {}) });
      return { state: input.agree ? ("confirmed" as const) : ("declined" as const) };
    }),
  );
}
