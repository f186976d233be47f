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
    select: { name: true, uscc: true, _count: { select: { accounts: true } } },
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

export function findInstitution(db: Db, id: string) {
  return db.enterprise.findFirst({ where: { id, isInstitution: true }, select: { id: true, name: true } });
}

/** 派出机构在第一次用到时落库；已有的（编号前两位可能已核实改过）不动。 */
export async function ensureOffice(db: Db, office: { code: string; name: string; regionDigit: number; officeDigit: number }): Promise<void> {
  const { code, name, regionDigit, officeDigit } = office;
  await db.office.createMany({ data: { code, name, regionDigit, officeDigit }, skipDuplicates: true });
}
