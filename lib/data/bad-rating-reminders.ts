import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 不改变环节的几步：提醒、查看电话。 */
export const quietSteps = ["remind", "lookUpPhone"] as const;

/** 到这一天为止要到期的；本环节提醒过的不再提醒。 */
const unreminded = (dueTo: string) => Prisma.sql`b."state" <> 'closed' AND b."stageDueOn" <= ${dueTo} AND NOT EXISTS (
    SELECT 1 FROM "BadRatingEvent" r WHERE r."badRatingId" = b."id" AND r."action" = 'remind' AND r."at" >= COALESCE(
      (SELECT max(s."at") FROM "BadRatingEvent" s WHERE s."badRatingId" = b."id" AND s."action" <> ALL(${[...quietSteps]}::text[])), b."createdAt"))`;

/** 该提醒的一批；after 为上一批最后一件。 */
export async function listUnreminded(db: Db, dueTo: string, take: number, after?: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT b."id" FROM "BadRating" b WHERE ${unreminded(dueTo)} ${after ? Prisma.sql`AND b."id" > ${after}::uuid` : Prisma.empty} ORDER BY b."id" LIMIT ${take}`);
  return rows.map(({ id }) => id);
}

/** 锁住仍该提醒的一件；别人正在办的、别的进程已提醒的不要，都为 false。 */
export async function lockUnreminded(tx: Db, id: string, dueTo: string): Promise<boolean> {
  const locked: unknown[] = await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "BadRating" WHERE "id" = ${id}::uuid FOR UPDATE SKIP LOCKED`);
  if (locked.length === 0) return false;
  // 锁到之后再问一次：别的进程可能刚提醒完
  const due: unknown[] = await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "BadRating" b WHERE b."id" = ${id}::uuid AND ${unreminded(dueTo)}`);
  return due.length === 1;
}

/** 收提醒短信的人：承办人，或本机构的好差评管理员；没有登记手机的收不到。 */
export async function listReminded(db: Db, to: { accountId: string } | { officeCode: string; role: string }): Promise<string[]> {
  const who = "accountId" in to ? { id: to.accountId } : { officeCode: to.officeCode, roles: { has: to.role } };
  const rows = await db.account.findMany({ where: { audience: "staff", state: "active", mobile: { not: null }, ...who }, select: { mobile: true }, take: 20 });
  return rows.flatMap(({ mobile }) => (mobile ? [mobile] : []));
}
