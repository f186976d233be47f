import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface NewEngagement {
  idNumber: string;
  name: string;
  kind: string;
  detail: Prisma.InputJsonValue;
}

/** 落实名册的签发一次一件：两家同时登记同一人，后来者看得到先来的，能说出原因。 */
export async function lockRosters(tx: Db): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('rosters', 0))::text`);
}

/** 其中现在别家任职的人；承办人看得到姓名，看不到是哪家。 */
export async function listEngagedElsewhere(tx: Db, enterpriseId: string, idNumbers: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>(Prisma.sql`
    SELECT DISTINCT p."name" FROM "Engagement" g JOIN "Person" p ON p."idNumber" = g."idNumber"
    WHERE g."idNumber" = ANY(${[...idNumbers]}::text[]) AND g."toOn" IS NULL AND g."enterpriseId" <> ${enterpriseId}::uuid ORDER BY p."name"`);
  return rows.map((row) => row.name);
}

/** 同一人的人员变更按号码排队：事务结束才放开，次序固定，不会互锁。 */
export async function lockPeople(tx: Db, idNumbers: readonly string[]): Promise<void> {
  for (const idNumber of [...new Set(idNumbers)].sort()) await tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`person:${idNumber}`}, 0))::text`);
}

/** 这些人里，已提交、未办结的人员变更还写着谁。 */
export function listPeopleInCases(tx: Db, idNumbers: readonly string[], besides: string): Promise<{ idNumber: string; number: string; enterpriseId: string }[]> {
  return tx.$queryRaw(Prisma.sql`
    SELECT DISTINCT n."idNumber", c."number", c."enterpriseId" FROM "Case" c JOIN "Application" a ON a."caseId" = c."id" JOIN "SectionAnswer" s ON s."applicationId" = c."id"
      JOIN unnest(${[...idNumbers]}::text[]) AS n("idNumber") ON (s."sectionKey" = 'departure' AND s."data"->>'person' = n."idNumber")
        OR (s."sectionKey" = 'entry' AND COALESCE(s."data"->>'role', '') <> '' AND n."idNumber" = CASE s."data"->>'role' WHEN 'skilledWorker' THEN s."data"->>'workerIdNo' ELSE s."data"->>'idNo' END)
    WHERE a."business" = 'personnel-change' AND c."openKey" IS NOT NULL AND c."submittedAt" IS NOT NULL AND c."id" <> ${besides}::uuid ORDER BY c."number"`);
}

const asRows = (people: readonly NewEngagement[]): string => JSON.stringify(people);

