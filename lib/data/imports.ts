import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { KnownEnterprise, KnownLicence } from "@/lib/licensing/imports/register";
import type { EnterpriseWrite, LicenceWrite } from "@/lib/licensing/imports/report";
import { importReasons } from "@/lib/terms/imports";
import type { Db } from "./client";
import { newId } from "./new-id";

/** 这些代码已有的企业，有没有账号、持有哪件有效许可证。 */
export async function listKnownEnterprises(db: Db, codes: readonly string[]): Promise<Map<string, KnownEnterprise>> {
  const rows = await db.$queryRaw<(Omit<KnownEnterprise, "validLicence"> & { validLicence: string | null })[]>(Prisma.sql`
    SELECT e."uscc", e."name", e."particulars", EXISTS (SELECT 1 FROM "Account" a WHERE a."enterpriseId" = e."id") AS "hasAccount",
      (SELECT l."number" FROM "Licence" l WHERE l."enterpriseId" = e."id" AND l."state" = 'valid' ORDER BY l."id" DESC LIMIT 1) AS "validLicence"
    FROM "Enterprise" e WHERE e."uscc" = ANY(${[...codes]}::text[])`);
  return new Map(rows.map(({ validLicence, ...row }) => [row.uscc, { ...row, ...(validLicence === null ? {} : { validLicence }) }]));
}

/** 这些名称各在哪个代码之下。 */
export async function listNameHolders(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.enterprise.findMany({ where: { name: { in: [...names] } }, select: { name: true, uscc: true } });
  return new Map(rows.map(({ name, uscc }) => [name, uscc]));
}

/** 这些编号已有的许可证与现行的一版；办理过业务的不再从文件更正。 */
export async function listKnownLicences(db: Db, numbers: readonly string[]): Promise<Map<string, KnownLicence>> {
  type Row = { number: string; uscc: string; state: string; firstIssuedOn: string; importedOnly: boolean } & KnownLicence["current"];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT l."number", e."uscc", l."state", l."firstIssuedOn",
      NOT EXISTS (SELECT 1 FROM "LicenceVersion" o WHERE o."licenceId" = l."id" AND (o."caseId" IS NOT NULL OR o."reason" NOT IN (${importReasons.first}, ${importReasons.corrected})))
        AND NOT EXISTS (SELECT 1 FROM "Application" a WHERE a."licenceId" = l."id") AS "importedOnly",
      v."ruleSetId", v."items", v."holderName", v."domicile", v."legalRep", v."issuedOn", v."validFrom", v."validTo"
    FROM "Licence" l JOIN "Enterprise" e ON e."id" = l."enterpriseId"
      JOIN LATERAL (SELECT * FROM "LicenceVersion" w WHERE w."licenceId" = l."id" ORDER BY w."version" DESC LIMIT 1) v ON true
    WHERE l."number" = ANY(${[...numbers]}::text[])`);
  return new Map(rows.map(({ number, uscc, state, firstIssuedOn, importedOnly, ...current }) => [number, { number, uscc, state, firstIssuedOn, importedOnly, current }]));
}

/** 两次导入不同时写；到事务结束为止。 */
export async function lockImports(tx: Db): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('imports', 12))`);
}

const BATCH = 500;

async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await write(rows.slice(from, from + BATCH));
}

/** 一批一句话：几千行逐个参数地送，要慢上十倍。 */
const asRecords = (rows: readonly object[]): string => JSON.stringify(rows);

/** 新的企业，没有账号。 */
export const insertEnterprises = (tx: Db, rows: readonly EnterpriseWrite[]): Promise<void> =>
  inBatches(rows, (batch) => tx.$executeRaw(Prisma.sql`
    INSERT INTO "Enterprise" ("id", "name", "uscc", "officeCode", "particulars", "formerNames")
    SELECT r."id", r."name", r."uscc", r."officeCode", r."particulars", '{}' FROM jsonb_to_recordset(${asRecords(batch.map((row) => ({ id: newId(), ...row })))}::jsonb)
      AS r("id" uuid, "name" text, "uscc" text, "officeCode" text, "particulars" jsonb)`));

/** 更正还没有账号的企业；有了账号的一家都不动，返回改到的家数。 */
export async function updateImportedEnterprises(tx: Db, rows: readonly EnterpriseWrite[]): Promise<number> {
  let count = 0;
  await inBatches(rows, async (batch) => {
    count += await tx.$executeRaw(Prisma.sql`
      UPDATE "Enterprise" e SET "name" = r."name", "officeCode" = r."officeCode", "particulars" = r."particulars", "revision" = e."revision" + 1, "updatedAt" = clock_timestamp()
      FROM jsonb_to_recordset(${asRecords(batch)}::jsonb) AS r("uscc" text, "name" text, "officeCode" text, "particulars" jsonb)
      WHERE e."uscc" = r."uscc" AND NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."enterpriseId" = e."id")`);
  });
  return count;
}

/** 写一版证面：licenceId、version、reason 由前面的话给出。 */
const FACE = Prisma.raw(`"ruleSetId", "items", "scopeText", "holderName", "uscc", "domicile", "legalRep", "issuedOn", "validFrom", "validTo", "officeName"`);
const FACE_TYPES = Prisma.raw(`"ruleSetId" text, "items" jsonb, "scopeText" text, "holderName" text, "uscc" text, "domicile" text, "legalRep" text, "issuedOn" text, "validFrom" text, "validTo" text, "officeName" text`);

