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

/** 列为机构或不再是；已经是这样的、没有的答 undefined。 */
export async function setInstitution(tx: Db, id: string, isInstitution: boolean): Promise<{ name: string; uscc: string } | undefined> {
  const [changed] = await tx.enterprise.updateManyAndReturn({ where: { id, isInstitution: !isInstitution }, data: { isInstitution }, select: { name: true, uscc: true } });
  return changed;
}
