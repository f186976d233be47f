import "server-only";
import type { SectionAnswers } from "@/lib/forms/answers";
import { CALENDAR_REVISION } from "./calendar";
import { type Db, pool, sqlIn } from "./client";
import { heldRecord, holdRecord } from "./record-cache";

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
  clockStops: string[];
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
  /** 内容沿用自哪一件办结的申请，以及它有哪些页签；没有沿用的为 null。 */
  prefilledFrom: { number: string; business: string; at: string; sections: string[] } | null;
  /** 同机构更早提交、尚未领取的件数，最多数到 cap。 */
  ahead: number;
  /** 节假日安排的版次。 */
  calendarRevision: number;
}

/** 一份申请涉及的每一行的事务号（xmin）：哪一行改了就变，不变则内容一定没变。经过只增不改，数件数即可。 */
const VERSION = `concat_ws(' ', c.xmin, a.xmin, o.xmin, e.xmin, p.xmin, (SELECT t.xmin FROM "Setting" t WHERE t."key" = 'ruleSetId'),
  (SELECT string_agg(concat(s.xmin, '/', u.xmin), ',') FROM "SectionAnswer" s LEFT JOIN "Account" u ON u."id" = s."updatedById" WHERE s."applicationId" = c."id"),
  (SELECT string_agg(f.xmin::text, ',') FROM "Attachment" f WHERE f."applicationId" = c."id" AND f."state" = 'checked'),
  (SELECT string_agg(r.xmin::text, ',') FROM "Remark" r WHERE r."caseId" = c."id"),
  (SELECT x.xmin FROM "Case" x WHERE x."id" = a."prefilledFromId"),
  (SELECT count(*) FROM "CaseEvent" v WHERE v."caseId" = c."id"))`;

/** 已提交的前面还有几件等着领取；上限写在语句里，便于池与事务两处共用。 */
const AHEAD = `CASE WHEN c."state" = 'submitted' THEN (SELECT count(*)::int FROM (SELECT 1 FROM "Case" q
    WHERE q."officeCode" = c."officeCode" AND q."state" = 'submitted' AND q."holderId" IS NULL AND q."submittedAt" < c."submittedAt" LIMIT 200) x) ELSE 0 END AS "ahead"`;

/** 内容没变也会变的：此刻、排在前面的件数、节假日安排的版次。 */
const PASSING = `now() AS "now", ${VERSION} AS "version", ${AHEAD}, ${CALENDAR_REVISION} AS "calendarRevision"`;

const ONE = `FROM "Case" c JOIN "Application" a ON a."caseId" = c."id" JOIN "Office" o ON o."code" = c."officeCode"
  JOIN "Enterprise" e ON e."id" = c."enterpriseId" LEFT JOIN "Enterprise" p ON p."id" = e."parentId"
WHERE c."id" = $1::uuid`;

/** 只有一个参数 $1 = caseId。json 而不是 jsonb：答案原样拼成文字，不再逐层重建。 */
const READ = `
SELECT ${PASSING}, c."id" AS "caseId", c."number", c."officeCode", o."name" AS "officeName", c."enterpriseId", c."state", c."revision", c."round", c."openKey",
  c."createdAt", c."submittedAt", c."stageDueOn", c."promisedDueOn", c."statutoryDueOn", c."clockPausedOn", c."clockStops",
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
  (SELECT json_build_object('number', x."number", 'business', y."business", 'at', x."finishedAt",
      'sections', COALESCE((SELECT json_agg(z."sectionKey") FROM "SectionAnswer" z WHERE z."applicationId" = x."id"), '[]'))
    FROM "Case" x JOIN "Application" y ON y."caseId" = x."id" WHERE x."id" = a."prefilledFromId") AS "prefilledFrom"
${ONE}`;

type Passing = { now: Date; version: string; ahead: number; calendarRevision: number };
type Raw = Omit<ApplicationRecord, "now" | "createdAt" | "submittedAt"> & Passing & { createdAt: Date; submittedAt: Date | null };

const plain = ({ version: _version, ...row }: Raw): ApplicationRecord => ({
  ...row,
  now: row.now.toISOString(),
  createdAt: row.createdAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
});

/** 读路径：不经 Prisma，预备语句。看过的先只问版次，没变就不再取内容；得到的一律只读。 */
export async function findApplicationRecord(caseId: string): Promise<ApplicationRecord | undefined> {
  const known = heldRecord(caseId);
  if (known) {
    const { rows } = await pool().query<Passing>({ name: "application-version", text: `SELECT ${PASSING} ${ONE}`, values: [caseId] });
    const [passing] = rows;
    if (passing?.version === known.version) return { ...known.record, now: passing.now.toISOString(), ahead: passing.ahead, calendarRevision: passing.calendarRevision };
  }
  const { rows } = await pool().query<Raw>({ name: "application-record", text: READ, values: [caseId] });
  return rows[0] && holdRecord(rows[0].version, plain(rows[0]));
}

/** 事务里读同一份：先锁住案件，读到的就是要判断的。 */
export async function lockApplicationRecord(tx: Db, caseId: string): Promise<ApplicationRecord | undefined> {
  const { rows: locked } = await sqlIn(tx).query({ name: "lock-case", text: `SELECT 1 FROM "Case" WHERE "id" = $1::uuid FOR UPDATE`, values: [caseId] });
  if (locked.length === 0) return undefined;
  const { rows } = await sqlIn(tx).query<Raw>({ name: "application-record", text: READ, values: [caseId] });
  return rows[0] && plain(rows[0]);
}

/** 刚提交的前面还有几件。 */
export async function countAhead(tx: Db, caseId: string): Promise<number> {
  const { rows } = await sqlIn(tx).query<{ ahead: number }>({ name: "count-ahead", text: `SELECT ${AHEAD} FROM "Case" c WHERE c."id" = $1::uuid`, values: [caseId] });
  return rows[0]?.ahead ?? 0;
}

/** 一个企业的全部申请，新的在前。 */
export function listApplicationRows(db: Db, enterpriseId: string) {
  return db.case.findMany({
    where: { enterpriseId, kind: "licensing" },
    orderBy: { createdAt: "desc" },
    take: 200,
    include: { application: { select: { business: true, procedure: true, scopeText: true, sections: { orderBy: { updatedAt: "desc" }, take: 1, select: { updatedAt: true, updatedById: true } } } } },
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
