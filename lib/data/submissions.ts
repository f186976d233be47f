import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 最近一次提交冻结的快照；没提交过为 undefined。 */
export async function findLastSnapshot(db: Db, applicationId: string): Promise<unknown> {
  const found = await db.submission.findFirst({ where: { applicationId }, orderBy: { round: "desc" }, select: { snapshot: true } });
  return found?.snapshot;
}

/** 每一轮提交冻结的变更前后，按轮次。 */
export async function listFrozenChanges(db: Db, applicationId: string): Promise<Map<number, unknown>> {
  const rows = await db.$queryRaw<{ round: number; changes: unknown }[]>(Prisma.sql`
    SELECT s."round", s."snapshot"->'changes' AS "changes" FROM "Submission" s WHERE s."applicationId" = ${applicationId}::uuid`);
  return new Map(rows.map(({ round, changes }) => [round, changes]));
}

/** 一轮提交的全部：归属、时间、冻结的内容。 */
export interface SubmittedRoundRow {
  applicationId: string;
  number: string;
  business: string;
  procedure: string;
  scopeText: string;
  enterpriseId: string;
  officeCode: string;
  officeName: string;
  holderName: string;
  uscc: string;
  round: number;
  /** 最后一次提交：受理之后补齐的材料归在它名下。 */
  last: boolean;
  submittedAt: Date;
  submittedBy: string;
  ruleSetId: string;
  summary: unknown;
  changes: unknown;
}

/** 某一轮提交；没有这一轮为 undefined。企业名称为提交之时的。 */
export async function findSubmittedRound(db: Db, applicationId: string, round: number): Promise<SubmittedRoundRow | undefined> {
  const rows = await db.$queryRaw<SubmittedRoundRow[]>(Prisma.sql`
    SELECT c."id" AS "applicationId", c."number", a."business", a."procedure", a."scopeText", c."enterpriseId", c."officeCode", o."name" AS "officeName",
      COALESCE(s."snapshot"->'facts'->'enterprise'->>'unitName', e."name") AS "holderName", e."uscc", s."round", c."round" = s."round" AS "last", s."submittedAt",
      COALESCE(u."displayName", '') AS "submittedBy", s."ruleSetId", s."summary", s."snapshot"->'changes' AS "changes"
    FROM "Submission" s JOIN "Application" a ON a."caseId" = s."applicationId" JOIN "Case" c ON c."id" = a."caseId" JOIN "Office" o ON o."code" = c."officeCode"
      JOIN "Enterprise" e ON e."id" = c."enterpriseId" LEFT JOIN "Account" u ON u."id" = s."submittedById"
    WHERE s."applicationId" = ${applicationId}::uuid AND s."round" = ${round}`);
  return rows[0];
}

/** 这些附件存在哪里，按标识。 */
export async function listStorageKeys(db: Db, applicationId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.attachment.findMany({ where: { applicationId, id: { in: [...ids] } }, select: { id: true, storageKey: true } });
  return new Map(rows.map(({ id, storageKey }) => [id, storageKey]));
}

/** 一件申请的容缺补齐任务里记下的内容；企业还没有提交的不算。 */
export async function findSuppliedDetail(db: Db, caseId: string): Promise<unknown> {
  const found = await db.followUp.findFirst({ where: { caseId, kind: "deferral", state: { not: "open" } }, orderBy: { openedAt: "desc" }, select: { detail: true } });
  return found?.detail;
}

/** 这些附件的大小与类型，按标识。 */
export async function listFileFacts(db: Db, applicationId: string, ids: readonly string[]): Promise<Map<string, { size: number; mediaType: string }>> {
  const rows = await db.attachment.findMany({ where: { applicationId, id: { in: [...ids] } }, select: { id: true, size: true, mediaType: true } });
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** 案件页上的一轮：冻结的摘要、核验与变更前后。 */
export interface RoundContent {
  round: number;
  submittedAt: Date;
  summary: unknown;
  checks: unknown;
  changes: unknown;
}

/** 一轮与它的前一轮，新的在前；不写 round 的为最近两轮。没有那一轮的为空。 */
export async function findRoundWithPrevious(db: Db, applicationId: string, round?: number): Promise<RoundContent[]> {
  const rows = await db.$queryRaw<RoundContent[]>(Prisma.sql`
    SELECT s."round", s."submittedAt", s."summary", s."checks", s."snapshot"->'changes' AS "changes" FROM "Submission" s
    WHERE s."applicationId" = ${applicationId}::uuid ${round === undefined ? Prisma.empty : Prisma.sql`AND s."round" <= ${round}`} ORDER BY s."round" DESC LIMIT 2`);
  return round === undefined || rows[0]?.round === round ? rows : [];
}
