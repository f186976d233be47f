import "server-only";
import type { SectionAnswers } from "@/lib/forms/answers";
import { type Db, pool } from "./client";

/** 打开一份申请所需的一切，一次往返取齐；时刻为 ISO 文本。 */
export interface ApplicationRecord {
  now: string;
  caseId: string;
  number: string;
  officeCode: string;
  officeName: string;
  enterpriseId: string;
  state: string;
  revision: number;
  round: number;
  openKey: string | null;
  createdAt: string;
  submittedAt: string | null;
  stageDueOn: string | null;
  promisedDueOn: string | null;
  statutoryDueOn: string | null;
  clockPausedOn: string | null;
  business: string;
  definitionVersion: number;
  ruleSetId: string | null;
  /** 设置里的条件标准，库里的原样。 */
  ruleSetSetting: unknown;
  procedure: string;
  scopeText: string;
  enterprise: { name: string; uscc: string; particulars: unknown; parentName: string | null };
  sections: { key: string; data: SectionAnswers; revision: number; at: string; by: string }[];
  files: { id: string; section: string; slot: string; row: string | null; name: string; size: number; mediaType: string }[];
  remarks: {
    id: string; section: string; row: string | null; field: string | null; slot: string | null; place: string;
    level: string; text: string; sentAt: string; answer: string | null; answeredAt: string | null;
  }[];
  events: { action: string; actorId: string | null }[];
  /** 同机构更早提交、尚未领取的件数，最多数到 cap。 */
  ahead: number;
}

/** 只有一个参数 $1 = caseId；上限写在语句里，便于池与事务两处共用。json 而不是 jsonb：答案原样拼成文字，不再逐层重建。 */
const READ = `
SELECT now() AS "now", c."id" AS "caseId", c."number", c."officeCode", o."name" AS "officeName", c."enterpriseId", c."state", c."revision", c."round", c."openKey",
  c."createdAt", c."submittedAt", c."stageDueOn", c."promisedDueOn", c."statutoryDueOn", c."clockPausedOn",
  a."business", a."definitionVersion", a."ruleSetId", a."procedure", a."scopeText", (SELECT "value" FROM "Setting" WHERE "key" = 'ruleSetId') AS "ruleSetSetting",
  json_build_object('name', e."name", 'uscc', e."uscc", 'particulars', e."particulars", 'parentName', p."name") AS "enterprise",
  COALESCE((SELECT json_agg(json_build_object('key', s."sectionKey", 'data', s."data", 'revision', s."revision", 'at', s."updatedAt", 'by', COALESCE(u."displayName", '')))
    FROM "SectionAnswer" s LEFT JOIN "Account" u ON u."id" = s."updatedById" WHERE s."applicationId" = c."id"), '[]') AS "sections",
  COALESCE((SELECT json_agg(json_build_object('id', f."id", 'section', f."sectionKey", 'slot', f."slot", 'row', f."rowId", 'name', f."name", 'size', f."size", 'mediaType', f."mediaType") ORDER BY f."createdAt")
    FROM "Attachment" f WHERE f."applicationId" = c."id" AND f."state" = 'checked'), '[]') AS "files",
  COALESCE((SELECT json_agg(json_build_object('id', r."id", 'section', r."sectionKey", 'row', r."rowId", 'field', r."field", 'slot', r."slot", 'place', r."place", 'level', r."level", 'text', r."text",
      'sentAt', r."sentAt", 'answer', r."answer", 'answeredAt', r."answeredAt") ORDER BY r."createdAt")
    FROM "Remark" r WHERE r."caseId" = c."id" AND r."sentAt" IS NOT NULL AND r."resolvedAt" IS NULL), '[]') AS "remarks",
  COALESCE((SELECT json_agg(json_build_object('action', v."action", 'actorId', v."actorId")) FROM "CaseEvent" v WHERE v."caseId" = c."id"), '[]') AS "events",
  CASE WHEN c."state" = 'submitted' THEN (SELECT count(*)::int FROM (SELECT 1 FROM "Case" q
    WHERE q."officeCode" = c."officeCode" AND q."state" = 'submitted' AND q."holderId" IS NULL AND q."submittedAt" < c."submittedAt" LIMIT 200) x) ELSE 0 END AS "ahead"
FROM "Case" c JOIN "Application" a ON a."caseId" = c."id" JOIN "Office" o ON o."code" = c."officeCode"
  JOIN "Enterprise" e ON e."id" = c."enterpriseId" LEFT JOIN "Enterprise" p ON p."id" = e."parentId"
WHERE c."id" = $1::uuid`;

type Raw = Omit<ApplicationRecord, "now" | "createdAt" | "submittedAt"> & { now: Date; createdAt: Date; submittedAt: Date | null };

const plain = (row: Raw): ApplicationRecord => ({
  ...row,
  now: row.now.toISOString(),
  createdAt: row.createdAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
});

/** 读路径：不经 Prisma，一条预备语句。 */
export async function findApplicationRecord(caseId: string): Promise<ApplicationRecord | undefined> {
  const { rows } = await pool().query<Raw>({ name: "application-record", text: READ, values: [caseId] });
  return rows[0] && plain(rows[0]);
}

/** 事务里读同一份：先锁住案件，读到的就是要判断的。 */
export async function lockApplicationRecord(tx: Db, caseId: string): Promise<ApplicationRecord | undefined> {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRawUnsafe<Raw[]>(READ, caseId);
  return rows[0] && plain(rows[0]);
}

/** 一个企业的全部申请，新的在前。 */
export function listApplicationRows(db: Db, enterpriseId: string) {
  return db.case.findMany({
    where: { enterpriseId, kind: "licensing" },
    orderBy: { createdAt: "desc" },
    take: 200,
    include: { application: { select: { business: true, scopeText: true, sections: { orderBy: { updatedAt: "desc" }, take: 1, select: { updatedAt: true, updatedById: true } } } } },
  });
}

export async function listDisplayNames(db: Db, accountIds: string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({ where: { id: { in: accountIds } }, select: { id: true, displayName: true } });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}

export function findOpenCase(db: Db, openKey: string) {
  return db.case.findUnique({ where: { openKey }, select: { id: true, state: true } });
}

export function findCaseHistory(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    include: {
      events: { orderBy: { at: "asc" } },
      application: { select: { business: true, submissions: { orderBy: { round: "desc" }, select: { round: true, submittedAt: true, summary: true } } } },
    },
  });
}

export function findSentRemark(db: Db, remarkId: string) {
  return db.remark.findFirst({
    where: { id: remarkId, sentAt: { not: null } },
    include: { case: { select: { id: true, enterpriseId: true, state: true } } },
  });
}

export function storeRemarkAnswer(db: Db, remarkId: string, answer: string) {
  return db.remark.update({ where: { id: remarkId }, data: { answer, answeredAt: new Date() } });
}

/** 企业有没有仍在有效期内、未注销的许可证。 */
export async function hasLicenceInForce(db: Db, enterpriseId: string, today: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Licence" l JOIN "LicenceVersion" v ON v."licenceId" = l."id"
      WHERE l."enterpriseId" = ${enterpriseId}::uuid AND l."state" = 'valid'
        AND v."version" = (SELECT max("version") FROM "LicenceVersion" WHERE "licenceId" = l."id") AND v."validTo" >= ${today}) AS held`;
  return rows[0]?.held ?? false;
}
