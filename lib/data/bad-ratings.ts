import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Db, pool } from "./client";

export interface BadRatingRecord {
  id: string;
  evaluationId: string;
  officeCode: string;
  state: string;
  revision: number;
  assigneeId: string | null;
  assignee: string | null;
  verdict: string | null;
  complex: boolean;
  stageDueOn: string | null;
  rectifyDueOn: string | null;
  rectifiedAt: Date | null;
  onTime: boolean | null;
  answer: string | null;
  answeredAt: Date | null;
  callBack: string | null;
  appeal: string;
  appealReason: string | null;
  closedAt: Date | null;
  createdAt: Date;
  level: number;
  options: string[];
  comment: string | null;
  raterName: string | null;
  channel: string;
  matter: string;
  servicePoint: string | null;
  excludedAt: Date | null;
  ratedAt: Date;
  caseId: string | null;
  number: string | null;
  enterpriseId: string | null;
}

/** 手机号的密文不在其中：只由 findSealedPhone 取。 */
const READ = Prisma.sql`SELECT b."id", b."evaluationId", b."officeCode", b."state", b."revision", b."assigneeId", p."displayName" AS "assignee", b."verdict", b."complex", b."stageDueOn", b."rectifyDueOn",
    b."rectifiedAt", b."onTime", b."answer", b."answeredAt", b."callBack", b."appeal", b."appealReason", b."closedAt", b."createdAt", e."level", e."options", e."comment", e."raterName", e."channel", e."matter",
    COALESCE(q."servicePoint", e."serviceName") AS "servicePoint", e."excludedAt", e."createdAt" AS "ratedAt", e."caseId", c."number", c."enterpriseId"
  FROM "BadRating" b JOIN "Evaluation" e ON e."id" = b."evaluationId" LEFT JOIN "Case" c ON c."id" = e."caseId"
  LEFT JOIN "EvaluationCode" q ON q."id" = e."codeId" LEFT JOIN "Account" p ON p."id" = b."assigneeId"`;

export async function findBadRating(db: Db, id: string): Promise<BadRatingRecord | undefined> {
  const rows = await db.$queryRaw<BadRatingRecord[]>(Prisma.sql`${READ} WHERE b."id" = ${id}::uuid`);
  return rows[0];
}

/** 锁住一件：同时办理的第二个人等到第一个人办完，看得到他办了什么。 */
export async function lockBadRating(tx: Db, id: string): Promise<BadRatingRecord | undefined> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "BadRating" WHERE "id" = ${id}::uuid FOR UPDATE`);
  return findBadRating(tx, id);
}

/** 有条件地改：修订号没变才写，返回是否写成。 */
export async function updateBadRating(tx: Db, { id, revision }: { id: string; revision: number }, data: Prisma.BadRatingUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.badRating.updateMany({ where: { id, revision }, data: { ...data, revision: revision + 1 } });
  return count === 1;
}

export async function insertBadRatingEvent(tx: Db, event: Prisma.BadRatingEventUncheckedCreateInput): Promise<void> {
  await tx.badRatingEvent.create({ data: event });
}

export function listBadRatingEvents(db: Db, badRatingId: string) {
  return db.badRatingEvent.findMany({ where: { badRatingId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
}

/** 复核认定误评、恶意的评价不再计入统计；名额不动，手机号的五天照旧。 */
export async function excludeEvaluation(tx: Db, evaluationId: string, at: Date): Promise<void> {
  await tx.evaluation.update({ where: { id: evaluationId }, data: { excludedAt: at } });
}

/** 评价人手机号的密文，只供回访时查看。 */
export async function findSealedPhone(tx: Db, evaluationId: string): Promise<string | undefined> {
  const found = await tx.evaluation.findUnique({ where: { id: evaluationId }, select: { phoneEncrypted: true } });
  return found?.phoneEncrypted;
}

export interface BadRatingFilter {
  officeCode: string;
  states: readonly string[];
  assigneeId?: string;
  dueTo?: string;
  level?: number;
  channel?: string;
}

function within({ officeCode, states, assigneeId, dueTo, level, channel }: BadRatingFilter): Prisma.Sql {
  return Prisma.sql`b."officeCode" = ${officeCode} AND b."state" = ANY(${[...states]}::text[])
    ${assigneeId ? Prisma.sql`AND b."assigneeId" = ${assigneeId}::uuid` : Prisma.empty} ${dueTo ? Prisma.sql`AND b."stageDueOn" <= ${dueTo}` : Prisma.empty}
    ${level ? Prisma.sql`AND e."level" = ${level}` : Prisma.empty} ${channel ? Prisma.sql`AND e."channel" = ${channel}` : Prisma.empty}`;
}

/** 未办结的一页，先到期的在前。 */
export function listOpenBadRatings(db: Db, filter: BadRatingFilter, take: number, after?: { dueOn: string; id: string }): Promise<BadRatingRecord[]> {
  return db.$queryRaw<BadRatingRecord[]>(Prisma.sql`${READ} WHERE ${within(filter)}
    ${after ? Prisma.sql`AND (COALESCE(b."stageDueOn", ''), b."id") > (${after.dueOn}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY COALESCE(b."stageDueOn", ''), b."id" LIMIT ${take}`);
}

