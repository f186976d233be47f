import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export type NewAuditEntry = Prisma.AuditEntryUncheckedCreateInput;

/** 审计只增不改（触发器拒绝修改与删除）。 */
export async function insertAudit(db: Db, entry: NewAuditEntry): Promise<void> {
  await db.auditEntry.create({ data: entry });
}

/** 一个对象的若干种审计，新的在前。 */
export function listAuditOn(db: Db, subject: string, subjectId: string, actions: readonly string[]) {
  return db.auditEntry.findMany({
    where: { subject, subjectId, action: { in: [...actions] } },
    orderBy: { at: "desc" },
    select: { id: true, at: true, action: true, actorName: true, detail: true },
  });
}
