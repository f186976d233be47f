import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Db, sqlIn } from "./client";
import { newId } from "./new-id";

export type NewAuditEntry = Omit<Prisma.AuditEntryUncheckedCreateInput, "id" | "at">;

/** 审计只增不改（触发器拒绝修改与删除）。 */
export async function insertAudit(db: Db, entry: NewAuditEntry): Promise<void> {
  const { actorId = null, actorName, audience, action, subject, subjectId = null, detail, address = null } = entry;
  await sqlIn(db).query({
    name: "insert-audit",
    text: `INSERT INTO "AuditEntry" ("id", "at", "actorId", "actorName", "audience", "action", "subject", "subjectId", "detail", "address")
      VALUES ($1::uuid, clock_timestamp(), $2::uuid, $3, $4, $5, $6, $7, $8::jsonb, $9)`,
    values: [newId(), actorId, actorName, audience, action, subject, subjectId, detail === undefined ? null : JSON.stringify(detail), address],
  });
}

/** 一个对象的若干种审计，新的在前。 */
export function listAuditOn(db: Db, subject: string, subjectId: string, actions: readonly string[]) {
  return db.auditEntry.findMany({
    where: { subject, subjectId, action: { in: [...actions] } },
    orderBy: { at: "desc" },
    select: { id: true, at: true, action: true, actorName: true, detail: true },
  });
}
