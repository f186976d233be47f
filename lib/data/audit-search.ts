import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { StoredEntry } from "./audit-seals";
import type { Db } from "./client";

/** 查找的条件，文字都已换成标识。 */
export interface AuditFilter {
  /** 起于（含）、止于（不含）。 */
  from?: Date;
  before?: Date;
  actorIds?: readonly string[];
  audience?: string;
  action?: string;
  subject?: string;
  subjectIds?: readonly string[];
  address?: string;
}

/** 查出来给人看的一条：时刻与内容不必是逐字的文字。 */
export interface FoundEntry extends Omit<StoredEntry, "at" | "detail"> {
  at: Date;
  detail: unknown;
}

/** 翻页的起点：上一页最后一条。 */
export interface AuditCursor {
  at: Date;
  id: string;
}

function conditionsOf({ from, before, actorIds, audience, action, subject, subjectIds, address }: AuditFilter): Prisma.Sql {
  const parts = [
    Prisma.sql`true`,
    ...(from ? [Prisma.sql`e."at" >= ${from.toISOString()}::timestamptz`] : []),
    ...(before ? [Prisma.sql`e."at" < ${before.toISOString()}::timestamptz`] : []),
    ...(actorIds ? [Prisma.sql`e."actorId" = ANY(${[...actorIds]}::uuid[])`] : []),
    ...(audience ? [Prisma.sql`e."audience" = ${audience}`] : []),
    ...(action ? [Prisma.sql`e."action" = ${action}`] : []),
    ...(subject ? [Prisma.sql`e."subject" = ${subject}`] : []),
    ...(subjectIds ? [Prisma.sql`e."subjectId" = ANY(${[...subjectIds]}::text[])`] : []),
    ...(address ? [Prisma.sql`e."address" = ${address}`] : []),
  ];
  return Prisma.join(parts, " AND ");
}

/** 合条件的，新的在前。 */
export function listAuditEntries(db: Db, filter: AuditFilter, take: number, after?: AuditCursor): Promise<FoundEntry[]> {
  const next = after ? Prisma.sql`AND (e."at", e."id") < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)` : Prisma.empty;
  return db.$queryRaw<FoundEntry[]>(Prisma.sql`
    SELECT e."id", e."at", e."actorId", e."actorName", e."audience", e."action", e."subject", e."subjectId", e."detail", e."address"
    FROM "AuditEntry" e WHERE ${conditionsOf(filter)} ${next} ORDER BY e."at" DESC, e."id" DESC LIMIT ${take}`);
}

export function findAuditEntry(db: Db, id: string): Promise<FoundEntry | null> {
  return db.auditEntry.findUnique({ where: { id } });
}

/** 登录账号就是它，或姓名里有它的账号。 */
export async function listAccountIdsNamed(db: Db, text: string, take: number): Promise<string[]> {
  const rows = await db.account.findMany({ where: { OR: [{ login: text }, { displayName: { contains: text.replace(/[\\%_]/g, "\\$&") } }] }, select: { id: true }, orderBy: { id: "asc" }, take });
  return rows.map(({ id }) => id);
}

/** 编号、代码、登录账号所指的记录；一家企业的代码也带出它的案件。 */
export async function listSubjectIdsOf(db: Db, text: string, take: number): Promise<string[]> {
  const code = text.toUpperCase();
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c."id"::text FROM "Case" c WHERE c."number" = ${code}
    UNION SELECT l."id"::text FROM "Licence" l WHERE l."number" = ${code}
    UNION SELECT d."id"::text FROM "IssuedDocument" d WHERE d."number" = ${text}
    UNION SELECT e."id"::text FROM "Enterprise" e WHERE e."uscc" = ${code}
    UNION SELECT a."id"::text FROM "Account" a WHERE a."login" = ${text}
    UNION SELECT k."id"::text FROM "Case" k JOIN "Enterprise" h ON h."id" = k."enterpriseId" WHERE h."uscc" = ${code}
    LIMIT ${take}`);
  return rows.map(({ id }) => id);
}

/** 对象的编号或名称：案件、许可证、文书的编号，企业、账号、通知、导入文件的名称；附属的记录用它所属的案件。 */
export async function listSubjectLabels(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = Prisma.sql`ANY(${[...ids]}::uuid[])`;
  const rows = await db.$queryRaw<{ id: string; label: string }[]>(Prisma.sql`
    SELECT c."id"::text, c."number" AS "label" FROM "Case" c WHERE c."id" = ${wanted}
    UNION ALL SELECT l."id"::text, l."number" FROM "Licence" l WHERE l."id" = ${wanted}
    UNION ALL SELECT e."id"::text, e."name" FROM "Enterprise" e WHERE e."id" = ${wanted}
    UNION ALL SELECT a."id"::text, a."displayName" || '（' || a."login" || '）' FROM "Account" a WHERE a."id" = ${wanted}
    UNION ALL SELECT f."id"::text, c."number" FROM "FollowUp" f JOIN "Case" c ON c."id" = f."caseId" WHERE f."id" = ${wanted}
    UNION ALL SELECT d."id"::text, d."number" FROM "IssuedDocument" d WHERE d."id" = ${wanted}
    UNION ALL SELECT t."id"::text, t."name" FROM "Attachment" t WHERE t."id" = ${wanted}
    UNION ALL SELECT i."id"::text, i."displayName" FROM "Invitation" i WHERE i."id" = ${wanted}
    UNION ALL SELECT n."id"::text, n."title" FROM "Notice" n WHERE n."id" = ${wanted}
    UNION ALL SELECT r."id"::text, r."fileName" FROM "ImportRun" r WHERE r."id" = ${wanted}
    UNION ALL SELECT v."id"::text, c."number" FROM "SiteVisit" v JOIN "Case" c ON c."id" = v."caseId" WHERE v."id" = ${wanted}
    UNION ALL SELECT m."id"::text, c."number" FROM "Remark" m JOIN "Case" c ON c."id" = m."caseId" WHERE m."id" = ${wanted}
    UNION ALL SELECT b."id"::text, c."number" FROM "BadRating" b JOIN "Evaluation" o ON o."id" = b."evaluationId" JOIN "Case" c ON c."id" = o."caseId" WHERE b."id" = ${wanted}
    UNION ALL SELECT p."id"::text, h."name" FROM "Restriction" p JOIN "Enterprise" h ON h."id" = p."enterpriseId" WHERE p."id" = ${wanted}`);
  return new Map(rows.map(({ id, label }) => [id, label]));
}
