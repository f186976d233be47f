import { closeTodos, findNoticeSubject, findOwnerMobile, insertMessage, type NotifiedCase, openTodo } from "@/lib/data/communication";
import type { Db } from "@/lib/data/client";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { lastRatingDay } from "@/lib/evaluation/rating-times";
import { isFinishing, noticeText, todosClosedBy, todosOf, type NoticeKey, type NoticeSubject, type NoticeValues } from "@/lib/licensing/notices";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { tellParties } from "./tell-parties";

export interface Notification {
  caseId: string;
  notice: NoticeKey;
  values?: NoticeValues;
  /** 已经读过案件的把它交来，不另读。 */
  known?: NotifiedCase;
}

/** 告知企业：站内消息、待办、短信，与业务同一事务写入，不会只成一半；返回消息的标识，文书随它送出。 */
export async function notify(tx: Db, { caseId, notice, values = {}, known }: Notification): Promise<string> {
  const { enterpriseId, subject, finishedAt } = await subjectOf(tx, caseId, known);
  const { title, body, href, sms } = noticeText(notice, subject, values);
  const messageId = await insertMessage(tx, { enterpriseId, caseId, title, body, href });
  const closed = todosClosedBy(notice);
  if (closed.length > 0) await closeTodos(tx, caseId, closed);
  for (const todo of todosOf(notice, subject, { ...values, ...(finishedAt ? { ratableUntil: lastRatingDay(shanghaiDate(finishedAt)) } : {}) })) await openTodo(tx, { enterpriseId, caseId, ...todo });
  if (sms) await sendSms(tx, enterpriseId, notice, sms);
  if (isFinishing(notice)) await tellParties(tx, subject, values.effects);
  return messageId;
}

async function subjectOf(tx: Db, caseId: string, known?: NotifiedCase): Promise<{ enterpriseId: string; subject: NoticeSubject; finishedAt: Date | null }> {
  const found = known ?? (await findNoticeSubject(tx, caseId));
  if (!found) throw new Error(`no case ${caseId} to notify about`);
  const subject = { caseId, number: found.number, business: wordOf(businesses, found.business ?? found.kind ?? ""), office: found.officeName };
  return { enterpriseId: found.enterpriseId, subject, finishedAt: found.finishedAt ?? null };
}

async function sendSms(tx: Db, enterpriseId: string, notice: NoticeKey, body: string): Promise<void> {
  const recipient = await findOwnerMobile(tx, enterpriseId);
  if (recipient) await insertOutboxMessage(tx, { channel: "sms", recipient, template: `notice.${notice}`, body });
}

/** 案件作废时，企业一侧的待办随之关闭。 */
export async function closeCaseTodos(tx: Db, caseId: string): Promise<void> {
  await closeTodos(tx, caseId);
}

/** 申请作废时没有发给申请人的通知，分立、合并的另一方仍要得知。 */
export async function tellPartiesOfEnd(tx: Db, caseId: string): Promise<void> {
  await tellParties(tx, (await subjectOf(tx, caseId)).subject);
}
