import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 判断能不能在这份申请里放附件所需的一切。 */
export interface UploadTarget {
  caseId: string;
  enterpriseId: string;
  officeCode: string;
  state: string;
  business: string;
  /** 待补正时开放的页签。 */
  returned: string[];
  /** 容缺受理后还可以补交的材料；没有或已过期限为空。 */
  deferred: { section: string; slot: string; rowId?: string }[];
}

/**
 * 先锁、再读，分两条语句：锁与读同一语句时，意见读到的是等锁之前的旧值。
 * @param lock 事务里锁住案件：提交与上传只有一个先
 */
export async function findUploadTarget(db: Db, applicationId: string, lock = false): Promise<UploadTarget | undefined> {
  if (lock) await db.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = ${applicationId}::uuid FOR UPDATE`);
  const rows = await db.$queryRaw<UploadTarget[]>(Prisma.sql`
    SELECT c."id" AS "caseId", c."enterpriseId", c."officeCode", c."state", a."business",
      ARRAY(SELECT DISTINCT r."sectionKey" FROM "Remark" r WHERE r."caseId" = c."id" AND r."sentAt" IS NOT NULL AND r."resolvedAt" IS NULL) AS "returned",
      COALESCE((SELECT u."detail"->'missing' FROM "FollowUp" u WHERE u."caseId" = c."id" AND u."kind" = 'deferral' AND u."state" = 'open'
        AND u."dueOn" >= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') LIMIT 1), '[]') AS "deferred"
    FROM "Case" c JOIN "Application" a ON a."caseId" = c."id" WHERE c."id" = ${applicationId}::uuid`);
  return rows[0];
}

export interface AttachmentPlace {
  applicationId: string;
  sectionKey: string;
  slot: string;
  rowId: string | null;
}

/** 这一处现有几个文件（在检查的也算）。 */
export function countAttachments(db: Db, place: AttachmentPlace): Promise<number> {
  return db.attachment.count({ where: { ...place, state: { in: ["quarantined", "checked"] } } });
}

/** 登记一个待检查的附件；同一个存储键只登记一次，已登记过为 undefined。 */
export async function insertAttachment(db: Db, attachment: Omit<Prisma.AttachmentCreateManyInput, "id" | "state">): Promise<string | undefined> {
  const created = await db.attachment.createManyAndReturn({ data: [{ ...attachment, state: "quarantined" }], select: { id: true }, skipDuplicates: true });
  return created[0]?.id;
}

export function findAttachmentByKey(db: Db, storageKey: string) {
  return db.attachment.findFirst({ where: { storageKey, copiedFromId: null } });
}

/** 检查有了结论；只有还在待检查的才改，返回是否改成。 */
export async function settleAttachment(db: Db, id: string, to: { state: "checked" | "rejected"; mediaType?: string; rejection?: string }): Promise<boolean> {
  const { count } = await db.attachment.updateMany({ where: { id, state: "quarantined" }, data: to });
  return count === 1;
}

export async function noteUnscanned(db: Db, id: string, rejection: string): Promise<void> {
  await db.attachment.updateMany({ where: { id, state: "quarantined" }, data: { rejection } });
}

/** 等着补查的附件，旧的在前。 */
export function listQuarantined(db: Db, take: number) {
  return db.attachment.findMany({ where: { state: "quarantined", rejection: { not: null } }, orderBy: { createdAt: "asc" }, take });
}

export interface AttachmentRecord extends AttachmentPlace {
  id: string;
  storageKey: string;
  name: string;
  mediaType: string;
  size: number;
  state: string;
  enterpriseId: string;
  officeCode: string;
  /** 在某一轮提交的快照里，或作为容缺材料补交过：从此要一直能看。 */
  submitted: boolean;
  /** 沿用上一次申请的：与原件共用一份存储。 */
  copied: boolean;
}

export async function findAttachment(db: Db, id: string): Promise<AttachmentRecord | undefined> {
  const rows = await db.$queryRaw<AttachmentRecord[]>(Prisma.sql`
    SELECT f."id", f."applicationId", f."sectionKey", f."slot", f."rowId", f."storageKey", f."name", f."mediaType", f."size", f."state", c."enterpriseId", c."officeCode",
      f."copiedFromId" IS NOT NULL AS "copied",
      EXISTS (SELECT 1 FROM "Submission" s WHERE s."applicationId" = f."applicationId" AND s."snapshot"->'files' @> jsonb_build_array(jsonb_build_object('id', f."id")))
        OR EXISTS (SELECT 1 FROM "FollowUp" u WHERE u."caseId" = f."applicationId" AND u."detail"->'files' @> jsonb_build_array(jsonb_build_object('id', f."id"))) AS "submitted"
    FROM "Attachment" f JOIN "Case" c ON c."id" = f."applicationId" WHERE f."id" = ${id}::uuid`);
  return rows[0];
}

/** 去掉一个附件；已经不在的为 false。 */
export async function markAttachmentRemoved(db: Db, id: string): Promise<boolean> {
  const count = await db.$executeRaw(Prisma.sql`UPDATE "Attachment" SET "state" = 'removed', "removedAt" = now() WHERE "id" = ${id}::uuid AND "state" IN ('checked', 'quarantined')`);
  return count === 1;
}

export interface PendingUpload {
  fileKey: string;
  storageKey: string;
  metadata: Prisma.InputJsonValue;
  callbackUrl: string;
  callbackSlug: string;
}

/** 登记即将到来的文件；过时的登记顺手清掉，返回键已被占用的为 false。 */
export async function insertPendingUploads(tx: Db, pending: readonly PendingUpload[], staleMinutes: number): Promise<boolean> {
  await tx.$executeRaw(Prisma.sql`DELETE FROM "PendingUpload" WHERE "createdAt" < now() - make_interval(mins => ${staleMinutes})`);
  const { count } = await tx.pendingUpload.createMany({ data: [...pending], skipDuplicates: true });
  return count === pending.length;
}

export function findPendingUpload(db: Db, fileKey: string) {
  return db.pendingUpload.findUnique({ where: { fileKey } });
}

export async function storeUploadResult(db: Db, fileKey: string, result: Prisma.InputJsonValue): Promise<boolean> {
  const { count } = await db.pendingUpload.updateMany({ where: { fileKey }, data: { result } });
  return count === 1;
}

export async function deletePendingUpload(db: Db, fileKey: string): Promise<void> {
  await db.pendingUpload.deleteMany({ where: { fileKey } });
}

/** 它那一行已经不在（或从没有存成）：文件传上一天了，页签也静了一天，案件还是草稿。 */
const orphaned = Prisma.sql`f."state" = 'checked' AND f."rowId" IS NOT NULL AND f."createdAt" < now() - interval '1 day'
  AND EXISTS (SELECT 1 FROM "Case" c WHERE c."id" = f."applicationId" AND c."state" = 'draft')
  AND NOT EXISTS (SELECT 1 FROM "SectionAnswer" s WHERE s."applicationId" = f."applicationId" AND s."sectionKey" = f."sectionKey"
    AND (s."updatedAt" >= now() - interval '1 day' OR jsonb_path_exists(s."data", '$.**.rowId ? (@ == $row)', jsonb_build_object('row', f."rowId"))))`;

/** 取消了的新行、删去了的行留下的附件，一批。 */
export function listOrphanedAttachments(db: Db, take: number): Promise<{ id: string; applicationId: string }[]> {
  return db.$queryRaw(Prisma.sql`SELECT f."id", f."applicationId" FROM "Attachment" f WHERE ${orphaned} ORDER BY f."createdAt" LIMIT ${take}`);
}

/** 锁住案件之后再看一次，仍是无主的才去掉；返回是否去掉。 */
export async function markOrphanRemoved(tx: Db, { id, applicationId }: { id: string; applicationId: string }): Promise<boolean> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = ${applicationId}::uuid FOR UPDATE`);
  return (await tx.$executeRaw(Prisma.sql`UPDATE "Attachment" f SET "state" = 'removed', "removedAt" = now() WHERE f."id" = ${id}::uuid AND ${orphaned}`)) === 1;
}
