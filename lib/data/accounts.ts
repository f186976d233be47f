import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";
import { violatedIndex } from "./unique-violation";

export type Audience = "enterprise" | "staff";

interface SignInRow {
  id: string;
  login: string;
  displayName: string;
  passwordHash: string;
  audience: Audience;
  state: "active" | "disabled";
  passwordChangedAt: Date;
}

/** 登录账号不分大小写：数据库里也只许有一个。 */
export async function findAccountByLogin(db: Db, login: string): Promise<SignInRow | undefined> {
  const rows = await db.$queryRaw<SignInRow[]>(Prisma.sql`
    SELECT "id", "login", "displayName", "passwordHash", "audience", "state", "passwordChangedAt" FROM "Account" WHERE lower("login") = lower(${login})`);
  return rows[0];
}

/** 新建的账号因登录账号已有人用（大小写不同的也算）而没有写下。 */
export const isLoginTaken = (error: unknown): boolean => ["Account_login_key", "account_login_lower"].includes(violatedIndex(error) ?? "");

export function findAccount(db: Db, id: string) {
  return db.account.findUnique({ where: { id } });
}

/** 找回密码：登录账号或统一社会信用代码，加上登记的手机号码，认出唯一的在用企业账号。 */
export async function findRecoverableAccount(db: Db, identifier: string, mobile: string) {
  const named = await findAccountByLogin(db, identifier);
  const rows = await db.account.findMany({
    where: {
      audience: "enterprise",
      state: "active",
      mobile,
      OR: [...(named ? [{ id: named.id }] : []), { enterprise: { uscc: identifier.toUpperCase() } }],
    },
    select: { id: true, login: true, displayName: true, enterpriseId: true },
    orderBy: { createdAt: "asc" },
    take: 2,
  });
  return rows.find((row) => row.id === named?.id) ?? rows[0];
}

export type NewAccount = Prisma.AccountUncheckedCreateInput;

export function insertAccount(db: Db, account: NewAccount) {
  return db.account.create({ data: account, select: { id: true } });
}

/** temporary：别人代设的，本人登录后须先换掉。 */
export async function updatePassword(db: Db, id: string, passwordHash: string, temporary = false): Promise<void> {
  await db.$executeRaw`UPDATE "Account" SET "passwordHash" = ${passwordHash}, "passwordChangedAt" = now(), "passwordTemporary" = ${temporary} WHERE "id" = ${id}::uuid`;
}

export function listAccountsOfEnterprise(db: Db, enterpriseId: string) {
  return db.account.findMany({
    where: { enterpriseId },
    orderBy: { createdAt: "asc" },
    select: { id: true, login: true, displayName: true, mobile: true, roles: true, state: true, createdAt: true },
  });
}

/** 这个号码是不是本企业在用的账号的。 */
export async function isColleaguesMobile(db: Db, enterpriseId: string, mobile: string): Promise<boolean> {
  return (await db.account.count({ where: { enterpriseId, mobile, state: "active" } })) > 0;
}

/** 停用或恢复本企业的一个账号；不是本企业的不动，返回改动的行数。 */
export async function updateAccountState(db: Db, id: string, enterpriseId: string, state: "active" | "disabled"): Promise<number> {
  const { count } = await db.account.updateMany({ where: { id, enterpriseId }, data: { state } });
  return count;
}

/** 锁定的规则：多少次、多少分钟内。 */
export interface LockRule {
  attempts: number;
  minutes: number;
}

/**
 * 在核对密码之前先记一次；一条语句，任何并发下五次就是五次。
 * @returns 本时段第几次；已锁定时为 undefined
 */
export async function beginAttempt(db: Db, login: string, rule: LockRule): Promise<number | undefined> {
  const rows = await db.$queryRaw<{ failures: number }[]>(Prisma.sql`
    INSERT INTO "LoginAttempt" AS l ("login", "failures", "firstAt", "lockedUntil")
    VALUES (${login}, 1, clock_timestamp(), NULL)
    ON CONFLICT ("login") DO UPDATE SET
      "failures" = CASE WHEN ${expired(rule)} THEN 1 ELSE l."failures" + 1 END,
      "firstAt" = CASE WHEN ${expired(rule)} THEN clock_timestamp() ELSE l."firstAt" END,
      "lockedUntil" = CASE WHEN ${expired(rule)} OR l."failures" + 1 < ${rule.attempts} THEN NULL
                           ELSE clock_timestamp() + make_interval(mins => ${rule.minutes}::int) END
    WHERE l."lockedUntil" IS NULL OR l."lockedUntil" <= clock_timestamp()
    RETURNING "failures"`);
  return rows[0]?.failures;
}

/** 锁定已满，或第一次失败已过时段：重新计数。 */
const expired = (rule: LockRule) =>
  Prisma.sql`(l."lockedUntil" <= clock_timestamp() OR l."firstAt" <= clock_timestamp() - make_interval(mins => ${rule.minutes}::int))`;

/** 陌生地址共用的失败计数；登录账号不分大小写，换着大小写试也是同一项。 */
export const strangersKey = (audience: Audience, login: string): string => `${audience}:${login.toLowerCase()}`;

/** 登录成功过的一个地址自己的失败计数；“|”使它不会与别人随手填的账号相混。 */
export const knownKey = (audience: Audience, address: string, login: string): string => `${audience}|${address}|${login.toLowerCase()}`;

/** 成功登录后清除这一项失败计数。 */
export async function clearAttempts(db: Db, key: string): Promise<void> {
  await db.loginAttempt.deleteMany({ where: { login: key } });
}

/** 重设密码后解除锁定：这个账号在各处的失败计数都清除。 */
export async function clearEveryAttempt(db: Db, audience: Audience, login: string): Promise<void> {
  await db.$executeRaw`DELETE FROM "LoginAttempt" WHERE "login" = ${strangersKey(audience, login)}
    OR (starts_with("login", ${`${audience}|`}) AND right("login", length(${`|${login.toLowerCase()}`})) = ${`|${login.toLowerCase()}`})`;
}
