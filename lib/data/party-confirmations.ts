import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Db, sqlIn } from "./client";

export interface ConfirmationRow {
  id: string;
  caseId: string;
  enterpriseId: string;
  uscc: string;
  name: string;
  state: string;
  paperNote: string | null;
  answeredByName: string | null;
  answeredAt: Date | null;
}

/** 一件申请的另一方与它们的答复，按统一社会信用代码。 */
export function listConfirmations(db: Db, caseId: string): Promise<ConfirmationRow[]> {
  return db.$queryRaw<ConfirmationRow[]>(Prisma.sql`
    SELECT p."id", p."caseId", p."enterpriseId", e."uscc", e."name", p."state", p."paperNote", p."answeredByName", p."answeredAt"
    FROM "PartyConfirmation" p JOIN "Enterprise" e ON e."id" = p."enterpriseId" WHERE p."caseId" = ${caseId}::uuid ORDER BY e."uscc"`);
}

/**
 * 一轮提交之后的另一方：不再列出的去掉；kept 以外的都请它（重新）确认。
 * 重新确认时以前的答复不留，经过里有。
 */
export async function renewConfirmations(tx: Db, caseId: string, enterpriseIds: readonly string[], kept: readonly string[]): Promise<void> {
  await tx.partyConfirmation.deleteMany({ where: { caseId, enterpriseId: { notIn: [...kept] } } });
  const asked = enterpriseIds.filter((enterpriseId) => !kept.includes(enterpriseId));
  await tx.partyConfirmation.createMany({ data: asked.map((enterpriseId) => ({ caseId, enterpriseId })) });
}

export interface PartyAnswer {
  state: "confirmed" | "declined";
  answeredById: string;
  answeredByName: string;
  answeredAt: Date;
  paperNote?: string;
}

/** 只写还没答复的；返回是否写成。 */
export async function storeAnswer(tx: Db, caseId: string, enterpriseId: string, answer: PartyAnswer): Promise<boolean> {
  const { count } = await tx.partyConfirmation.updateMany({ where: { caseId, enterpriseId, state: "pending" }, data: answer });
  return count === 1;
}

export interface BoundCase {
  caseId: string;
  number: string;
  business: string;
  enterpriseId: string;
}

/** 这些企业已经同意、还没有办结的分立与合并：它们自己的其他申请要等它办结（决定十四）。 */
export async function listBoundCases(db: Db, enterpriseIds: readonly string[]): Promise<BoundCase[]> {
  const { rows } = await sqlIn(db).query<BoundCase>({
    name: "list-bound-cases",
    text: `SELECT c."id" AS "caseId", c."number", a."business", p."enterpriseId" FROM "PartyConfirmation" p
      JOIN "Case" c ON c."id" = p."caseId" JOIN "Application" a ON a."caseId" = c."id"
      WHERE p."enterpriseId" = ANY($1::uuid[]) AND p."state" = 'confirmed' AND c."openKey" IS NOT NULL ORDER BY c."id"`,
    values: [enterpriseIds],
  });
  return rows;
}

/** 另一方查看的案件：归属、状态与最近一次提交的快照。 */
export function findConfirmationCase(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    select: {
      id: true, number: true, state: true, officeCode: true, submittedAt: true, enterpriseId: true,
      office: { select: { name: true } },
      enterprise: { select: { name: true, uscc: true } },
      application: { select: { business: true } },
    },
  });
}

/** 锁住案件：确认与受理、终止同时来时，一个先办成。 */
export async function lockCase(tx: Db, caseId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`);
}

/** 这些企业的互斥排队核对：提交、另一方同意同时来时，后来者看得到先办成的；事务结束才放开。 */
export async function lockStandings(tx: Db, enterpriseIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(enterpriseIds)].sort()) await sqlIn(tx).query({ name: "lock-standing", text: `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, values: [`standing:${id}`] });
}

/** 企业在册的人数，以及其中这些号码的人。 */
export async function countEngaged(db: Db, enterpriseId: string, idNumbers: readonly string[]): Promise<{ engaged: number; moving: string[] }> {
  const rows = await db.$queryRaw<{ engaged: number; moving: string[] | null }[]>(Prisma.sql`
    SELECT count(DISTINCT "idNumber")::int AS "engaged", array_agg(DISTINCT "idNumber") FILTER (WHERE "idNumber" = ANY(${[...idNumbers]}::text[])) AS "moving"
    FROM "Engagement" WHERE "enterpriseId" = ${enterpriseId}::uuid AND "toOn" IS NULL`);
  return { engaged: rows[0]?.engaged ?? 0, moving: rows[0]?.moving ?? [] };
}
