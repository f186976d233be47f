import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface NewRemark {
  caseId: string;
  round: number;
  sectionKey: string;
  rowId?: string;
  field?: string;
  slot?: string;
  level: string;
  text: string;
  place: string;
  authorId: string;
}

export async function insertRemark(db: Db, remark: NewRemark): Promise<string> {
  const { id } = await db.remark.create({ data: remark, select: { id: true } });
  return id;
}

/** 一条意见和它的案件归属。 */
export function findRemark(db: Db, id: string) {
  return db.remark.findUnique({ where: { id }, include: { case: { select: { officeCode: true, enterpriseId: true, state: true, id: true } } } });
}

/** 改草稿；已发出的改不到，返回是否改成。 */
export async function updateDraftRemark(db: Db, id: string, data: { level: string; text: string }): Promise<boolean> {
  const { count } = await db.remark.updateMany({ where: { id, sentAt: null }, data });
  return count === 1;
}

export async function deleteDraftRemark(db: Db, id: string): Promise<boolean> {
  const { count } = await db.remark.deleteMany({ where: { id, sentAt: null } });
  return count === 1;
}

/** 本案的草稿一次全部发出，返回发出的意见。 */
export async function sendDraftRemarks(tx: Db, caseId: string) {
  await tx.$executeRaw(Prisma.sql`UPDATE "Remark" SET "sentAt" = now() WHERE "caseId" = ${caseId}::uuid AND "sentAt" IS NULL`);
  return listUnresolvedRemarks(tx, caseId);
}

/** 再次发出未解决的意见：等待企业重新答复；上一次的答复由调用者记入经过。 */
export async function resendUnresolvedRemarks(tx: Db, caseId: string, round: number) {
  const before = await listUnresolvedRemarks(tx, caseId);
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Remark" SET "sentAt" = now(), "round" = ${round}, "answer" = NULL, "answeredAt" = NULL
    WHERE "caseId" = ${caseId}::uuid AND "sentAt" IS NOT NULL AND "resolvedAt" IS NULL`);
  return before;
}

/** 已发出而未解决的意见。 */
export function listUnresolvedRemarks(db: Db, caseId: string) {
  return db.remark.findMany({
    where: { caseId, sentAt: { not: null }, resolvedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true, place: true, text: true, level: true, answer: true },
  });
}

/** 关闭或重新打开已发出的意见。 */
export async function markRemarkResolved(db: Db, id: string, resolved: boolean): Promise<boolean> {
  const count = await db.$executeRaw(Prisma.sql`
    UPDATE "Remark" SET "resolvedAt" = CASE WHEN ${resolved} THEN now() END WHERE "id" = ${id}::uuid AND "sentAt" IS NOT NULL`);
  return count === 1;
}
