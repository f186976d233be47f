import "server-only";
import type { SectionAnswers } from "@/lib/forms/answers";
import { type Db, type Sql, type SqlClient, sqlIn } from "./client";
import { newId } from "./new-id";

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

/** 一轮提交：案件走到哪里、期限、经过，与冻结的内容（一律是纯 JSON）。 */
export interface NewSubmission {
  /** 读到的案件：还是这样才写。 */
  at: { caseId: string; state: string; revision: number };
  to: { state: string; submittedAt: string; stageDueOn: string | null; promisedDueOn: string | null; statutoryDueOn: string | null; clockPausedOn: string | null; clockStops: readonly string[]; openKey?: string };
  event: { action: string; actorId: string; actorName: string; note: string };
  round: number;
  definitionVersion: number;
  ruleSetId: string;
  snapshot: object;
  summary: object;
  checks: object;
}

/**
 * 写下一轮提交，一条语句：案件还是读到的样子才写，否则什么也不写、答 false。首次提交时锁定适用的条件标准；补正后再交的仍由原来的人承办。
 * 内容可达几十万字：直接交给库里解析，不经 Prisma 逐层转换。
 */
export async function storeSubmission(tx: Db, { at, to, event, snapshot, summary, checks, ...round }: NewSubmission): Promise<boolean> {
  const { rowCount } = await sqlIn(tx).query({
    name: "store-submission",
    text: `WITH advanced AS (UPDATE "Case" SET "state" = $4, "revision" = "revision" + 1, "round" = $5, "submittedAt" = $6::timestamptz, "stageDueOn" = $7, "promisedDueOn" = $8,
          "statutoryDueOn" = $9, "clockPausedOn" = $10, "clockStops" = $11::text[], "openKey" = COALESCE($12, "openKey"), "updatedAt" = now()
        WHERE "id" = $1::uuid AND "state" = $2 AND "revision" = $3 RETURNING "id"),
      bound AS (UPDATE "Application" a SET "ruleSetId" = $13 FROM advanced c WHERE a."caseId" = c."id" AND a."ruleSetId" IS NULL),
      happened AS (INSERT INTO "CaseEvent" ("id", "caseId", "action", "fromState", "toState", "actorId", "actorName", "actorRole", "note", "at")
        SELECT $14::uuid, "id", $15, $2, $4, $16::uuid, $17, 'enterprise', $18, clock_timestamp() FROM advanced)
      INSERT INTO "Submission" ("id", "applicationId", "round", "snapshot", "summary", "checks", "definitionVersion", "ruleSetId", "submittedById")
        SELECT $19::uuid, "id", $5, $20::jsonb, $21::jsonb, $22::jsonb, $23, $13, $16::uuid FROM advanced`,
    values: [
      at.caseId, at.state, at.revision, to.state, round.round, to.submittedAt, to.stageDueOn, to.promisedDueOn, to.statutoryDueOn, to.clockPausedOn, to.clockStops, to.openKey ?? null,
      round.ruleSetId, newId(), event.action, event.actorId, event.actorName, event.note, newId(), JSON.stringify(snapshot), JSON.stringify(summary), JSON.stringify(checks), round.definitionVersion,
    ],
  });
  return rowCount === 1;
}

/** 列表上的申请内容；提交时按全部事实再写一次。 */
export async function storeScopeText(tx: Db, caseId: string, scopeText: string): Promise<void> {
  await tx.application.update({ where: { caseId }, data: { scopeText } });
}
