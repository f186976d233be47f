import "server-only";
import type { SectionAnswers } from "@/lib/forms/answers";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Db, SqlClient } from "./client";

export interface NewApplication {
  number: string;
  officeCode: string;
  enterpriseId: string;
  openKey: string;
  createdById: string;
  business: string;
  definitionVersion: number;
  procedure: string;
}

export async function insertApplication(tx: Db, { business, definitionVersion, procedure, ...owner }: NewApplication): Promise<string> {
  const { id } = await tx.case.create({
    data: { ...owner, kind: "licensing", state: "draft", application: { create: { business, definitionVersion, procedure } } },
    select: { id: true },
  });
  return id;
}

/** 保存前锁住案件，读出本页签现值；保存是热点，用类型化 SQL，全程四五个往返。 */
export interface LockedSection {
  state: string;
  enterpriseId: string;
  business: string;
  ruleSetId: string | null;
  procedure: string;
  today: string;
  data: SectionAnswers;
  revision: number;
  /** 待补正时开放的页签。 */
  returned: string[];
}

/** 先锁、再读，分两条语句：锁与读同一语句时，读到的是等锁之前的旧值。 */
export async function lockSection(client: SqlClient, caseId: string, sectionKey: string): Promise<LockedSection | undefined> {
  await client.query({ name: "lock-case", text: `SELECT 1 FROM "Case" WHERE "id" = $1::uuid FOR UPDATE`, values: [caseId] });
  const { rows } = await client.query<LockedSection>({
    name: "read-section",
    text: `SELECT c."state", c."enterpriseId", a."business", a."ruleSetId", a."procedure", to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "today",
        COALESCE(s."data", '{}') AS "data", COALESCE(s."revision", 0) AS "revision",
        COALESCE((SELECT array_agg(DISTINCT r."sectionKey") FROM "Remark" r WHERE r."caseId" = c."id" AND r."sentAt" IS NOT NULL AND r."resolvedAt" IS NULL), '{}') AS "returned"
      FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
        LEFT JOIN "SectionAnswer" s ON s."applicationId" = c."id" AND s."sectionKey" = $2
      WHERE c."id" = $1::uuid`,
    values: [caseId, sectionKey],
  });
  return rows[0];
}

/** 写入合并后的答案并留下审计，返回新的版次与时刻；scopeText 给了才改。 */
export async function storeSection(
  client: SqlClient,
  at: { caseId: string; sectionKey: string; accountId: string; actorName: string; scopeText?: string; note: object },
  data: SectionAnswers,
): Promise<{ revision: number; savedAt: Date }> {
  const { rows } = await client.query<{ revision: number; savedAt: Date }>({
    name: "store-section",
    text: `WITH touched AS (UPDATE "Case" SET "updatedAt" = now() WHERE "id" = $1::uuid),
      scoped AS (UPDATE "Application" SET "scopeText" = $5 WHERE "caseId" = $1::uuid AND $5::text IS NOT NULL AND "scopeText" <> $5),
      noted AS (INSERT INTO "AuditEntry" ("id", "actorId", "actorName", "audience", "action", "subject", "subjectId", "detail")
        VALUES (gen_random_uuid(), $4::uuid, $6, 'enterprise', 'application.save', 'Case', $1::text, $7::jsonb))
      INSERT INTO "SectionAnswer" ("applicationId", "sectionKey", "data", "revision", "updatedAt", "updatedById")
      VALUES ($1::uuid, $2, $3::jsonb, 1, now(), $4::uuid)
      ON CONFLICT ("applicationId", "sectionKey") DO UPDATE
        SET "data" = EXCLUDED."data", "revision" = "SectionAnswer"."revision" + 1, "updatedAt" = now(), "updatedById" = EXCLUDED."updatedById"
      RETURNING "revision", "updatedAt" AS "savedAt"`,
    values: [at.caseId, at.sectionKey, JSON.stringify(data), at.accountId, at.scopeText ?? null, at.actorName, JSON.stringify(at.note)],
  });
  const stored = rows[0];
  if (!stored) throw new Error("the section was not stored");
  return stored;
}

type Frozen = "snapshot" | "summary" | "checks";
export type NewSubmission = Omit<Prisma.SubmissionUncheckedCreateInput, Frozen> & Record<Frozen, object>;

/** 冻结的内容一律是纯 JSON（undefined 的键去掉）。 */
const frozen = (value: object): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

export async function insertSubmission(tx: Db, { snapshot, summary, checks, ...rest }: NewSubmission): Promise<void> {
  await tx.submission.create({ data: { ...rest, snapshot: frozen(snapshot), summary: frozen(summary), checks: frozen(checks) } });
}

/** 首次提交时锁定适用的条件标准。 */
export async function bindRuleSet(tx: Db, caseId: string, ruleSetId: string): Promise<void> {
  await tx.application.update({ where: { caseId }, data: { ruleSetId } });
}

