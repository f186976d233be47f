import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Duplicate } from "@/lib/licensing/live-checks";
import { runningFollowUps } from "@/lib/terms/follow-ups";
import type { SiteVisitState } from "@/lib/terms/site-visits";
import { type Db, sqlIn } from "./client";

/** 提交时写下本案的人，取代上一轮的；查重按它，不翻申请的内容。 */
export async function storeCasePeople(tx: Db, caseId: string, people: readonly { idNumber: string; kind: string }[]): Promise<void> {
  await sqlIn(tx).query({
    name: "store-case-people",
    text: `WITH named AS (SELECT DISTINCT n."idNumber", n."kind" FROM unnest($2::text[], $3::text[]) AS n("idNumber", "kind")),
      gone AS (DELETE FROM "CasePerson" p WHERE p."caseId" = $1::uuid AND NOT EXISTS (SELECT 1 FROM named n WHERE n."idNumber" = p."idNumber" AND n."kind" = p."kind"))
      INSERT INTO "CasePerson" ("caseId", "idNumber", "kind") SELECT $1::uuid, n."idNumber", n."kind" FROM named n ON CONFLICT DO NOTHING`,
    values: [caseId, people.map(({ idNumber }) => idNumber), people.map(({ kind }) => kind)],
  });
}

/** 本案写着的人此刻在别家的全部，一条语句；besides 是本企业与本案的另一方。别家的草稿不在其内。 */
export function listDuplicates(db: Db, caseId: string, besides: readonly string[]): Promise<Duplicate[]> {
  const named = Prisma.sql`(SELECT n."idNumber" FROM "CasePerson" n WHERE n."caseId" = ${caseId}::uuid)`;
  return db.$queryRaw<Duplicate[]>(Prisma.sql`
    SELECT DISTINCT d."idNumber", d."source", e."name" AS "enterprise", d."kind", d."since", d."number" FROM (
      SELECT g."idNumber", 'engaged' AS "source", g."enterpriseId", g."kind", g."fromOn" AS "since", NULL AS "number"
        FROM "Engagement" g WHERE g."idNumber" IN ${named} AND g."toOn" IS NULL
      UNION ALL
      SELECT k."idNumber", 'claimed', k."enterpriseId", 'skilledWorker', to_char(k."claimedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), NULL
        FROM "ElectricianClaim" k WHERE k."idNumber" IN ${named} AND k."caseId" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Engagement" g WHERE g."idNumber" = k."idNumber" AND g."enterpriseId" = k."enterpriseId" AND g."toOn" IS NULL)
      UNION ALL
      SELECT p."idNumber", 'applying', c."enterpriseId", p."kind", NULL, c."number"
        FROM "CasePerson" p JOIN "Case" c ON c."id" = p."caseId" WHERE p."idNumber" IN ${named} AND c."openKey" IS NOT NULL
    ) d JOIN "Enterprise" e ON e."id" = d."enterpriseId"
    WHERE d."enterpriseId" <> ALL(${[...besides]}::uuid[]) ORDER BY d."idNumber", d."source" DESC, "enterprise", d."kind"`);
}

/** 本案做完的现场核查。 */
export function listClosedVisits(db: Db, caseId: string): Promise<{ id: string; caseId: string; visitedOn: string | null; findings: Prisma.JsonValue }[]> {
  return db.siteVisit.findMany({ where: { caseId, state: "closed" satisfies SiteVisitState }, orderBy: { id: "asc" }, select: { id: true, caseId: true, visitedOn: true, findings: true } });
}

/** 企业在这个派出机构的未了任务，先到期的在前。 */
export function listRunningTasks(db: Db, enterpriseId: string, officeCode: string): Promise<{ id: string; kind: string; state: string; task: string; dueOn: string }[]> {
  return db.followUp.findMany({
    where: { enterpriseId, officeCode, state: { in: [...runningFollowUps] } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, state: true, task: true, dueOn: true },
  });
}
