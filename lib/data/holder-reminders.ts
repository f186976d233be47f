import "server-only";
import type { HeldCase } from "@/lib/licensing/holder-reminder";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface DueSpan {
  states: readonly string[];
  today: string;
  /** 下一个工作日。 */
  next: string;
}

/** 在走的、到期日不晚于下一个工作日的。 */
const due = ({ states, next }: DueSpan) => Prisma.sql`c."state" = ANY(${[...states]}::text[]) AND c."clockPausedOn" IS NULL AND c."stageDueOn" <= ${next}`;

/** 今天该提醒的承办人：登记了手机、没有关掉、今天没有外出、还没有提醒过的；after 为上一批最后一位。 */
export async function listHoldersToRemind(db: Db, span: DueSpan, kind: string, take: number, after?: string): Promise<{ accountId: string; mobile: string }[]> {
  return db.$queryRaw<{ accountId: string; mobile: string }[]>(Prisma.sql`
    SELECT a."id" AS "accountId", a."mobile" FROM "Account" a
    WHERE a."audience" = 'staff' AND a."state" = 'active' AND a."mobile" IS NOT NULL AND a."dailyReminder" ${after ? Prisma.sql`AND a."id" > ${after}::uuid` : Prisma.empty}
      AND NOT EXISTS (SELECT 1 FROM "StaffAbsence" s WHERE s."accountId" = a."id" AND s."removedAt" IS NULL AND s."fromOn" <= ${span.today} AND s."untilOn" >= ${span.today})
      AND NOT EXISTS (SELECT 1 FROM "Reminder" r WHERE r."subjectId" = a."id" AND r."kind" = ${kind} AND r."dueOn" = ${span.today})
      AND EXISTS (SELECT 1 FROM "Case" c WHERE c."holderId" = a."id" AND ${due(span)})
    ORDER BY a."id" LIMIT ${take}`);
}

/** 此人承办的快到期与逾期的，先到期的在前。 */
export async function listHeldDue(db: Db, accountId: string, span: DueSpan, take: number): Promise<HeldCase[]> {
  return db.$queryRaw<HeldCase[]>(Prisma.sql`
    SELECT c."number", c."stageDueOn" AS "dueOn", (c."stageDueOn" < ${span.today} AND COALESCE(c."statutoryDueOn", '') < ${span.today}) AS "overdue"
    FROM "Case" c WHERE c."holderId" = ${accountId}::uuid AND ${due(span)} ORDER BY c."stageDueOn", c."number" LIMIT ${take}`);
}

/** 自己要不要每日提醒；没有登记手机的收不到。 */
export async function findDailyReminder(db: Db, accountId: string): Promise<{ on: boolean; reachable: boolean }> {
  const { dailyReminder, mobile } = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { dailyReminder: true, mobile: true } });
  return { on: dailyReminder, reachable: mobile !== null };
}

export async function setDailyReminder(tx: Db, accountId: string, on: boolean): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { dailyReminder: on } });
}