/** 一次写入在册人员，已在册的同一任职更新内容；排他约束 one_enterprise_at_a_time 是最后的防线。 */
export async function storeEngagements(
  tx: Db,
  place: { enterpriseId: string; caseId: string; fromOn: string },
  people: readonly NewEngagement[],
): Promise<void> {
  const rows = asRows(people);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Person" ("idNumber", "name")
    SELECT DISTINCT ON (r."idNumber") r."idNumber", r."name" FROM jsonb_to_recordset(${rows}::jsonb) AS r("idNumber" text, "name" text)
    ORDER BY r."idNumber" ON CONFLICT ("idNumber") DO NOTHING`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Engagement" g SET "detail" = r."detail", "caseId" = ${place.caseId}::uuid
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("idNumber" text, "kind" text, "detail" jsonb)
    WHERE g."enterpriseId" = ${place.enterpriseId}::uuid AND g."toOn" IS NULL AND g."idNumber" = r."idNumber" AND g."kind" = r."kind"`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Engagement" ("id", "idNumber", "enterpriseId", "kind", "caseId", "detail", "fromOn")
    SELECT gen_random_uuid(), r."idNumber", ${place.enterpriseId}::uuid, r."kind", ${place.caseId}::uuid, r."detail", ${place.fromOn}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("idNumber" text, "kind" text, "detail" jsonb)
    WHERE NOT EXISTS (SELECT 1 FROM "Engagement" g WHERE g."enterpriseId" = ${place.enterpriseId}::uuid AND g."toOn" IS NULL AND g."idNumber" = r."idNumber" AND g."kind" = r."kind")
    ORDER BY r."idNumber", r."kind"`);
}

/** 申请首次提交之后准予的人员变更：期间离职的任职，与期间入职、现仍在册的。补正时再交的名册未必更新过，故从首次算起。 */
export async function listRosterChangesSince(tx: Db, enterpriseId: string, caseId: string): Promise<{ left: { idNumber: string; kind: string }[]; joined: NewEngagement[] }> {
  const since = Prisma.sql`"Case" c JOIN "Application" a ON a."caseId" = c."id" AND a."business" = 'personnel-change' JOIN "Case" b ON b."id" = ${caseId}::uuid
    WHERE c."enterpriseId" = ${enterpriseId}::uuid AND c."state" = 'granted'
      AND c."finishedAt" > COALESCE((SELECT min(s."submittedAt") FROM "Submission" s WHERE s."applicationId" = b."id"), b."submittedAt")`;
  const joined = await tx.$queryRaw<NewEngagement[]>(Prisma.sql`
    SELECT g."idNumber", p."name", g."kind", g."detail" FROM "Engagement" g JOIN "Person" p ON p."idNumber" = g."idNumber"
    WHERE g."enterpriseId" = ${enterpriseId}::uuid AND g."toOn" IS NULL AND g."caseId" IN (SELECT c."id" FROM ${since})`);
  const left = await tx.$queryRaw<{ idNumber: string; kind: string }[]>(Prisma.sql`
    SELECT DISTINCT g."idNumber", g."kind" FROM "Engagement" g
    WHERE g."enterpriseId" = ${enterpriseId}::uuid AND g."toOn" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "SectionAnswer" s WHERE s."sectionKey" = 'departure' AND s."data"->>'person' = g."idNumber" AND s."applicationId" IN
        (SELECT c."id" FROM ${since} AND g."toOn" >= to_char(c."finishedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')))
      AND NOT EXISTS (SELECT 1 FROM "Engagement" h WHERE h."enterpriseId" = g."enterpriseId" AND h."toOn" IS NULL AND h."idNumber" = g."idNumber" AND h."kind" = g."kind")`);
  return { left, joined };
}

/** 不在新名册里的任职到此为止。 */
export async function endEngagementsExcept(tx: Db, enterpriseId: string, people: readonly NewEngagement[], on: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "Engagement" g SET "toOn" = ${on} WHERE g."enterpriseId" = ${enterpriseId}::uuid AND g."toOn" IS NULL
      AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(${asRows(people)}::jsonb) AS r("idNumber" text, "kind" text) WHERE r."idNumber" = g."idNumber" AND r."kind" = g."kind")`);
}

/** 一人的这些任职到此为止；返回结束了几个。 */
export async function endEngagementOf(tx: Db, enterpriseId: string, { idNumber, roles }: { idNumber: string; roles: readonly string[] }, on: string): Promise<number> {
  const { count } = await tx.engagement.updateMany({ where: { enterpriseId, idNumber, kind: { in: [...roles] }, toOn: null }, data: { toOn: on } });
  return count;
}

/** 分立、合并：这些人在原企业的任职结束，电工登记随人过来。 */
export async function moveEngaged(tx: Db, { from, to, on }: { from: string; to: string; on: string }, idNumbers: readonly string[]): Promise<void> {
  await tx.engagement.updateMany({ where: { enterpriseId: from, toOn: null, idNumber: { in: [...idNumbers] } }, data: { toOn: on } });
  await tx.electricianClaim.updateMany({ where: { enterpriseId: from, idNumber: { in: [...idNumbers] } }, data: { enterpriseId: to, caseId: null } });
}

/** 企业原有的任职到此为止（旧证届满后重新取得许可）。 */
export async function endEngagements(tx: Db, enterpriseId: string, on: string): Promise<void> {
  await tx.engagement.updateMany({ where: { enterpriseId, toOn: null }, data: { toOn: on } });
}

/** 电工占用由申请转为在册人员。 */
export async function keepClaimsOfLicensee(tx: Db, caseId: string): Promise<void> {
  await tx.electricianClaim.updateMany({ where: { caseId }, data: { caseId: null } });
}

/** 占用 k 的企业另有未办结的申请也写着这名电工。 */
const IN_ANOTHER_CASE = Prisma.sql`(SELECT c."id" FROM "Case" c JOIN "SectionAnswer" s ON s."applicationId" = c."id"
  WHERE c."enterpriseId" = k."enterpriseId" AND c."openKey" IS NOT NULL AND c."id" IS DISTINCT FROM k."caseId"
    AND (s."data"->'skilledWorkers' @> jsonb_build_array(jsonb_build_object('idNo', k."idNumber")) OR s."data" @> jsonb_build_object('idNo', k."idNumber") OR s."data" @> jsonb_build_object('workerIdNo', k."idNumber"))
  ORDER BY c."id" LIMIT 1)`;
const ENGAGED = Prisma.sql`EXISTS (SELECT 1 FROM "Engagement" g WHERE g."idNumber" = k."idNumber" AND g."enterpriseId" = k."enterpriseId" AND g."toOn" IS NULL)`;

/** 申请未成：释放它占用的电工；仍在本企业在册的转回在册，另一件未办结的申请还在用的转给那一件。 */
export async function releaseClaims(tx: Db, caseId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "ElectricianClaim" k SET "caseId" = CASE WHEN ${ENGAGED} THEN NULL ELSE ${IN_ANOTHER_CASE} END
    WHERE k."caseId" = ${caseId}::uuid AND (${ENGAGED} OR ${IN_ANOTHER_CASE} IS NOT NULL)`);
  await tx.electricianClaim.deleteMany({ where: { caseId } });
}

/** 人员离册之后：没有任职、也没有申请在用的电工登记释放（决定六）。 */
export async function sweepClaims(tx: Db, enterpriseId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "ElectricianClaim" k SET "caseId" = ${IN_ANOTHER_CASE} WHERE k."enterpriseId" = ${enterpriseId}::uuid AND k."caseId" IS NULL AND NOT ${ENGAGED}`);
  await tx.$executeRaw(Prisma.sql`DELETE FROM "ElectricianClaim" k WHERE k."enterpriseId" = ${enterpriseId}::uuid AND k."caseId" IS NULL AND NOT ${ENGAGED}`);
}

/** 现在在册的、已经离册的各有几条（兼任的各算一条）。 */
export async function countEngagements(db: Db, enterpriseId: string): Promise<{ current: number; former: number }> {
  const [current, former] = [await db.engagement.count({ where: { enterpriseId, toOn: null } }), await db.engagement.count({ where: { enterpriseId, toOn: { not: null } } })];
  return { current, former };
}

/** 名册的一页：在册的按任职，离册的新的在前。 */
export function listEngagements(db: Db, enterpriseId: string, { former, take, skip }: { former: boolean; take: number; skip: number }) {
  return db.engagement.findMany({
    where: { enterpriseId, toOn: former ? { not: null } : null }, take, skip,
    orderBy: former ? [{ toOn: "desc" }, { id: "asc" }] : [{ kind: "asc" }, { fromOn: "asc" }, { idNumber: "asc" }],
    select: { id: true, idNumber: true, kind: true, fromOn: true, toOn: true, person: { select: { name: true } } },
  });
}
