import "server-only";
import { randomUUID } from "node:crypto";
import { Prisma } from "@/lib/generated/prisma/client";
import { noRenewal } from "./licence-expiry";
import type { Db } from "./client";

/** 一件该提醒的事。 */
export interface RemindedRow {
  /** 提醒按它只发一次：案件、任务或许可证。 */
  subjectId: string;
  caseId: string | null;
  followUpId: string | null;
  enterpriseId: string;
  number: string;
  task: string;
  dueOn: string;
}

/** 到期日的范围与这一步的键，如 correction:5。 */
export interface RemindedRange {
  key: string;
  from: string;
  to: string;
}

const corrections = Prisma.sql`SELECT c."id" AS "subjectId", c."id" AS "caseId", NULL::uuid AS "followUpId", c."enterpriseId", c."number", '' AS "task", c."stageDueOn" AS "dueOn"
  FROM "Case" c WHERE c."state" = 'correction'`;

const tasks = (kind: string) => Prisma.sql`SELECT u."id" AS "subjectId", u."caseId", u."id" AS "followUpId", u."enterpriseId", c."number", u."task", u."dueOn"
  FROM "FollowUp" u JOIN "Case" c ON c."id" = u."caseId" WHERE u."kind" = ${kind} AND u."state" = 'open'`;

const licences = Prisma.sql`SELECT l."id" AS "subjectId", NULL::uuid AS "caseId", NULL::uuid AS "followUpId", l."enterpriseId", l."number", '' AS "task", v."validTo" AS "dueOn"
  FROM "Licence" l JOIN LATERAL (SELECT w."validTo" FROM "LicenceVersion" w WHERE w."licenceId" = l."id" ORDER BY w."version" DESC LIMIT 1) v ON true
  WHERE l."state" = 'valid' AND ${noRenewal}`;

const sourceOf = (kind: string) => (kind === "correction" ? corrections : kind === "licence" ? licences : tasks(kind));

/** 该提醒而还没有提醒过的一批；after 为上一批最后一件。only 给出时只问这一件。 */
export function listReminded(db: Db, kind: string, { key, from, to }: RemindedRange, take: number, { after, only }: { after?: string; only?: string } = {}): Promise<RemindedRow[]> {
  return db.$queryRaw<RemindedRow[]>(Prisma.sql`
    SELECT q.* FROM (${sourceOf(kind)}) q WHERE q."dueOn" >= ${from} AND q."dueOn" <= ${to}
      AND NOT EXISTS (SELECT 1 FROM "Reminder" r WHERE r."subjectId" = q."subjectId" AND r."kind" = ${key} AND r."dueOn" = q."dueOn")
      ${after ? Prisma.sql`AND q."subjectId" > ${after}::uuid` : Prisma.empty} ${only ? Prisma.sql`AND q."subjectId" = ${only}::uuid` : Prisma.empty}
    ORDER BY q."subjectId" LIMIT ${take}`);
}

/** 记下这一次提醒；别的进程已经记下的等它做完，答 false。 */
export async function claimReminder(tx: Db, { subjectId, kind, dueOn }: { subjectId: string; kind: string; dueOn: string }): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Reminder" ("id", "subjectId", "kind", "dueOn") VALUES (${randomUUID()}::uuid, ${subjectId}::uuid, ${kind}, ${dueOn}) ON CONFLICT DO NOTHING`);
  return count === 1;
}

/** 不属于哪一件案件的待办；已开着的改写。 */
export async function openTodoWithoutCase(tx: Db, todo: { enterpriseId: string; kind: string; title: string; detail: string; href: string; dueOn: string }): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "TodoItem" ("id", "enterpriseId", "kind", "title", "detail", "href", "dueOn")
    VALUES (${randomUUID()}::uuid, ${todo.enterpriseId}::uuid, ${todo.kind}, ${todo.title}, ${todo.detail}, ${todo.href}, ${todo.dueOn})
    ON CONFLICT ("enterpriseId", "kind") WHERE "doneAt" IS NULL AND "caseId" IS NULL
    DO UPDATE SET "title" = EXCLUDED."title", "detail" = EXCLUDED."detail", "href" = EXCLUDED."href", "dueOn" = EXCLUDED."dueOn"`);
}

/** 关上这家企业不属于案件的一种待办。 */
export async function closeTodoWithoutCase(tx: Db, enterpriseId: string, kind: string): Promise<void> {
  await tx.todoItem.updateMany({ where: { enterpriseId, caseId: null, kind, doneAt: null }, data: { doneAt: new Date() } });
}

/** 过了最后一天还没有评的：好差评的待办关上；返回关了几条。 */
export async function closeRatingTodos(db: Db, today: string): Promise<number> {
  const { count } = await db.todoItem.updateMany({ where: { kind: "evaluation", doneAt: null, dueOn: { lt: today } }, data: { doneAt: new Date() } });
  return count;
}

/** 已经提交延续、已经延续、过了延续的期限、许可证不在了的：办理延续的待办关上；返回关了几条。 */
export function closeRenewalTodos(db: Db, today: string): Promise<number> {
  return db.$executeRaw(Prisma.sql`
    UPDATE "TodoItem" t SET "doneAt" = now() WHERE t."kind" = 'renewal' AND t."caseId" IS NULL AND t."doneAt" IS NULL AND (t."dueOn" < ${today}
      OR NOT EXISTS (SELECT 1 FROM (${licences}) q WHERE q."enterpriseId" = t."enterpriseId" AND q."dueOn" >= t."dueOn" AND q."dueOn"::date - t."dueOn"::date < 60))`);
}
