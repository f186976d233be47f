import "server-only";
import type { Json } from "@/lib/forms/answers";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Db, sqlIn } from "./client";

/** 一件许可证的现行版次。 */
export interface LicenceRow {
  licenceId: string;
  enterpriseId: string;
  number: string;
  state: string;
  version: number;
  ruleSetId: string;
  items: { category: string; level: string }[];
  scopeText: string;
  holderName: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  /** 首次发证的那件申请。 */
  nature: string | null;
  business: string | null;
}

const CURRENT = `SELECT l."id" AS "licenceId", l."enterpriseId", l."number", l."state", v."version", v."ruleSetId", v."items", v."scopeText", v."holderName", v."issuedOn", v."validFrom", v."validTo", o."nature", o."business"
  FROM "Licence" l JOIN LATERAL (SELECT * FROM "LicenceVersion" w WHERE w."licenceId" = l."id" ORDER BY w."version" DESC LIMIT 1) v ON true
  LEFT JOIN LATERAL (SELECT b."business", s."data"->>'nature' AS "nature" FROM "LicenceVersion" f JOIN "Application" b ON b."caseId" = f."caseId"
    LEFT JOIN "SectionAnswer" s ON s."applicationId" = f."caseId" AND s."sectionKey" = 'application-category' WHERE f."licenceId" = l."id" AND f."version" = 1) o ON true`;

/** 企业没有注销、撤销的那一件（至多一件）；过没过期由调用者判断。 */
export async function findHeldLicence(db: Db, enterpriseId: string): Promise<LicenceRow | undefined> {
  const { rows } = await sqlIn(db).query<LicenceRow>({ name: "held-licence", text: `${CURRENT} WHERE l."enterpriseId" = $1::uuid AND l."state" = 'valid'`, values: [enterpriseId] });
  return rows[0];
}

/** 企业有过的许可证里最近的一件，不论现在怎样。 */
export async function findFormerLicence(db: Db, enterpriseId: string): Promise<string | undefined> {
  const found = await db.licence.findFirst({ where: { enterpriseId }, orderBy: { createdAt: "desc" }, select: { number: true } });
  return found?.number;
}

/** 一份申请所针对的许可证。 */
export async function findApplicationLicence(db: Db, caseId: string): Promise<LicenceRow | undefined> {
  const { rows } = await sqlIn(db).query<LicenceRow>({ name: "application-licence", text: `${CURRENT} JOIN "Application" a ON a."licenceId" = l."id" WHERE a."caseId" = $1::uuid`, values: [caseId] });
  return rows[0];
}

export interface EngagedRow {
  idNumber: string;
  name: string;
  kind: string;
  detail: { [key: string]: Json };
  caseId: string;
  fromOn: string;
}

/** 企业的在册人员，按任职与姓名。 */
export async function listEngaged(db: Db, enterpriseId: string): Promise<EngagedRow[]> {
  const { rows } = await sqlIn(db).query<EngagedRow>({
    name: "list-engaged",
    text: `SELECT g."idNumber", COALESCE(NULLIF(g."detail"->>'name', ''), p."name") AS "name", g."kind", g."detail", g."caseId", g."fromOn" FROM "Engagement" g JOIN "Person" p ON p."idNumber" = g."idNumber"
      WHERE g."enterpriseId" = $1::uuid AND g."toOn" IS NULL ORDER BY g."kind", p."name", g."idNumber"`,
    values: [enterpriseId],
  });
  return rows;
}

export interface PartyRow {
  id: string;
  uscc: string;
  name: string;
  particulars: unknown;
}

/** 按统一社会信用代码取企业。 */
export function listParties(db: Db, codes: readonly string[]): Promise<PartyRow[]> {
  return db.enterprise.findMany({ where: { uscc: { in: [...codes] } }, select: { id: true, uscc: true, name: true, particulars: true }, orderBy: { uscc: "asc" } });
}

/** 提交时冻结的事实；没提交过的为 undefined。 */
export async function findFrozenFacts(db: Db, caseId: string): Promise<unknown> {
  const rows = await db.$queryRaw<{ facts: unknown }[]>(Prisma.sql`
    SELECT s."snapshot"->'facts' AS "facts" FROM "Submission" s WHERE s."applicationId" = ${caseId}::uuid ORDER BY s."round" DESC LIMIT 1`);
  return rows[0]?.facts ?? undefined;
}

export interface RunningRow {
  caseId: string;
  number: string;
  business: string;
  state: string;
  enterpriseId: string;
  submitted: boolean;
}

/** 这些企业未办结的申请（草稿也在内）。 */
export async function listRunning(db: Db, enterpriseIds: readonly string[]): Promise<RunningRow[]> {
  const { rows } = await sqlIn(db).query<RunningRow>({
    name: "list-running",
    text: `SELECT c."id" AS "caseId", c."number", a."business", c."state", c."enterpriseId", c."submittedAt" IS NOT NULL AS "submitted"
      FROM "Case" c JOIN "Application" a ON a."caseId" = c."id" WHERE c."enterpriseId" = ANY($1::uuid[]) AND c."openKey" IS NOT NULL ORDER BY c."id"`,
    values: [enterpriseIds],
  });
  return rows;
}

export interface RestrictionRow {
  kind: string;
  fromOn: string;
  untilOn: string;
  reason: string;
}

/** 今天仍在限制期内的。 */
export async function listRestrictions(db: Db, enterpriseId: string, today: string): Promise<RestrictionRow[]> {
  const { rows } = await sqlIn(db).query<RestrictionRow>({
    name: "list-restrictions",
    text: `SELECT "kind", "fromOn", "untilOn", "reason" FROM "Restriction" WHERE "enterpriseId" = $1::uuid AND "fromOn" <= $2 AND "untilOn" >= $2 AND "revokedAt" IS NULL ORDER BY "untilOn" DESC`,
    values: [enterpriseId, today],
  });
  return rows;
}
