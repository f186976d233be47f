import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { requireEnterprise } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { countWaitingOf, listMessageRows, listOpenTodoRows, markMessageRead, type Waiting } from "@/lib/data/communication";
import { againWords } from "@/lib/evaluation/rating-times";
import { isProvisionalDate, workingDaysLeft } from "@/lib/licensing/case-clock";
import { listDocumentsOfMessages } from "@/lib/data/documents";
import type { MessageRow, TodoRow } from "@/lib/licensing/message-views";
import { moment } from "@/lib/services/platform/clock";
import { documentKinds } from "@/lib/terms/documents";
import { type TodoKindCode, todoKinds } from "@/lib/terms/todos";
import { wordOf } from "@/lib/terms/option-map";
import type { HolidayCalendar } from "@/lib/workflow/calendar";

const TODOS = 100;
const PAGE = 20;

/** 本企业未办的待办，先到期的在前。 */
export async function listTodos(actor: Actor): Promise<TodoRow[]> {
  const { enterpriseId } = requireEnterprise(actor);
  const [rows, { now, today, calendar }] = [await listOpenTodoRows(db(), enterpriseId, TODOS), await moment(db())];
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    kindWord: wordOf(todoKinds, row.kind),
    title: row.title,
    detail: row.detail ?? "",
    href: row.href,
    createdAt: row.createdAt.toISOString(),
    ...(row.dueOn ? { dueOn: row.dueOn, remainingWorkingDays: workingDaysLeft(row.dueOn, today, calendar), ...(isProvisional(row, calendar) ? { dueProvisional: true } : {}) } : {}),
    ...(row.possibleFrom && row.possibleFrom > now ? { paused: againWords(row.possibleFrom) } : {}),
  }));
}

/** 好差评的期限数自然日，与节假日安排无关。 */
const isProvisional = ({ kind, dueOn }: { kind: string; dueOn: string | null }, calendar: HolidayCalendar): boolean =>
  kind !== ("evaluation" satisfies TodoKindCode) && dueOn !== null && isProvisionalDate(dueOn, calendar);

/** 每页顶上的数目：待办（如首页那一栏，连没写完的草稿）与未读消息。 */
export async function countWaiting(actor: Actor): Promise<Waiting> {
  return countWaitingOf(requireEnterprise(actor).enterpriseId);
}

/** 本企业的站内消息，新的在前；after 为上一页给出的 next。 */
export async function listMessages(actor: Actor, after?: string): Promise<{ rows: MessageRow[]; next?: string }> {
  const { enterpriseId } = requireEnterprise(actor);
  const found = await listMessageRows(db(), enterpriseId, PAGE + 1, z.uuid().safeParse(after).data);
  const page = found.slice(0, PAGE);
  const documents = new Map((await listDocumentsOfMessages(db(), page.map(({ id }) => id))).map(({ messageId, id, kind, number }) => [messageId, { id, kindWord: wordOf(documentKinds, kind), number }]));
  const rows = page.map(({ id, title, body, href, createdAt, readAt }): MessageRow => {
    const document = documents.get(id);
    return { id, title, body, href: href ?? "", createdAt: createdAt.toISOString(), read: readAt !== null, ...(document ? { document } : {}) };
  });
  return found.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

/** 标为已读；别家的消息答「没有找到」。 */
export async function readMessage(actor: Actor, messageId: string): Promise<void> {
  const { enterpriseId } = requireEnterprise(actor);
  if (!(await markMessageRead(db(), enterpriseId, messageId))) throw notFound("这条消息");
}
