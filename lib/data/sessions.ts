import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Db, pool } from "./client";

/** 一个仍然有效的会话与它的账号，一次查询取齐。 */
export interface LiveSession {
  sessionId: string;
  accountId: string;
  audience: "enterprise" | "staff";
  login: string;
  displayName: string;
  roles: string[];
  enterpriseId: string | null;
  enterpriseName: string | null;
  officeCode: string | null;
  /** 密码最近一次修改至今的天数。 */
  passwordAgeDays: number;
  /** 管理员给的一次性密码，还没有换。 */
  passwordTemporary: boolean;
  /** 动态口令设置好了没有，与设置里要不要求（库里的原样）。 */
  hasSecondFactor: boolean;
  secondFactorSetting: unknown;
  /** 设置里的密码策略，库里的原样。 */
  passwordSetting: unknown;
  /** 距绝对期限的秒数。 */
  secondsLeft: number;
}

/** 闲置分钟数随受众而定；会话、账号、绝对期限任一不成立即视为没有。 */
const LIVE = `
  SELECT s."id" AS "sessionId", a."id" AS "accountId", a."audience", a."login", a."displayName", a."roles", a."enterpriseId", e."name" AS "enterpriseName",
         a."officeCode", floor(extract(epoch FROM now() - a."passwordChangedAt") / 86400)::int AS "passwordAgeDays",
         a."passwordTemporary", (SELECT "value" FROM "Setting" WHERE "key" = 'passwordProfile') AS "passwordSetting",
         EXISTS (SELECT FROM "SecondFactor" f WHERE f."accountId" = a."id" AND f."confirmedAt" IS NOT NULL) AS "hasSecondFactor",
         (SELECT "value" FROM "Setting" WHERE "key" = 'staffSecondFactor') AS "secondFactorSetting",
         floor(extract(epoch FROM s."expiresAt" - now()))::int AS "secondsLeft",
         s."touchedAt" < now() - interval '1 minute' AS "stale"
  FROM "Session" s
  JOIN "Account" a ON a."id" = s."accountId"
  LEFT JOIN "Enterprise" e ON e."id" = a."enterpriseId"
  WHERE s."id" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > now() AND a."state" = 'active'
    AND s."touchedAt" > now() - make_interval(mins => CASE a."audience" WHEN 'staff' THEN $2::int ELSE $3::int END)`;

/**
 * 读会话；touch 为真且上次记录已过一分钟时顺延闲置时间（轮询类请求传 false）。
 */
export async function findLiveSession(
  sessionId: string,
  idleMinutes: { staff: number; enterprise: number },
  touch: boolean,
): Promise<LiveSession | undefined> {
  const { rows } = await pool().query<LiveSession & { stale: boolean }>({ name: "live session", text: LIVE, values: [sessionId, idleMinutes.staff, idleMinutes.enterprise] });
  const row = rows[0];
  if (!row) return undefined;
  const { stale, ...session } = row;
  if (touch && stale) await touchSession(sessionId);
  return session;
}

/** 记下「刚刚还在用」；已结束的不会复活。 */
export async function touchSession(sessionId: string): Promise<void> {
  await pool().query(`UPDATE "Session" SET "touchedAt" = now() WHERE "id" = $1 AND "endedAt" IS NULL`, [sessionId]);
}

/** 建立会话；绝对期限按数据库时间推算。 */
export async function insertSession(db: Db, session: { accountId: string; hours: number; address: string; device?: string }): Promise<string> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO "Session" ("id", "accountId", "expiresAt", "address", "device")
    VALUES (gen_random_uuid(), ${session.accountId}::uuid, now() + make_interval(hours => ${session.hours}::int), ${session.address}, ${session.device ?? null})
    RETURNING "id"`);
  const id = rows[0]?.id;
  if (!id) throw new Error("session was not written");
  return id;
}

/** 这个账号三十天内从这个地址登录成功过。 */
export async function hasSignedInFrom(db: Db, audience: "enterprise" | "staff", login: string, address: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT 1 FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
    WHERE lower(a."login") = lower(${login}) AND a."audience" = ${audience}::"Audience" AND s."address" = ${address} AND s."createdAt" > now() - interval '30 days' LIMIT 1`);
  return rows.length > 0;
}

/** 结束一个会话。 */
export async function endSessionRow(db: Db, sessionId: string, endReason: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: new Date(), endReason } });
}

/** 结束一个账号的全部会话；except 留下当前这一个。 */
export async function endSessionsOf(db: Db, accountId: string, endReason: string, except?: string): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { accountId, endedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { endedAt: new Date(), endReason },
  });
  return count;
}

/** 一个账号还有效的各处登录，最近用的在前。 */
export function listLiveSessions(db: Db, accountId: string, idleMinutes: number) {
  const [now, idleSince] = [new Date(), new Date(Date.now() - idleMinutes * 60_000)];
  return db.session.findMany({
    where: { accountId, endedAt: null, expiresAt: { gt: now }, touchedAt: { gt: idleSince } },
    orderBy: { touchedAt: "desc" },
    take: 100,
    select: { id: true, device: true, address: true, createdAt: true, touchedAt: true },
  });
}

/** 结束自己的一处登录；不是自己的、早已结束的答 false。 */
export async function endSessionOf(tx: Db, accountId: string, sessionId: string, endReason: string): Promise<boolean> {
  const { count } = await tx.session.updateMany({ where: { id: sessionId, accountId, endedAt: null }, data: { endedAt: new Date(), endReason } });
  return count === 1;
}
