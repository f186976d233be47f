import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 锁住一个内网账号，同一个人的外出一次只登记一条。 */
export async function lockStaffAccount(tx: Db, accountId: string) {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Account" WHERE "id" = ${accountId}::uuid FOR UPDATE`);
  return tx.account.findFirst({ where: { id: accountId, audience: "staff", state: "active" }, select: { id: true, officeCode: true, displayName: true } });
}

/** 与这段日子重叠的外出。 */
export function findOverlap(tx: Db, accountId: string, fromOn: string, untilOn: string) {
  return tx.staffAbsence.findFirst({ where: { accountId, removedAt: null, fromOn: { lte: untilOn }, untilOn: { gte: fromOn } }, select: { fromOn: true, untilOn: true } });
}

export function insertAbsence(tx: Db, absence: Prisma.StaffAbsenceUncheckedCreateInput) {
  return tx.staffAbsence.create({ data: absence, select: { id: true } });
}

export function findAbsence(db: Db, id: string) {
  return db.staffAbsence.findFirst({ where: { id, removedAt: null }, select: { id: true, accountId: true, fromOn: true, untilOn: true, account: { select: { officeCode: true } } } });
}

/** 取消一段外出；已取消的不动，答 false。 */
export async function removeAbsence(tx: Db, id: string): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`UPDATE "StaffAbsence" SET "removedAt" = now() WHERE "id" = ${id}::uuid AND "removedAt" IS NULL`);
  return count === 1;
}
