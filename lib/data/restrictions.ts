import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface RestrictionRecord {
  id: string;
  enterpriseId: string;
  uscc: string;
  enterprise: string;
  kind: string;
  fromOn: string;
  untilOn: string;
  reason: string;
  note: string | null;
  /** 由哪件申请而来。 */
  number: string | null;
  createdBy: string | null;
  createdAt: Date;
  revokedAt: Date | null;
  revokedBy: string | null;
  revokeReason: string | null;
}

const READ = Prisma.sql`SELECT r."id", r."enterpriseId", e."uscc", e."name" AS "enterprise", r."kind", r."fromOn", r."untilOn", r."reason", r."note", c."number",
    u."displayName" AS "createdBy", r."createdAt", r."revokedAt", v."displayName" AS "revokedBy", r."revokeReason"
  FROM "Restriction" r JOIN "Enterprise" e ON e."id" = r."enterpriseId" LEFT JOIN "Case" c ON c."id" = r."caseId"
    LEFT JOIN "Account" u ON u."id" = r."createdById" LEFT JOIN "Account" v ON v."id" = r."revokedById"`;

/** 限制期的一页，新登记的在前；q 为代码前缀或企业名称片段。 */
export function listRestrictionRecords(db: Db, take: number, { q, kind, after }: { q?: string; kind?: string; after?: string }): Promise<RestrictionRecord[]> {
  const literal = q?.replace(/[\\%_]/g, "\\$&") ?? "";
  return db.$queryRaw<RestrictionRecord[]>(Prisma.sql`${READ} WHERE true
    ${q ? Prisma.sql`AND (e."uscc" LIKE ${`${literal.toUpperCase()}%`} OR e."name" ILIKE ${`%${literal}%`})` : Prisma.empty}
    ${kind ? Prisma.sql`AND r."kind" = ${kind}` : Prisma.empty} ${after ? Prisma.sql`AND r."id" < ${after}::uuid` : Prisma.empty}
    ORDER BY r."id" DESC LIMIT ${take}`);
}

/** 锁住一条，读出来。 */
export async function lockRestriction(tx: Db, id: string): Promise<RestrictionRecord | undefined> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Restriction" WHERE "id" = ${id}::uuid FOR UPDATE`);
  const rows = await tx.$queryRaw<RestrictionRecord[]>(Prisma.sql`${READ} WHERE r."id" = ${id}::uuid`);
  return rows[0];
}

export type NewBar = Pick<Prisma.RestrictionUncheckedCreateInput, "enterpriseId" | "kind" | "fromOn" | "untilOn" | "reason" | "note" | "createdById">;

/** 登记一条；锁住企业，同一情形同一天已登记（没有撤回）的不写，为 undefined。 */
export async function insertBar(tx: Db, bar: NewBar): Promise<string | undefined> {
  const { enterpriseId, kind, reason, fromOn } = bar;
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Enterprise" WHERE "id" = ${enterpriseId}::uuid FOR UPDATE`);
  if (await tx.restriction.findFirst({ where: { enterpriseId, kind, reason, fromOn, revokedAt: null }, select: { id: true } })) return undefined;
  return (await tx.restriction.create({ data: bar, select: { id: true } })).id;
}

export async function revokeRestrictionRow(tx: Db, id: string, by: { revokedById: string; revokeReason: string; revokedAt: Date }): Promise<void> {
  await tx.restriction.update({ where: { id }, data: by });
}

/** 按统一社会信用代码找一家登记过的企业。 */
export async function findEnterpriseByCode(db: Db, uscc: string): Promise<{ id: string; name: string } | undefined> {
  return (await db.enterprise.findUnique({ where: { uscc }, select: { id: true, name: true } })) ?? undefined;
}
