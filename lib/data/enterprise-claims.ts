import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export type NewEnterpriseClaim = Prisma.EnterpriseClaimUncheckedCreateInput;

export function insertEnterpriseClaim(tx: Db, claim: NewEnterpriseClaim) {
  return tx.enterpriseClaim.create({ data: claim, select: { id: true } });
}

const withEnterprise = { enterprise: { select: { id: true, name: true, uscc: true, officeCode: true, particulars: true, revision: true } } } as const;

/** 没有系统管理员在岗的机构：停用的不算，兼审计的办不了设置类的事，也不算。 */
export async function listOfficesWithoutAdministrator(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>(Prisma.sql`
    SELECT o."code" FROM "Office" o WHERE NOT EXISTS (
      SELECT 1 FROM "Account" a WHERE a."officeCode" = o."code" AND a."audience" = 'staff' AND a."state" = 'active' AND 'administrator' = ANY(a."roles") AND NOT 'auditor' = ANY(a."roles"))
    ORDER BY 1`);
  return rows.map(({ code }) => code);
}

/** 几个派出机构的认领申请；待核实的先来先办，办过的新的在前。after 为上一页最后一件。 */
export function listClaimRows(db: Db, officeCodes: readonly string[], pending: boolean, take: number, after?: string) {
  return db.enterpriseClaim.findMany({
    where: { state: pending ? "pending" : { not: "pending" }, enterprise: { officeCode: { in: [...officeCodes] } } },
    include: { enterprise: { select: { name: true, uscc: true, officeCode: true } } },
    orderBy: { id: pending ? "asc" : "desc" },
    take,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
  });
}

export function countPendingClaims(db: Db, officeCodes: readonly string[]): Promise<number> {
  return db.enterpriseClaim.count({ where: { state: "pending", enterprise: { officeCode: { in: [...officeCodes] } } } });
}

export function findEnterpriseClaim(db: Db, id: string) {
  return db.enterpriseClaim.findUnique({ where: { id }, include: withEnterprise });
}

/** 对照与决定时看的：持有的许可证，最近的在前。 */
export function listLicencesOfEnterprise(db: Db, enterpriseId: string) {
  return db.licence.findMany({
    where: { enterpriseId }, orderBy: { id: "desc" }, take: 10,
    select: { number: true, versions: { orderBy: { version: "desc" }, take: 1, select: { scopeText: true, validTo: true } } },
  });
}

export function countRivalClaims(db: Db, enterpriseId: string, besides: string): Promise<number> {
  return db.enterpriseClaim.count({ where: { enterpriseId, state: "pending", id: { not: besides } } });
}

/** 锁住企业，再读这件申请：同时决定两件，后来者看到前一个的结果。 */
export async function lockEnterpriseClaim(tx: Db, id: string) {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Enterprise" e WHERE e."id" = (SELECT "enterpriseId" FROM "EnterpriseClaim" WHERE "id" = ${id}::uuid) FOR UPDATE`);
  return findEnterpriseClaim(tx, id);
}

/** 锁住要认领的企业；已经有账号的不能认领，为 false。 */
export async function lockUnowned(tx: Db, enterpriseId: string): Promise<boolean> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Enterprise" WHERE "id" = ${enterpriseId}::uuid FOR UPDATE`);
  return (await tx.account.count({ where: { enterpriseId } })) === 0;
}

export function listRivalClaims(tx: Db, enterpriseId: string, besides: string) {
  return tx.enterpriseClaim.findMany({ where: { enterpriseId, state: "pending", id: { not: besides } }, select: { id: true, accountId: true, mobile: true, login: true } });
}

/** 决定一件待核实的；已经决定的不动，为 false。 */
export async function decideClaimRow(tx: Db, id: string, outcome: { state: "approved" | "rejected"; reason?: string; decidedByName: string }): Promise<boolean> {
  const { count } = await tx.enterpriseClaim.updateMany({ where: { id, state: "pending" }, data: { ...outcome, decidedAt: new Date(), ...(outcome.state === "rejected" ? { accountId: null } : {}) } });
  return count === 1;
}

/** 启用占住登录名的账号，成为这家企业的管理员。 */
export async function openClaimedAccount(tx: Db, accountId: string, enterpriseId: string): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { state: "active", enterpriseId } });
}

/** 退回的不再占着登录名；只删还没有归属的。 */
export async function removeClaimedAccount(tx: Db, accountId: string): Promise<void> {
  await tx.account.deleteMany({ where: { id: accountId, enterpriseId: null, audience: "enterprise", state: "disabled" } });
}

/** 认领通过：登记信息补齐，上级企业取申请人选的。 */
export async function completeParticulars(tx: Db, id: string, particulars: Prisma.InputJsonValue, parentId: string | null): Promise<void> {
  await tx.enterprise.update({ where: { id }, data: { particulars, revision: { increment: 1 }, ...(parentId ? { parentId } : {}) } });
}
