import { Refusal } from "@/lib/access/refusal";
import type { Actor } from "@/lib/access/actor";
import { closeTodosOf, insertMessage } from "@/lib/data/communication";
import { type Db } from "@/lib/data/client";
import { type ConfirmationRow, findConfirmationCase, lockCase, lockStandings, type PartyAnswer, storeAnswer } from "@/lib/data/party-confirmations";
import { insertCaseEvent } from "@/lib/data/review";
import { confirmationAnswer } from "@/lib/licensing/confirmation-notices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { applicationStates, type ApplicationStateCode } from "@/lib/terms/states";
import { findRival } from "./party-rival";

export type ConfirmationCase = NonNullable<Awaited<ReturnType<typeof findConfirmationCase>>>;

/** 现在不能答复的原因：只有待形审的时候能答复，补正期间内容未定，受理之后不能反悔。 */
export function answerObstacle(state: string): string | undefined {
  if (state === "submitted") return undefined;
  if (state === "correction") return "申请人正在补正，重新提交之后再请贵单位确认";
  return `这件申请${wordOf(applicationStates, state as ApplicationStateCode)}，不能再答复`;
}

/** 谁、以什么身份答复。 */
export interface Answering {
  actor: Actor & { accountId: string; name: string };
  role: "enterprise" | "intake";
  action: "confirmParty" | "declineParty" | "recordPartyConsent";
  said?: string;
}

/** 锁住案件再看：与受理、终止、补正同时来时，一个先办成。 */
export async function lockAnswerable(tx: Db, caseId: string): Promise<ConfirmationCase> {
  await lockCase(tx, caseId);
  const found = await findConfirmationCase(tx, caseId);
  if (!found) throw new Error(`case ${caseId} is not there`);
  const obstacle = answerObstacle(found.state);
  if (obstacle) throw new Refusal("conflict", obstacle);
  return found;
}

/** 写下答复：经过、审计、待办、告知申请人，在调用者的事务里。 */
export async function answerParty(tx: Db, found: ConfirmationCase, party: ConfirmationRow, { actor, role, action, said }: Answering): Promise<void> {
  const agreed = action !== "declineParty";
  if (agreed) await lockStandings(tx, [party.enterpriseId]);
  const rival = agreed ? await findRival(tx, [party.enterpriseId], found.id) : undefined;
  if (rival) throw new Refusal("conflict", `${role === "enterprise" ? "贵单位" : party.name}的${rival.text} 正在办理，办结或终止之后才能同意`);
  const answer: PartyAnswer = {
    state: agreed ? "confirmed" : "declined", answeredById: actor.accountId, answeredByName: actor.name, answeredAt: new Date(),
    ...(action === "recordPartyConsent" ? { paperNote: said ?? "" } : {}),
  };
  if (!(await storeAnswer(tx, found.id, party.enterpriseId, answer))) throw new Refusal("conflict", "已经答复过了，请刷新后查看");
  await closeTodosOf(tx, found.id, party.enterpriseId, "counterpartyConfirmation");
  await insertCaseEvent(tx, {
    caseId: found.id, action, fromState: found.state, toState: found.state, actorId: actor.accountId, actorName: actor.name, actorRole: role, note: [party.name, said].filter(Boolean).join("："),
  });
  await recordAudit(tx, { actor, action: `case.${action}`, subject: "Case", subjectId: found.id, detail: { party: party.uscc } });
  const subject = { caseId: found.id, number: found.number, business: wordOf(businesses, found.application?.business ?? ""), office: found.office.name };
  const { title, body, href } = confirmationAnswer(subject, party.name, { agreed, ...(said ? { said } : {}) });
  await insertMessage(tx, { enterpriseId: found.enterpriseId, caseId: found.id, title, body, href });
}
