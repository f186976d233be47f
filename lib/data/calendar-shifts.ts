import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 一件在办案件的期限列与起算的时刻。 */
export interface ClockedRow {
  id: string;
  number: string;
  enterprise: string;
  enterpriseId: string;
  state: string;
  stageDueOn: string | null;
  promisedDueOn: string | null;
  statutoryDueOn: string | null;
  clockPausedOn: string | null;
  clockStops: string[];
  submittedAt: Date | null;
  acceptedAt: Date | null;
}

/**
 * 改日历期间没有别人在改案件的期限：凡是改期限的事务都先锁住案件再看日历，
 * 这一把表锁等它们做完，也挡住后来的；只读的不受影响。到事务结束为止。
 */
export async function holdClocks(tx: Db): Promise<void> {
  await tx.$executeRaw(Prisma.sql`LOCK TABLE "Case" IN EXCLUSIVE MODE`);
}

/** 有期限落在这一天或以后的在办案件。 */
export function listClockedCases(db: Db, from: string): Promise<ClockedRow[]> {
  return db.$queryRaw<ClockedRow[]>(Prisma.sql`
    SELECT c."id", c."number", e."name" AS "enterprise", c."enterpriseId", c."state", c."stageDueOn", c."promisedDueOn", c."statutoryDueOn", c."clockPausedOn", c."clockStops",
      c."submittedAt", c."acceptedAt"
    FROM "Case" c JOIN "Enterprise" e ON e."id" = c."enterpriseId"
    WHERE c."finishedAt" IS NULL AND c."stageDueOn" IS NOT NULL AND GREATEST(c."stageDueOn", c."promisedDueOn", c."statutoryDueOn") >= ${from} ORDER BY c."id"`);
}

export interface NewClock {
  id: string;
  stageDueOn: string | null;
  promisedDueOn: string | null;
  statutoryDueOn: string | null;
}

/** 写下重算的期限；修订号不变，正在看的页面不因此作废。 */
export async function updateClocks(tx: Db, clocks: readonly NewClock[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Case" c SET "stageDueOn" = u."stageDueOn", "promisedDueOn" = u."promisedDueOn", "statutoryDueOn" = u."statutoryDueOn"
    FROM json_to_recordset(${JSON.stringify(clocks)}::json) AS u("id" uuid, "stageDueOn" text, "promisedDueOn" text, "statutoryDueOn" text) WHERE c."id" = u."id"`);
}

/** 还没有了结的容缺补齐任务，期限在这一天或以后的。 */
export interface ClockedTask {
  id: string;
  caseId: string;
  number: string;
  enterprise: string;
  enterpriseId: string;
  openedAt: Date;
  dueOn: string;
}

export function listClockedTasks(db: Db, kind: string, from: string): Promise<ClockedTask[]> {
  return db.$queryRaw<ClockedTask[]>(Prisma.sql`
    SELECT u."id", u."caseId", c."number", e."name" AS "enterprise", u."enterpriseId", u."openedAt", u."dueOn" FROM "FollowUp" u JOIN "Case" c ON c."id" = u."caseId" JOIN "Enterprise" e ON e."id" = u."enterpriseId"
    WHERE u."kind" = ${kind} AND u."state" IN ('open', 'supplied') AND u."dueOn" >= ${from} ORDER BY u."id"`);
}

export async function updateTaskDates(tx: Db, tasks: readonly { id: string; dueOn: string }[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "FollowUp" f SET "dueOn" = u."dueOn" FROM json_to_recordset(${JSON.stringify(tasks)}::json) AS u("id" uuid, "dueOn" text) WHERE f."id" = u."id"`);
}

/** 企业的待办随期限顺延；没有了结的才改。 */
export async function updateTodoDates(tx: Db, kind: string, todos: readonly { caseId: string; dueOn: string }[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "TodoItem" t SET "dueOn" = u."dueOn" FROM json_to_recordset(${JSON.stringify(todos)}::json) AS u("caseId" uuid, "dueOn" text)
    WHERE t."caseId" = u."caseId" AND t."kind" = ${kind} AND t."doneAt" IS NULL`);
}

/** 期限顺延了的企业各得一条消息。 */
export async function insertMessages(tx: Db, messages: Prisma.MessageCreateManyInput[]): Promise<void> {
  await tx.message.createMany({ data: messages });
}

/** 期限改动写进各案的经过。 */
export async function insertCaseEvents(tx: Db, events: Prisma.CaseEventCreateManyInput[]): Promise<void> {
  await tx.caseEvent.createMany({ data: events });
}
