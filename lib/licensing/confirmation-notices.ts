import type { EffectWords } from "./effect-words";
import type { NoticeSubject, NoticeText, TodoText } from "./notices";

const href = (caseId: string): string => `/confirmations/${caseId}`;
const saidOf = (own: EffectWords | undefined): string => (own ? own.lines.join("；") : "");

/** 请另一方确认：消息、短信与待办。 */
export function confirmationRequest({ caseId, number, business, office }: NoticeSubject, applicant: string, own: EffectWords | undefined): NoticeText & { sms: string } {
  return {
    title: `请确认${applicant}的${business}`,
    body: `${applicant}向${office}提交了${business}（${number}），把贵单位列为被吸收方企业。准予之后，贵单位：${saidOf(own)}。请确认是否同意，贵单位同意之前不会受理。`,
    href: href(caseId),
    sms: `${applicant}的${business}（${number}）把贵单位列为被吸收方企业，请登录系统确认是否同意。`,
  };
}

export function confirmationTodo({ caseId, number, business }: NoticeSubject, applicant: string): TodoText {
  return { kind: "counterpartyConfirmation", title: `请确认是否同意${business}`, detail: `${applicant}，${number}`, href: href(caseId) };
}

/** 告诉申请人：另一方同意或不同意了。 */
export function confirmationAnswer({ caseId, number, business }: NoticeSubject, party: string, answer: { agreed: boolean; said?: string }): NoticeText {
  const word = answer.agreed ? "已同意" : "不同意";
  const why = answer.said ? `${answer.agreed ? "" : "理由："}${answer.said}。` : "";
  const next = answer.agreed ? "" : "对方同意之前不能受理；请与对方商定，待办理机构退回补正后修改，或者终止申请。";
  return { title: `${party}${word}${business}`, body: `${party}${word}贵单位的${business}（${number}）。${why}${next}`, href: `/applications/${caseId}` };
}

/** 告诉另一方：这件申请办结了；准予的说清它的许可证与人员已经怎样。 */
export function confirmationOutcome({ caseId, number, business, office }: NoticeSubject, applicant: string, { stateWord, effects }: { stateWord: string; effects?: string }): NoticeText {
  const outcome = effects ? `，贵单位：${effects}` : "，贵单位的许可证与人员没有变化";
  return { title: `${applicant}的${business}${stateWord}`, body: `${office}办理的${business}（${number}）${stateWord}${outcome}。`, href: href(caseId) };
}
