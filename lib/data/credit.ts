import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 信用登记里的一家；企业没有注册的名称为空。 */
export interface CreditRow {
  uscc: string;
  name: string | null;
  enterpriseId: string | null;
  grade: string;
  pilotZone: boolean;
  commitmentRegion: boolean;
  deferralDefaults: string[];
  updatedAt: Date;
  updatedBy: string | null;
}

export interface CreditEntry {
  uscc: string;
  grade: string;
  pilotZone: boolean;
  commitmentRegion: boolean;
  deferralDefaults: readonly string[];
}

export function findCreditRecord(db: Db, uscc: string) {
  return db.creditRecord.findUnique({ where: { uscc } });
}

/** 一页，按信用代码；q 为代码前缀或企业名称片段。 */
export function listCreditRows(db: Db, take: number, { q, after }: { q?: string; after?: string } = {}): Promise<CreditRow[]> {
  const literal = q?.replace(/[\\%_]/g, "\\$&") ?? "";
  const sought = q ? Prisma.sql`AND (k."uscc" LIKE ${`${literal.toUpperCase()}%`} OR e."name" ILIKE ${`%${literal}%`})` : Prisma.empty;
  return db.$queryRaw<CreditRow[]>(Prisma.sql`
    SELECT k."uscc", e."name", e."id" AS "enterpriseId", k."grade", k."pilotZone", k."commitmentRegion", k."deferralDefaults", k."updatedAt", u."displayName" AS "updatedBy"
    FROM "CreditRecord" k LEFT JOIN "Enterprise" e ON e."uscc" = k."uscc" LEFT JOIN "Account" u ON u."id" = k."updatedById"
    WHERE true ${sought} ${after ? Prisma.sql`AND k."uscc" > ${after}` : Prisma.empty} ORDER BY k."uscc" LIMIT ${take}`);
}

/** 写入或改写，一条语句；返回新增了几行。 */
export async function saveCreditRecords(tx: Db, entries: readonly CreditEntry[], accountId: string | null): Promise<number> {
  const rows = await tx.$queryRaw<{ inserted: boolean }[]>(Prisma.sql`
    INSERT INTO "CreditRecord" ("uscc", "grade", "pilotZone", "commitmentRegion", "deferralDefaults", "updatedAt", "updatedById")
    SELECT r."uscc", r."grade", r."pilotZone", r."commitmentRegion", ARRAY(SELECT jsonb_array_elements_text(r."deferralDefaults")), now(), ${accountId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      AS r("uscc" text, "grade" text, "pilotZone" boolean, "commitmentRegion" boolean, "deferralDefaults" jsonb) ORDER BY r."uscc"
    ON CONFLICT ("uscc") DO UPDATE SET "grade" = EXCLUDED."grade", "pilotZone" = EXCLUDED."pilotZone", "commitmentRegion" = EXCLUDED."commitmentRegion",
      "deferralDefaults" = EXCLUDED."deferralDefaults", "updatedAt" = now(), "updatedById" = EXCLUDED."updatedById"
    RETURNING xmax = 0 AS "inserted"`);
  return rows.filter((row) => row.inserted).length;
}

/** 其中已有登记的代码。 */
export async function listKnownCodes(db: Db, codes: readonly string[]): Promise<Set<string>> {
  const rows = await db.creditRecord.findMany({ where: { uscc: { in: [...codes] } }, select: { uscc: true } });
  return new Set(rows.map((row) => row.uscc));
}

/** 这些代码现有的登记。 */
export function listCreditRecordsOf(db: Db, codes: readonly string[]) {
  return db.creditRecord.findMany({ where: { uscc: { in: [...codes] } } });
}

/** 信用接口最近一次的答复，与它过去了多久。 */
export async function findCreditAnswer(db: Db, uscc: string) {
  const rows = await db.$queryRaw<(CreditEntry & { source: string; askedAt: Date; seconds: number })[]>(Prisma.sql`
    SELECT "uscc", "grade", "pilotZone", "commitmentRegion", "deferralDefaults", "source", "askedAt", EXTRACT(EPOCH FROM now() - "askedAt")::float8 AS "seconds"
    FROM "CreditAnswer" WHERE "uscc" = ${uscc}`);
  return rows[0];
}

export async function storeCreditAnswer(db: Db, answer: CreditEntry & { source: string }): Promise<void> {
  const { uscc, grade, pilotZone, commitmentRegion, deferralDefaults, source } = answer;
  await db.$executeRaw(Prisma.sql`
    INSERT INTO "CreditAnswer" ("uscc", "grade", "pilotZone", "commitmentRegion", "deferralDefaults", "source", "askedAt")
    VALUES (${uscc}, ${grade}, ${pilotZone}, ${commitmentRegion}, ${[...deferralDefaults]}::text[], ${source}, now())
    ON CONFLICT ("uscc") DO UPDATE SET "grade" = EXCLUDED."grade", "pilotZone" = EXCLUDED."pilotZone", "commitmentRegion" = EXCLUDED."commitmentRegion",
      "deferralDefaults" = EXCLUDED."deferralDefaults", "source" = EXCLUDED."source", "askedAt" = now()`);
}

/** 问信用所需的企业。 */
export function findCreditSubject(db: Db, enterpriseId: string) {
  return db.enterprise.findUnique({ where: { id: enterpriseId }, select: { uscc: true, particulars: true } });
}

export function listPilotAreaRows(db: Db) {
  return db.pilotArea.findMany({ orderBy: [{ kind: "asc" }, { regionCode: "asc" }] });
}

/** 已经列入的为 undefined。 */
export async function insertPilotArea(tx: Db, area: { kind: string; regionCode: string; createdById: string | null }): Promise<string | undefined> {
  const created = await tx.pilotArea.createManyAndReturn({ data: [area], select: { id: true }, skipDuplicates: true });
  return created[0]?.id;
}

export async function deletePilotArea(tx: Db, id: string): Promise<{ kind: string; regionCode: string } | undefined> {
  const found = await tx.pilotArea.findUnique({ where: { id }, select: { kind: true, regionCode: true } });
  const { count } = await tx.pilotArea.deleteMany({ where: { id } });
  return found && count === 1 ? found : undefined;
}

export interface RestrictionRow {
  id: string;
  enterpriseId: string;
  kind: string;
  fromOn: string;
  untilOn: string;
  reason: string;
}

/** 这些企业的限制期，新的在前。 */
export function listRestrictionsOf(db: Db, enterpriseIds: readonly string[]): Promise<RestrictionRow[]> {
  return db.$queryRaw<RestrictionRow[]>(Prisma.sql`
    SELECT "id", "enterpriseId", "kind", "fromOn", "untilOn", "reason" FROM "Restriction"
    WHERE "enterpriseId" = ANY(${[...enterpriseIds]}::uuid[]) AND "revokedAt" IS NULL ORDER BY "untilOn" DESC`);
}

export async function insertRestriction(tx: Db, restriction: Prisma.RestrictionUncheckedCreateInput): Promise<void> {
  await tx.restriction.create({ data: restriction });
}
