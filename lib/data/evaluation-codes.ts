import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { codeState } from "@/lib/evaluation/codes";
import type { EvaluationCodeKind, EvaluationCodeState } from "@/lib/terms/evaluation";
import type { Db } from "./client";

/** 一个码：哪个机构、评的是什么、此刻还能不能用（数据库时间）。 */
export interface FoundCode {
  id: string;
  kind: EvaluationCodeKind;
  officeCode: string;
  officeName: string;
  /** 一次一评有，一事一评为空。 */
  servicePoint: string | null;
  batchId: string | null;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  revokedById: string | null;
  revokeReason: string | null;
  state: EvaluationCodeState;
  /** 一事一评所评的那一件。 */
  case: CodeCase | null;
}

export interface CodeCase {
  id: string;
  number: string;
  kind: string;
  enterpriseId: string;
  enterprise: string;
  business: string | null;
  finishedAt: Date | null;
}

type Row = Omit<FoundCode, "state" | "case"> & {
  expired: boolean;
  rated: boolean;
  caseId: string | null;
  number: string;
  caseKind: string;
  enterpriseId: string;
  enterprise: string;
  business: string | null;
  finishedAt: Date | null;
};

/** 按标识找码；一条语句。撤销、过期、评过都在 state 里说，调用者不必再判断。 */
export async function findCode(db: Db, id: string): Promise<FoundCode | undefined> {
  const [row] = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT c."id", c."kind", c."officeCode", o."name" AS "officeName", c."servicePoint", c."batchId", c."createdById", c."createdAt",
      c."expiresAt", c."revokedAt", c."revokedById", c."revokeReason", c."expiresAt" <= clock_timestamp() AS "expired",
      EXISTS (SELECT 1 FROM "Evaluation" e WHERE e."caseId" = c."caseId") AS "rated",
      c."caseId", k."number", k."kind" AS "caseKind", k."enterpriseId", n."name" AS "enterprise", a."business", k."finishedAt"
    FROM "EvaluationCode" c JOIN "Office" o ON o."code" = c."officeCode"
    LEFT JOIN "Case" k ON k."id" = c."caseId" LEFT JOIN "Enterprise" n ON n."id" = k."enterpriseId" LEFT JOIN "Application" a ON a."caseId" = k."id"
    WHERE c."id" = ${id}::uuid`);
  if (!row) return undefined;
  const { expired, rated, caseId, number, caseKind, enterpriseId, enterprise, business, finishedAt, ...code } = row;
  return {
    ...code,
    state: codeState({ kind: code.kind, expired, rated, revoked: code.revokedAt !== null }),
    case: caseId === null ? null : { id: caseId, number, kind: caseKind, enterpriseId, enterprise, business, finishedAt },
  };
}

export interface NewCode {
  id: string;
  officeCode: string;
  createdById: string;
  expiresAt: Date;
}

/** 本机构的一次一评码逐个生成：同一服务点的两次【生成】排队，后到的看得见先到的。 */
export async function lockVisitCodes(tx: Db, officeCode: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`visit-codes:${officeCode}`}, 8))`);
}

/** 这些服务点里已有码、到 until 还有效的。 */
export function listLiveVisitCodes(db: Db, officeCode: string, servicePoints: readonly string[], until: Date) {
  return db.evaluationCode.findMany({
    where: { officeCode, kind: "visit", servicePoint: { in: [...servicePoints] }, revokedAt: null, expiresAt: { gt: until } },
    select: { id: true, servicePoint: true },
    orderBy: { createdAt: "asc" },
  });
}

/** 一批一次一评码；createdAt 依次差一毫秒，列表里的先后与填写时一致。 */
export async function insertVisitCodes(tx: Db, codes: readonly (NewCode & { servicePoint: string; batchId: string; createdAt: Date })[]): Promise<void> {
  await tx.evaluationCode.createMany({ data: codes.map((code) => ({ ...code, kind: "visit" })) });
}

/**
 * 一件申请的一事一评码：由唯一索引 one_live_code_per_case 保证至多一个，同时生成的得到同一个。
 * @returns 有效的那一个，与是不是这一次生成的；一再撞上刚撤销的为 undefined
 */
export async function ensureMatterCode(tx: Db, code: NewCode & { caseId: string }): Promise<{ id: string; created: boolean } | undefined> {
  // 撞上的那一个可能恰好在两条语句之间被撤销：再来一次就能插入
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await insertMatterCode(tx, code)) return { id: code.id, created: true };
    const live = await tx.evaluationCode.findFirst({ where: { caseId: code.caseId, revokedAt: null }, select: { id: true } });
    if (live) return { id: live.id, created: false };
  }
  return undefined;
}

async function insertMatterCode(tx: Db, { id, officeCode, createdById, expiresAt, caseId }: NewCode & { caseId: string }): Promise<boolean> {
  const inserted = await tx.$executeRaw(Prisma.sql`
    INSERT INTO "EvaluationCode" ("id", "kind", "officeCode", "caseId", "createdById", "createdAt", "expiresAt")
    VALUES (${id}::uuid, 'matter', ${officeCode}, ${caseId}::uuid, ${createdById}::uuid, clock_timestamp(), ${expiresAt})
    ON CONFLICT ("caseId") WHERE "caseId" IS NOT NULL AND "revokedAt" IS NULL DO NOTHING`);
  return inserted === 1;
}

/** 撤销；已撤销的不动。 */
export async function revokeLiveCode(tx: Db, { id, by, reason }: { id: string; by: string; reason: string }): Promise<boolean> {
  const changed = await tx.$executeRaw(Prisma.sql`
    UPDATE "EvaluationCode" SET "revokedAt" = clock_timestamp(), "revokedById" = ${by}::uuid, "revokeReason" = ${reason} WHERE "id" = ${id}::uuid AND "revokedAt" IS NULL`);
  return changed === 1;
}

/** 同一批的码，先生成的在前。 */
export function listBatch(db: Db, officeCode: string, batchId: string) {
  return db.evaluationCode.findMany({ where: { officeCode, batchId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { id: true, servicePoint: true, expiresAt: true, revokedAt: true } });
}

export const countRatingsOfCode = (db: Db, codeId: string): Promise<number> => db.evaluation.count({ where: { codeId } });
