import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export function findSettingRow(db: Db, key: string) {
  return db.setting.findUnique({ where: { key } });
}

/** 读了再改的设置排队：两位管理员同时改，不互相覆盖。到事务结束为止。 */
export async function lockSettings(tx: Db): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('settings', 11))`);
}

export async function upsertSetting(db: Db, key: string, value: Prisma.InputJsonValue, updatedById: string | null): Promise<void> {
  await db.setting.upsert({ where: { key }, create: { key, value, updatedById }, update: { value, updatedById } });
}

export function listOfficeDigits(db: Db) {
  return db.office.findMany({ orderBy: [{ regionDigit: "asc" }, { officeDigit: "asc" }] });
}

export async function updateOfficeDigits(db: Db, code: string, digits: { regionDigit: number; officeDigit: number }): Promise<void> {
  await db.office.update({ where: { code }, data: digits });
}

export interface OfficeContact {
  address: string | null;
  postalCode: string | null;
  phone: string | null;
}

/** 一个派出机构的联系方式；没有登记过的为 undefined。 */
export async function findOfficeContact(db: Db, code: string): Promise<OfficeContact | undefined> {
  return (await db.office.findUnique({ where: { code }, select: { address: true, postalCode: true, phone: true } })) ?? undefined;
}

export async function updateOfficeContact(tx: Db, code: string, contact: OfficeContact): Promise<void> {
  await tx.office.update({ where: { code }, data: contact, select: { code: true } });
}
