import type { Db } from "@/lib/data/client";
import { closeTodosOf, findNoticeSubject, findOwnerMobile, insertMessage, openTodo } from "@/lib/data/communication";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { type FollowUpFacts, type FollowUpNotice, followUpWords } from "@/lib/licensing/follow-up-notices";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";

/** 后续任务告诉任务的企业（分立、合并时可以是另一方）：站内消息、待办、短信，与所办的事同一事务；返回消息的标识。 */
export async function tellEnterprise(tx: Db, { caseId, enterpriseId }: { caseId: string; enterpriseId: string }, notice: FollowUpNotice, facts: FollowUpFacts): Promise<string> {
  const found = await findNoticeSubject(tx, caseId);
  if (!found) throw new Error(`no case ${caseId} to tell about`);
  const { number, officeName } = found;
  const business = wordOf(businesses, found.business ?? found.kind ?? "");
  const { title, body, href, sms, todo, closes } = followUpWords(notice, { caseId, number, business, office: officeName }, facts);
  const messageId = await insertMessage(tx, { enterpriseId, caseId, title, body, href });
  if (closes) await closeTodosOf(tx, caseId, enterpriseId, closes);
  if (todo) await openTodo(tx, { enterpriseId, caseId, ...todo, href, dueOn: facts.dueOn });
  const recipient = sms ? await findOwnerMobile(tx, enterpriseId) : undefined;
  if (sms && recipient) await insertOutboxMessage(tx, { channel: "sms", recipient, template: `notice.${notice}`, body: sms });
  return messageId;
}