/** 新的许可证与第一版，编号照旧。 */
export const insertImportedLicences = (tx: Db, rows: readonly LicenceWrite[]): Promise<void> =>
  inBatches(rows, (batch) => tx.$executeRaw(Prisma.sql`
    WITH r AS (SELECT * FROM jsonb_to_recordset(${asRecords(batch.map((row) => ({ id: newId(), versionId: newId(), ...row })))}::jsonb)
        AS r("id" uuid, "versionId" uuid, "number" text, "officeCode" text, "state" text, "firstIssuedOn" text, ${FACE_TYPES})),
      l AS (INSERT INTO "Licence" ("id", "number", "enterpriseId", "officeCode", "state", "firstIssuedOn")
        SELECT r."id", r."number", e."id", r."officeCode", r."state", r."firstIssuedOn" FROM r JOIN "Enterprise" e ON e."uscc" = r."uscc" RETURNING "id")
    INSERT INTO "LicenceVersion" ("id", "licenceId", "version", "reason", ${FACE})
    SELECT r."versionId", r."id", 1, ${importReasons.first}, ${FACE} FROM r WHERE r."id" IN (SELECT "id" FROM l)`));

/** 更正导入过的许可证：证面变了的另出一版。 */
export const correctImportedLicences = (tx: Db, rows: readonly (LicenceWrite & { newVersion: boolean })[]): Promise<void> =>
  inBatches(rows, async (batch) => {
    await tx.$executeRaw(Prisma.sql`
      UPDATE "Licence" l SET "state" = r."state", "firstIssuedOn" = r."firstIssuedOn"
      FROM jsonb_to_recordset(${asRecords(batch)}::jsonb) AS r("number" text, "state" text, "firstIssuedOn" text) WHERE l."number" = r."number"`);
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO "LicenceVersion" ("id", "licenceId", "version", "reason", ${FACE})
      SELECT r."versionId", l."id", (SELECT max(v."version") + 1 FROM "LicenceVersion" v WHERE v."licenceId" = l."id"), ${importReasons.corrected},
        r."ruleSetId", r."items", r."scopeText", r."holderName", r."uscc", r."domicile", r."legalRep", r."issuedOn", r."validFrom", r."validTo", r."officeName"
      FROM jsonb_to_recordset(${asRecords(batch.filter(({ newVersion }) => newVersion).map((row) => ({ versionId: newId(), ...row })))}::jsonb)
        AS r("versionId" uuid, "number" text, ${FACE_TYPES}) JOIN "Licence" l ON l."number" = r."number"`);
  });

/** 序列至少到 last：以后发的证不与导入的同号。 */
export async function raiseSeries(tx: Db, key: string, last: number): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "NumberSeries" ("key", "last") VALUES (${key}, ${last})
    ON CONFLICT ("key") DO UPDATE SET "last" = GREATEST("NumberSeries"."last", EXCLUDED."last")`);
}

export type NewImportRun = Prisma.ImportRunUncheckedCreateInput;

export function insertImportRun(db: Db, run: NewImportRun) {
  return db.importRun.create({ data: run, select: { id: true } });
}

const listed = { id: true, fileName: true, state: true, added: true, updated: true, unchanged: true, faulty: true, createdByName: true, createdAt: true, appliedByName: true, appliedAt: true } as const;

/** 导入的记录，新的在前；不带内容。 */
export function listImportRuns(db: Db, take: number, after?: string) {
  return db.importRun.findMany({ orderBy: { id: "desc" }, take, select: listed, ...(after ? { cursor: { id: after }, skip: 1 } : {}) });
}

export function findImportRun(db: Db, id: string) {
  return db.importRun.findUnique({ where: { id }, omit: { content: true } });
}

/** 待确认的一次导入连同内容，锁住：同时确认两次，后来者等前一个结束。已办过的没有。 */
export async function lockCheckedRun(tx: Db, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT "id" FROM "ImportRun" WHERE "id" = ${id}::uuid AND "state" = 'checked' FOR UPDATE`);
  return rows.length === 1 ? tx.importRun.findUnique({ where: { id } }) : null;
}

/** 写入或放弃之后，读出的内容不再留存。 */
export async function closeImportRun(tx: Db, id: string, outcome: { state: "applied"; byName: string } | { state: "discarded" }): Promise<void> {
  const applied = outcome.state === "applied" ? { appliedByName: outcome.byName, appliedAt: new Date() } : {};
  await tx.importRun.update({ where: { id }, data: { state: outcome.state, content: Prisma.DbNull, ...applied } });
}

/** 再核对的结果取代原来的；已写入的不动。 */
export async function updateImportReport(db: Db, id: string, report: Prisma.InputJsonValue, counts: { added: number; updated: number; unchanged: number; faulty: number }): Promise<void> {
  await db.importRun.updateMany({ where: { id, state: "checked" }, data: { report, ...counts } });
}

/** 满这么多天没有确认的视为放弃，读出的内容随之清除。 */
export async function discardStaleRuns(db: Db, days: number): Promise<void> {
  await db.$executeRaw(Prisma.sql`UPDATE "ImportRun" SET "state" = 'discarded', "content" = NULL WHERE "state" = 'checked' AND "createdAt" < clock_timestamp() - make_interval(days => ${days}::int)`);
}