/** 已办结的一页，后办结的在前。 */
export function listClosedBadRatings(db: Db, filter: BadRatingFilter, take: number, after?: { closedAt: string; id: string }): Promise<BadRatingRecord[]> {
  return db.$queryRaw<BadRatingRecord[]>(Prisma.sql`${READ} WHERE ${within(filter)}
    ${after ? Prisma.sql`AND (b."closedAt", b."id") < (${after.closedAt}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY b."closedAt" DESC, b."id" DESC LIMIT ${take}`);
}

export interface CountedState {
  state: string;
  mine: boolean;
  dueSoon: boolean;
  count: number;
}

/** 本机构未办结的件数，按状态、是不是本人承办、是否将到期；一条语句。 */
export async function countOpenBadRatings(officeCode: string, states: readonly string[], accountId: string, dueTo: string): Promise<CountedState[]> {
  const { rows } = await pool().query<CountedState>(
    `SELECT "state", ("assigneeId" = $3::uuid) IS TRUE AS "mine", ("stageDueOn" <= $4) IS TRUE AS "dueSoon", count(*)::int AS "count"
     FROM "BadRating" WHERE "officeCode" = $1 AND "state" = ANY($2::text[]) GROUP BY 1, 2, 3`,
    [officeCode, [...states], accountId, dueTo],
  );
  return rows;
}

export interface Colleague {
  id: string;
  name: string;
  roles: string[];
  /** 办理过所评的业务。 */
  handled: boolean;
}

/** 本机构在用的内网账号，办理过这件业务的在前，后办的更前。 */
export function listColleagues(db: Db, officeCode: string, caseId: string | null): Promise<Colleague[]> {
  return db.$queryRaw<Colleague[]>(Prisma.sql`SELECT a."id", a."displayName" AS "name", a."roles", h."at" IS NOT NULL AS "handled" FROM "Account" a
    LEFT JOIN (SELECT "actorId", max("at") AS "at" FROM "CaseEvent" WHERE "caseId" = ${caseId}::uuid GROUP BY 1) h ON h."actorId" = a."id"
    WHERE a."audience" = 'staff' AND a."state" = 'active' AND a."officeCode" = ${officeCode} ORDER BY h."at" DESC NULLS LAST, a."displayName", a."id" LIMIT 300`);
}

/** 办理过一件业务的内网人员。 */
export async function listCaseHandlers(db: Db, caseId: string | null): Promise<string[]> {
  if (!caseId) return [];
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT DISTINCT a."id" FROM "CaseEvent" e JOIN "Account" a ON a."id" = e."actorId" WHERE e."caseId" = ${caseId}::uuid AND a."audience" = 'staff'`);
  return rows.map(({ id }) => id);
}

/** 本企业由待办评价的一件，答复了没有。 */
export function findOwnBadRating(db: Db, caseId: string, enterpriseId: string) {
  return db.badRating.findFirst({
    where: { evaluation: { caseId, channel: "todo", case: { enterpriseId } } },
    select: { state: true, answer: true, answeredAt: true, evaluation: { select: { excludedAt: true } } },
  });
}
