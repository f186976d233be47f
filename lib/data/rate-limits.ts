import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 时段已过的从一数起，没过的加一。 */
const ONE_MORE = `ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN r."until" <= clock_timestamp() THEN 1 ELSE r."count" + 1 END,
      "until" = CASE WHEN r."until" <= clock_timestamp() THEN EXCLUDED."until" ELSE r."until" END`;

/** 记一次并返回本时段内的次数；一条语句，并发下不少计。 */
export async function countUse(db: Db, key: string, seconds: number): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    INSERT INTO "RateLimit" AS r ("key", "count", "until")
    VALUES (${key}, 1, clock_timestamp() + make_interval(secs => ${seconds}))
    ${Prisma.raw(ONE_MORE)}
    RETURNING "count"`);
  return rows[0]?.count ?? 1;
}

/**
 * 写在别的语句里的同一件事：几个名目各记一次，不另费一次往返。rows 是给出 key、seconds 两列的行；
 * 按名目排序，各条语句取行锁的次序相同，不会互锁。
 */
export const countUses = (rows: string): string => `INSERT INTO "RateLimit" AS r ("key", "count", "until")
    SELECT u."key", 1, clock_timestamp() + make_interval(secs => u."seconds") FROM ${rows} AS u ORDER BY u."key"
    ${ONE_MORE}
    RETURNING "key", "count", "until"`;

/** 收回一次。 */
export async function uncountUse(db: Db, key: string): Promise<void> {
  await db.$executeRaw`UPDATE "RateLimit" SET "count" = "count" - 1 WHERE "key" = ${key} AND "count" > 0`;
}

/** 清理过期已久的计数；由任务调用。 */
export async function purgeRateLimits(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "until" < clock_timestamp() - interval '1 day'`;
}
