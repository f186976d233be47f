import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface NewEngagement {
  idNumber: string;
  name: string;
  kind: string;
  detail: Prisma.InputJsonValue;
}

/** 其中现在别家任职的人；承办人看得到姓名，看不到是哪家。 */
export async function listEngagedElsewhere(tx: Db, enterpriseId: string, idNumbers: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>(Prisma.sql`
    SELECT DISTINCT p."name" FROM "Engagement" g JOIN "Person" p ON p."idNumber" = g."idNumber"
    WHERE g."idNumber" = ANY(${[...idNumbers]}::text[]) AND g."toOn" IS NULL AND g."enterpriseId" <> ${enterpriseId}::uuid ORDER BY p."name"`);
  return rows.map((row) => row.name);
}

/** 一次写入全部在册人员；排他约束 one_enterprise_at_a_time 是最后的防线。 */
export async function insertEngagements(
  tx: Db,
  place: { enterpriseId: string; caseId: string; fromOn: string },
  people: readonly NewEngagement[],
): Promise<void> {
  const rows = JSON.stringify(people);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Person" ("idNumber", "name")
    SELECT DISTINCT ON (r."idNumber") r."idNumber", r."name" FROM jsonb_to_recordset(${rows}::jsonb) AS r("idNumber" text, "name" text)
    ORDER BY r."idNumber" ON CONFLICT ("idNumber") DO NOTHING`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Engagement" ("id", "idNumber", "enterpriseId", "kind", "caseId", "detail", "fromOn")
    SELECT gen_random_uuid(), r."idNumber", ${place.enterpriseId}::uuid, r."kind", ${place.caseId}::uuid, r."detail", ${place.fromOn}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("idNumber" text, "kind" text, "detail" jsonb) ORDER BY r."idNumber", r."kind"`);
}

/** 企业原有的任职到此为止（旧证届满后重新取得许可）。 */
export async function endEngagements(tx: Db, enterpriseId: string, on: string): Promise<void> {
  await tx.engagement.updateMany({ where: { enterpriseId, toOn: null }, data: { toOn: on } });
}

/** 电工占用由申请转为在册人员。 */
export async function keepClaimsOfLicensee(tx: Db, caseId: string): Promise<void> {
  await tx.electricianClaim.updateMany({ where: { caseId }, data: { caseId: null } });
}

/** 申请未成：释放它占用的电工；仍在本企业在册的转回在册。 */
export async function releaseClaims(tx: Db, caseId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE "ElectricianClaim" k SET "caseId" = NULL WHERE k."caseId" = ${caseId}::uuid AND EXISTS (
      SELECT 1 FROM "Engagement" g WHERE g."idNumber" = k."idNumber" AND g."enterpriseId" = k."enterpriseId" AND g."toOn" IS NULL)`);
  await tx.electricianClaim.deleteMany({ where: { caseId } });
}
