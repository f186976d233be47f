import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export type NewEnterprise = Prisma.EnterpriseUncheckedCreateInput;

export function insertEnterprise(db: Db, enterprise: NewEnterprise) {
  return db.enterprise.create({ data: enterprise, select: { id: true } });
}

export function findEnterprise(db: Db, id: string) {
  return db.enterprise.findUnique({ where: { id }, include: { parent: { select: { id: true, name: true } }, office: true } });
}

/** 名称或代码已登记的企业，注册前逐项提示用。 */
export function findEnterprisesLike(db: Db, name: string, uscc: string) {
  return db.enterprise.findMany({
    where: { OR: [{ name }, { uscc }] },
    select: { id: true, name: true, uscc: true, _count: { select: { accounts: true } } },
  });
}

/** 保存登记信息；版本不符（别人先改了）时返回 false。 */
export async function updateParticulars(
  db: Db,
  id: string,
  revision: number,
  change: { particulars: Prisma.InputJsonValue; parentId: string | null; officeCode: string },
): Promise<boolean> {
  const { count } = await db.enterprise.updateMany({ where: { id, revision }, data: { ...change, revision: { increment: 1 } } });
  return count === 1;
}

/** 可选作上级企业的机构：按名称片段查，通配符按字面。 */
export function searchInstitutions(db: Db, fragment: string, take: number): Promise<{ id: string; name: string; uscc: string }[]> {
  const pattern = `%${fragment.replace(/[\\%_]/g, "\\$&")}%`;
  return db.$queryRaw(Prisma.sql`
    SELECT "id", "name", "uscc" FROM "Enterprise"
    WHERE "isInstitution" AND "name" LIKE ${pattern}
    ORDER BY length("name"), "name" LIMIT ${take}`);
}

/** 某日持有有效许可证的其他企业，按名称片段查，通配符按字面。 */
export function searchLicensed(
  db: Db,
  { fragment, besides, on }: { fragment: string; besides: string; on: string },
  take: number,
): Promise<{ uscc: string; name: string; licenceNumber: string; scopeText: string }[]> {
  const pattern = `%${fragment.replace(/[\\%_]/g, "\\$&")}%`;
  return db.$queryRaw(Prisma.sql`
    SELECT e."uscc", e."name", l."number" AS "licenceNumber", v."scopeText" FROM "Enterprise" e JOIN "Licence" l ON l."enterpriseId" = e."id" AND l."state" = 'valid'
      JOIN LATERAL (SELECT w."scopeText", w."validTo" FROM "LicenceVersion" w WHERE w."licenceId" = l."id" ORDER BY w."version" DESC LIMIT 1) v ON true
    WHERE e."name" LIKE ${pattern} AND e."id" <> ${besides}::uuid AND v."validTo" >= ${on}
    ORDER BY length(e."name"), e."name" LIMIT ${take}`);
}

export function findInstitution(db: Db, id: string) {
  return db.enterprise.findFirst({ where: { id, isInstitution: true }, select: { id: true, name: true } });
}

/** 派出机构在第一次用到时落库；已有的（编号前两位可能已核实改过）不动。 */
export async function ensureOffice(db: Db, office: { code: string; name: string; regionDigit: number; officeDigit: number }): Promise<void> {
  const { code, name, regionDigit, officeDigit } = office;
  await db.office.createMany({ data: { code, name, regionDigit, officeDigit }, skipDuplicates: true });
}

/** 按代码的次序锁住企业：同时签发两件互有关联的，后来者等待，不会互锁。 */
export async function lockEnterprises(tx: Db, codes: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Enterprise" WHERE "uscc" = ANY(${[...codes]}::text[]) ORDER BY "uscc" FOR UPDATE`);
}

export interface ParticularsChange {
  caseId: string;
  before: Prisma.InputJsonValue;
  after: Prisma.InputJsonValue;
  effectiveOn: string;
}

/** 登记事项变更：新的登记信息与一条变更记录；改了名称的，旧名称留作曾用名。 */
export async function storeParticulars(
  tx: Db,
  id: string,
  { name, particulars, formerName }: { name: string; particulars: Prisma.InputJsonValue; formerName: string | undefined },
  change: ParticularsChange,
): Promise<void> {
  await tx.enterprise.update({
    where: { id }, data: { name, particulars, revision: { increment: 1 }, ...(formerName === undefined ? {} : { formerNames: { push: formerName } }), changes: { create: change } },
  });
}

/** 历次登记事项变更，新的在前。 */
export function listParticularsChanges(db: Db, enterpriseId: string) {
  return db.enterpriseChange.findMany({ where: { enterpriseId }, orderBy: { createdAt: "desc" }, take: 100 });
}

/** 还没有办结的一件，最早的一件在前；没有的为 null。 */
export function findOpenCaseOf(db: Db, enterpriseId: string) {
  return db.case.findFirst({
    where: { enterpriseId, openKey: { not: null } },
    orderBy: { createdAt: "asc" },
    select: { number: true, state: true, kind: true, application: { select: { business: true } }, office: { select: { name: true } } },
  });
}
