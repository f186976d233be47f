import "server-only";
import type { Db } from "./client";

/** 机构的一页，按名称；q 为名称片段或代码。 */
export function listInstitutionRows(db: Db, take: number, { q, afterId }: { q?: string; afterId?: string } = {}) {
  const literal = q?.replace(/[\\%_]/g, "\\$&") ?? "";
  return db.enterprise.findMany({
    where: { isInstitution: true, ...(q ? { OR: [{ name: { contains: literal, mode: "insensitive" } }, { uscc: { startsWith: literal.toUpperCase() } }] } : {}) },
    select: { id: true, name: true, uscc: true, office: { select: { name: true } }, _count: { select: { subordinates: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take,
    ...(afterId ? { cursor: { id: afterId }, skip: 1 } : {}),
  });
}

/** 按代码或名称找已登记的企业。 */
export function findByCodeOrName(db: Db, { name, uscc }: { name: string; uscc: string }) {
  return db.enterprise.findMany({ where: { OR: [{ uscc }, { name }] }, select: { id: true, name: true, uscc: true, isInstitution: true } });
}

export async function setInstitution(tx: Db, id: string, isInstitution: boolean): Promise<boolean> {
  const { count } = await tx.enterprise.updateMany({ where: { id, isInstitution: !isInstitution }, data: { isInstitution } });
  return count === 1;
}
