import "server-only";
import type { SectionAnswers } from "@/lib/forms/answers";
import type { Db, Sql, SqlClient } from "./client";

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

/** 保存一个页签所需的一切；保存是热点，用类型化 SQL。 */
export interface StoredSection {
  state: string;
  /** 案件的修订号：办理一次变一次。 */
  caseRevision: number;
  enterpriseId: string;
  business: string;
  ruleSetId: string | null;
  /** 设置里的条件标准，库里的原样。 */
  ruleSetSetting: unknown;
  procedure: string;
  today: string;
  data: SectionAnswers;
  /** 页签的版次，没存过为 0。 */
  revision: number;
  /** 待补正时开放的页签。 */
  returned: string[];
}

/** 读出本页签现值，不加锁：写入时 storeSection 会核对它没有变过。 */
export async function readSection(sql: Sql, caseId: string, sectionKey: string): Promise<StoredSection | undefined> {
  const { rows } = await sql.query<StoredSection>({
    name: "read-section",
    text: `SELECT c."state", c."revision" AS "caseRevision", c."enterpriseId", a."business", a."ruleSetId", a."procedure",
        (SELECT "value" FROM "Setting" WHERE "key" = 'ruleSetId') AS "ruleSetSetting", to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "today",
        COALESCE(s."data", '{}') AS "data", COALESCE(s."revision", 0) AS "revision",
        COALESCE((SELECT array_agg(DISTINCT r."sectionKey") FROM "Remark" r WHERE r."caseId" = c."id" AND r."sentAt" IS NOT NULL AND r."resolvedAt" IS NULL), '{}') AS "returned"
      FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
        LEFT JOIN "SectionAnswer" s ON s."applicationId" = c."id" AND s."sectionKey" = $2
      WHERE c."id" = $1::uuid`,
    values: [caseId, sectionKey],
  });
  return rows[0];
}

/** 先锁住案件、再读，分两条语句：锁与读同一语句时，读到的是等锁之前的旧值。 */
export async function lockSection(client: SqlClient, caseId: string, sectionKey: string): Promise<StoredSection | undefined> {
  await client.query({ name: "lock-case", text: `SELECT 1 FROM "Case" WHERE "id" = $1::uuid FOR UPDATE`, values: [caseId] });
  return readSection(client, caseId, sectionKey);
}

export interface SectionWrite {
  caseId: string;
  sectionKey: string;
  accountId: string;
  actorName: string;
  address?: string;
  /** 给了才改。 */
  scopeText?: string;
  note: object;
}

/**
 * 写入合并后的答案并留下审计，一条语句：案件与页签都还是读到的样子才写，否则什么也不写、答 undefined。
 * 等别人的锁时，条件按等到的新值再判一次，所以不先加锁也不会覆盖别人。
 */
export async function storeSection(
  sql: Sql,
  at: SectionWrite,
  seen: Pick<StoredSection, "state" | "caseRevision" | "revision">,
  data: SectionAnswers,
): Promise<{ revision: number; savedAt: Date } | undefined> {
  const { rows } = await sql.query<{ revision: number; savedAt: Date }>({
    name: "store-section",
    text: `WITH touched AS (UPDATE "Case" SET "updatedAt" = now() WHERE "id" = $1::uuid AND "state" = $8 AND "revision" = $9 RETURNING "id"),
      stored AS (INSERT INTO "SectionAnswer" AS s ("applicationId", "sectionKey", "data", "revision", "updatedAt", "updatedById")
        SELECT "id", $2, $3::jsonb, 1, now(), $4::uuid FROM touched
        ON CONFLICT ("applicationId", "sectionKey") DO UPDATE
          SET "data" = EXCLUDED."data", "revision" = s."revision" + 1, "updatedAt" = now(), "updatedById" = EXCLUDED."updatedById"
          WHERE s."revision" = $10
        RETURNING s."revision", s."updatedAt"),
      scoped AS (UPDATE "Application" SET "scopeText" = $5 FROM stored WHERE "caseId" = $1::uuid AND $5::text IS NOT NULL AND "scopeText" <> $5),
      noted AS (INSERT INTO "AuditEntry" ("id", "actorId", "actorName", "audience", "action", "subject", "subjectId", "detail", "address")
        SELECT gen_random_uuid(), $4::uuid, $6, 'enterprise', 'application.save', 'Case', $1::text, $7::jsonb, $11 FROM stored)
      SELECT "revision", "updatedAt" AS "savedAt" FROM stored`,
    values: [
      at.caseId, at.sectionKey, JSON.stringify(data), at.accountId, at.scopeText ?? null, at.actorName, JSON.stringify(at.note),
      seen.state, seen.caseRevision, seen.revision, at.address ?? null,
    ],
  });
  return rows[0];
}

/** 一轮提交冻结的内容，一律是纯 JSON。 */
export interface NewSubmission {
  applicationId: string;
  round: number;
  definitionVersion: number;
  ruleSetId: string;
  submittedById: string;
  snapshot: object;
  summary: object;
  checks: object;
}

/** 内容可达几十万字：直接交给库里解析，不经 Prisma 逐层转换。 */
export async function insertSubmission(tx: Db, { snapshot, summary, checks, ...at }: NewSubmission): Promise<void> {
  const [whole, readable, judged] = [snapshot, summary, checks].map((value) => JSON.stringify(value));
  await tx.$executeRaw`
    INSERT INTO "Submission" ("id", "applicationId", "round", "snapshot", "summary", "checks", "definitionVersion", "ruleSetId", "submittedById")
    VALUES (gen_random_uuid(), ${at.applicationId}::uuid, ${at.round}, ${whole}::jsonb, ${readable}::jsonb, ${judged}::jsonb,
      ${at.definitionVersion}, ${at.ruleSetId}, ${at.submittedById}::uuid)`;
}

/** 首次提交时锁定适用的条件标准。 */
export async function bindRuleSet(tx: Db, caseId: string, ruleSetId: string): Promise<void> {
  await tx.application.update({ where: { caseId }, data: { ruleSetId } });
}

/** 列表上的申请内容；提交时按全部事实再写一次。 */
export async function storeScopeText(tx: Db, caseId: string, scopeText: string): Promise<void> {
  await tx.application.update({ where: { caseId }, data: { scopeText } });
}
