import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";
import { asPattern } from "./conditions";

export interface StaffFilter {
  /** 姓名或登录账号的一段。 */
  text?: string;
  officeCode?: string;
  role?: string;
  state?: "active" | "disabled";
  /** 这一天外出的。 */
  awayOn?: string;
}

const fields = {
  id: true, login: true, displayName: true, mobile: true, roles: true, state: true, officeCode: true, passwordTemporary: true, secondFactor: { select: { confirmedAt: true } },
} as const;

const awayOn = (day: string) => ({ removedAt: null, fromOn: { lte: day }, untilOn: { gte: day } });

/** 内网账号，按机构与账号排列；after 是上一页最后一个的标识。 */
export function listStaffAccounts(db: Db, { text, officeCode, role, state, awayOn: away }: StaffFilter, today: string, take: number, after?: string) {
  const like = text ? { contains: asPattern(text), mode: "insensitive" as const } : undefined;
  return db.account.findMany({
    where: {
      audience: "staff",
      ...(like ? { OR: [{ displayName: like }, { login: like }] } : {}),
      ...(officeCode ? { officeCode } : {}),
      ...(role ? { roles: { has: role } } : {}),
      ...(state ? { state } : {}),
      ...(away ? { absences: { some: awayOn(away) } } : {}),
    },
    orderBy: [{ officeCode: "asc" }, { login: "asc" }],
    take,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    select: selectOn(today),
  });
}

const selectOn = (today: string) => ({ ...fields, absences: { where: awayOn(today), orderBy: { untilOn: "desc" as const }, take: 1, select: { untilOn: true } } });

export function findStaffAccount(db: Db, id: string, today: string) {
  return db.account.findFirst({ where: { id, audience: "staff" }, select: selectOn(today) });
}

/** 各人承办着几件在办的案件；没有的不在其中。 */
export async function countHeldCases(db: Db, accountIds: readonly string[]): Promise<Map<string, number>> {
  const groups = await db.case.groupBy({ by: ["holderId"], where: { holderId: { in: [...accountIds] }, finishedAt: null }, _count: true });
  return new Map(groups.map(({ holderId, _count }) => [holderId ?? "", _count]));
}

/** 承办着几件没有办结的差评。 */
export function countBadRatings(db: Db, accountId: string): Promise<number> {
  return db.badRating.count({ where: { assigneeId: accountId, state: { not: "closed" } } });
}

/** 改内网账号的人排队：各人都去掉对方的岗位时，总有一位系统管理员留下。到事务结束为止。 */
export async function lockStaff(tx: Db): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('staff', 11))`);
}

/** 除此人之外，在用的账号里还有几位有这个岗位。 */
export function countActiveWith(tx: Db, role: string, except: string): Promise<number> {
  return tx.account.count({ where: { audience: "staff", state: "active", roles: { has: role }, id: { not: except } } });
}

export interface StaffChange {
  displayName: string;
  mobile: string | null;
  officeCode: string;
  roles: readonly string[];
}

export async function updateStaff(tx: Db, id: string, { roles, ...rest }: StaffChange): Promise<void> {
  await tx.account.update({ where: { id }, data: { ...rest, roles: [...roles] }, select: { id: true } });
}

export async function updateState(tx: Db, id: string, state: "active" | "disabled"): Promise<void> {
  await tx.account.update({ where: { id }, data: { state }, select: { id: true } });
}

/** 把此人承办的在办案件放回未领取，keep 里的状态留下；答出放回了哪些。 */
export async function releaseCases(tx: Db, accountId: string, keep: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH held AS (
      SELECT "id" FROM "Case" WHERE "holderId" = ${accountId}::uuid AND "finishedAt" IS NULL AND NOT ("state" = ANY(${[...keep]}::text[])) ORDER BY "id" FOR UPDATE)
    UPDATE "Case" c SET "holderId" = NULL FROM held WHERE c."id" = held."id" RETURNING c."id"`);
  return rows.map(({ id }) => id);
}
