import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { CALENDAR_REVISION } from "./calendar";
import type { Db } from "./client";

/** 数据库时钟：凡按时间计的规则都以它为准，不看各台应用服务器的钟。 */
export async function databaseNow(db: Db): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT clock_timestamp() AS now`);
  const now = rows[0]?.now;
  if (!now) throw new Error("the database gave no time");
  return now;
}

/** 此刻与节假日安排的版次，一条语句；没有登记过的为 0。 */
export async function databaseMoment(db: Db): Promise<{ now: Date; calendarRevision: number }> {
  const rows = await db.$queryRaw<{ now: Date; calendarRevision: number }[]>(Prisma.sql`SELECT clock_timestamp() AS now, ${Prisma.raw(CALENDAR_REVISION)} AS "calendarRevision"`);
  const [moment] = rows;
  if (!moment) throw new Error("the database gave no time");
  return moment;
}

/** 取下一个号：一条语句，行锁持有到事务结束；回滚后该号作废或再用，绝不重号。 */
export async function takeNumber(db: Db, key: string): Promise<number> {
  const rows = await db.$queryRaw<{ last: number }[]>(Prisma.sql`
    INSERT INTO "NumberSeries" ("key", "last") VALUES (${key}, 1)
    ON CONFLICT ("key") DO UPDATE SET "last" = "NumberSeries"."last" + 1
    RETURNING "last"`);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`number series ${key} gave no number`);
  return last;
}

/** 序列取到了几号；没有取过为 0。只供预览，不占号。 */
export async function lastNumber(db: Db, key: string): Promise<number> {
  const found = await db.numberSeries.findUnique({ where: { key }, select: { last: true } });
  return found?.last ?? 0;
}

/** 同一键的两个请求排队：后到的等前一个事务结束，再看它留下的答复。 */
export async function lockIdempotencyKey(db: Db, key: string): Promise<void> {
  await db.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 7))`);
}

export function findIdempotentResponse(db: Db, key: string) {
  return db.idempotencyKey.findUnique({ where: { key } });
}

export function storeIdempotentResponse(db: Db, entry: { key: string; accountId: string; action: string; response: Prisma.InputJsonValue }) {
  return db.idempotencyKey.create({ data: entry });
}
