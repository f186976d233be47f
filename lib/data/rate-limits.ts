import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 记一次并返回本时段内的次数；一条语句，并发下不少计（count_use，迁移 20261122000200）。 */
export async function countUse(db: Db, key: string, seconds: number): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`SELECT "count" FROM "count_use"(${key}, ${seconds}::int)`);
  return rows[0]?.count ?? 1;
}

/** 收回一次。 */
export async function uncountUse(db: Db, key: string): Promise<void> {
  await db.$executeRaw`UPDATE "RateLimit" SET "count" = "count" - 1 WHERE "key" = ${key} AND "count" > 0`;
}

/** 清理过期已久的计数；由任务调用。 */
export async function purgeRateLimits(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "until" < clock_timestamp() - interval '1 day'`;
}
