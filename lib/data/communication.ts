import { randomUUID } from "node:crypto";
import { type Db, sql, sqlIn } from "./client";
import { newId } from "./new-id";

/** 通知要说的案件与收件企业。 */
export interface NotifiedCase {
  number: string;
  enterpriseId: string;
  officeName: string;
  /** 不是许可业务的案件没有业务，说它的种类。 */
  business: string | null;
  kind?: string;
  finishedAt?: Date | null;
}

export async function findNoticeSubject(db: Db, caseId: string): Promise<NotifiedCase | undefined> {
  const { rows } = await sqlIn(db).query<NotifiedCase>({
    name: "notice-subject",
    text: `SELECT c."number", c."enterpriseId", c."kind", c."finishedAt", o."name" AS "officeName", a."business" FROM "Case" c JOIN "Office" o ON o."code" = c."officeCode" LEFT JOIN "Application" a ON a."caseId" = c."id" WHERE c."id" = $1::uuid`,
    values: [caseId],
  });
  return rows[0];
}

/** 写一条站内消息，返回它的标识。 */
export async function insertMessage(
  db: Db,
  message: { enterpriseId: string; caseId?: string; title: string; body: string; href: string },
): Promise<string> {
  const id = newId();
  await sqlIn(db).query({
    name: "insert-message",
    text: `INSERT INTO "Message" ("id", "enterpriseId", "caseId", "title", "body", "href", "createdAt") VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, clock_timestamp())`,
    values: [id, message.enterpriseId, message.caseId ?? null, message.title, message.body, message.href],
  });
  return id;
}

/** 开一条待办；同一企业、同一案件同种待办已开着的改写（唯一索引 one_open_todo_per_case_kind）。 */
export async function openTodo(
  db: Db,
  todo: { enterpriseId: string; caseId: string; kind: string; title: string; detail: string; href: string; dueOn?: string },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "TodoItem" ("id", "enterpriseId", "caseId", "kind", "title", "detail", "href", "dueOn")
    VALUES (${randomUUID()}::uuid, ${todo.enterpriseId}::uuid, ${todo.caseId}::uuid, ${todo.kind}, ${todo.title}, ${todo.detail}, ${todo.href}, ${todo.dueOn ?? null})
    ON CONFLICT ("caseId", "kind", "enterpriseId") WHERE "doneAt" IS NULL
    DO UPDATE SET "title" = EXCLUDED."title", "detail" = EXCLUDED."detail", "href" = EXCLUDED."href", "dueOn" = EXCLUDED."dueOn"`;
}

/** 办完：关上此案的待办；不给种类则全部。 */
export async function closeTodos(db: Db, caseId: string, kinds?: readonly string[]): Promise<void> {
  await db.todoItem.updateMany({
    where: { caseId, doneAt: null, ...(kinds ? { kind: { in: [...kinds] } } : {}) },
    data: { doneAt: new Date() },
  });
}

/** 关上一家企业在此案的一种待办。 */
export async function closeTodosOf(db: Db, caseId: string, enterpriseId: string, kind: string): Promise<void> {
  await db.todoItem.updateMany({ where: { caseId, enterpriseId, kind, doneAt: null }, data: { doneAt: new Date() } });
}

/** 未办的待办，先到期的在前。 */
export async function listOpenTodoRows(db: Db, enterpriseId: string, limit: number) {
  return db.todoItem.findMany({
    where: { enterpriseId, doneAt: null },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "desc" }],
    take: limit,
  });
}

/** 站内消息，新的在前；after 为上一页最后一条。 */
export async function listMessageRows(db: Db, enterpriseId: string, limit: number, after?: string) {
  return db.message.findMany({
    where: { enterpriseId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
  });
}

export interface Waiting {
  /** 未办的待办与没写完的草稿。 */
  todos: number;
  /** 未读的消息。 */
  unread: number;
}

/** 企业各页顶上的两个数目，一条语句。 */
export async function countWaitingOf(enterpriseId: string): Promise<Waiting> {
  const { rows: [row] } = await sql().query<Waiting>({
    name: "enterprise waiting",
    text: `SELECT (SELECT count(*)::int FROM "TodoItem" WHERE "enterpriseId" = $1::uuid AND "doneAt" IS NULL)
        + (SELECT count(*)::int FROM "Case" WHERE "enterpriseId" = $1::uuid AND "kind" = 'licensing' AND "state" = 'draft') AS "todos",
      (SELECT count(*)::int FROM "Message" WHERE "enterpriseId" = $1::uuid AND "readAt" IS NULL) AS "unread"`,
    values: [enterpriseId],
  });
  return row ?? { todos: 0, unread: 0 };
}

/** 只标自己企业的；返回是否找到。 */
export async function markMessageRead(db: Db, enterpriseId: string, messageId: string): Promise<boolean> {
  const found = await db.message.findFirst({ where: { id: messageId, enterpriseId }, select: { readAt: true } });
  if (!found) return false;
  if (!found.readAt) await db.message.updateMany({ where: { id: messageId, readAt: null }, data: { readAt: new Date() } });
  return true;
}

/** 收短信的人：企业管理员登记的手机号码。 */
export async function findOwnerMobile(db: Db, enterpriseId: string): Promise<string | undefined> {
  const owner = await db.account.findFirst({
    where: { enterpriseId, state: "active", roles: { has: "owner" }, mobile: { not: null } },
    orderBy: { createdAt: "asc" },
    select: { mobile: true },
  });
  return owner?.mobile ?? undefined;
}
