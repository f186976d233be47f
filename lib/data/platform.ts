import "server-only";
import { CALENDAR_REVISION } from "./calendar";
import { type Db, sqlIn } from "./client";

/** 数据库时钟：凡按时间计的规则都以它为准，不看各台应用服务器的钟。 */
export async function databaseNow(db: Db): Promise<Date> {
  const { rows } = await sqlIn(db).query<{ now: Date }>({ name: "database-now", text: `SELECT clock_timestamp() AS "now"` });
  const now = rows[0]?.now;
  if (!now) throw new Error("the database gave no time");
  return now;
}

/** 此刻与节假日安排的版次，一条语句；没有登记过的为 0。 */
export async function databaseMoment(db: Db): Promise<{ now: Date; calendarRevision: number }> {
  const { rows } = await sqlIn(db).query<{ now: Date; calendarRevision: number }>({ name: "database-moment", text: `SELECT clock_timestamp() AS "now", ${CALENDAR_REVISION} AS "calendarRevision"` });
  const [moment] = rows;
  if (!moment) throw new Error("the database gave no time");
  return moment;
}

/** 取下一个号：一条语句，行锁持有到事务结束；回滚后该号作废或再用，绝不重号。 */
export async function takeNumber(db: Db, key: string): Promise<number> {
  const { rows } = await sqlIn(db).query<{ last: number }>({
    name: "take-number",
    text: `INSERT INTO "NumberSeries" ("key", "last") VALUES ($1, 1) ON CONFLICT ("key") DO UPDATE SET "last" = "NumberSeries"."last" + 1 RETURNING "last"`,
    values: [key],
  });
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`number series ${key} gave no number`);
  return last;
}

/** 几个序列各取到了几号，一条语句；没有取过的不在其中。只供预览，不占号。 */
export async function lastNumbers(db: Db, keys: readonly string[]): Promise<Map<string, number>> {
  const found = await db.numberSeries.findMany({ where: { key: { in: [...keys] } }, select: { key: true, last: true } });
  return new Map(found.map(({ key, last }) => [key, last]));
}

/** 序列取到了几号；没有取过为 0。只供预览，不占号。 */
export async function lastNumber(db: Db, key: string): Promise<number> {
  const found = await db.numberSeries.findUnique({ where: { key }, select: { last: true } });
  return found?.last ?? 0;
}

/** 同一键的两个请求排队：后到的等前一个事务结束，再看它留下的答复。 */
export async function lockIdempotencyKey(db: Db, key: string): Promise<void> {
  await sqlIn(db).query({ name: "lock-idempotency-key", text: `SELECT pg_advisory_xact_lock(hashtextextended($1, 7))`, values: [key] });
}

/** 一个键与它第一次得到的答复。 */
export interface IdempotentResponse {
  key: string;
  accountId: string;
  action: string;
  response: unknown;
}

export async function findIdempotentResponse(db: Db, key: string): Promise<IdempotentResponse | undefined> {
  const { rows } = await sqlIn(db).query<IdempotentResponse>({ name: "find-idempotent-response", text: `SELECT "key", "accountId", "action", "response" FROM "IdempotencyKey" WHERE "key" = $1`, values: [key] });
  return rows[0];
}

export async function storeIdempotentResponse(db: Db, { key, accountId, action, response }: IdempotentResponse): Promise<void> {
  await sqlIn(db).query({
    name: "store-idempotent-response",
    text: `INSERT INTO "IdempotencyKey" ("key", "accountId", "action", "response") VALUES ($1, $2::uuid, $3, $4::jsonb)`,
    values: [key, accountId, action, JSON.stringify(response)],
  });
}
