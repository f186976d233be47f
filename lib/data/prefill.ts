import "server-only";
import type { SectionAnswers } from "@/lib/forms/answers";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface GrantedSource {
  caseId: string;
  number: string;
}

/** 这些业务里最近准予的一件。 */
export async function findLastGranted(db: Db, enterpriseId: string, businesses: readonly string[]): Promise<GrantedSource | undefined> {
  const found = await db.case.findFirst({
    where: { enterpriseId, state: "granted", application: { is: { business: { in: [...businesses] } } } },
    orderBy: { finishedAt: "desc" }, select: { id: true, number: true },
  });
  return found ? { caseId: found.id, number: found.number } : undefined;
}

/** 这些页签的答案。 */
export async function listSectionAnswers(db: Db, caseId: string, keys: readonly string[]): Promise<{ key: string; data: SectionAnswers }[]> {
  const rows = await db.sectionAnswer.findMany({ where: { applicationId: caseId, sectionKey: { in: [...keys] } }, orderBy: { sectionKey: "asc" } });
  return rows.map(({ sectionKey, data }) => ({ key: sectionKey, data: data as SectionAnswers }));
}

/** 草稿的初值。 */
export async function insertSectionAnswers(tx: Db, caseId: string, accountId: string, sections: readonly { key: string; data: SectionAnswers }[]): Promise<void> {
  await tx.sectionAnswer.createMany({
    data: sections.map(({ key, data }) => ({ applicationId: caseId, sectionKey: key, data: data as Prisma.InputJsonValue, updatedById: accountId })),
  });
}

/** 沿用这些页签已检查的文件：另立一条登记，与原件共用一份存储；行已不在的、每件须重新出具的（besides）不沿用。 */
export async function copyAttachments(tx: Db, from: string, to: string, keys: readonly string[], rowIds: readonly string[], besides: readonly string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Attachment" ("id", "applicationId", "sectionKey", "slot", "rowId", "storageKey", "copiedFromId", "name", "mediaType", "size", "sha256", "state", "uploadedById")
    SELECT gen_random_uuid(), ${to}::uuid, f."sectionKey", f."slot", f."rowId", f."storageKey", f."id", f."name", f."mediaType", f."size", f."sha256", 'checked', f."uploadedById"
    FROM "Attachment" f WHERE f."applicationId" = ${from}::uuid AND f."state" = 'checked' AND f."sectionKey" = ANY(${[...keys]}::text[]) AND f."slot" <> ALL(${[...besides]}::text[])
      AND (f."rowId" IS NULL OR f."rowId" = ANY(${[...rowIds]}::text[])) ORDER BY f."createdAt"`);
}

/** 沿用一人入职时交的材料：放进后来的申请里对应的一处（slots 为入职的材料 → 那里的材料）。 */
export async function copyPersonFiles(tx: Db, to: string, { caseId, section, rowId = null, slots }: { caseId: string; section: string; rowId?: string | null; slots: Readonly<Record<string, string>> }): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Attachment" ("id", "applicationId", "sectionKey", "slot", "rowId", "storageKey", "copiedFromId", "name", "mediaType", "size", "sha256", "state", "uploadedById")
    SELECT gen_random_uuid(), ${to}::uuid, ${section}, m."to", ${rowId}, f."storageKey", f."id", f."name", f."mediaType", f."size", f."sha256", 'checked', f."uploadedById"
    FROM "Attachment" f JOIN unnest(${Object.keys(slots)}::text[], ${Object.values(slots)}::text[]) AS m("from", "to") ON m."from" = f."slot"
    WHERE f."applicationId" = ${caseId}::uuid AND f."state" = 'checked' AND f."sectionKey" = 'entry' ORDER BY f."createdAt"`);
}

export async function linkOrigin(tx: Db, caseId: string, origin: { licenceId?: string; prefilledFromId?: string; scopeText?: string }): Promise<void> {
  await tx.application.update({ where: { caseId }, data: origin });
}
