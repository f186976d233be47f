import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Db, pool } from "./client";

/** 锁住要移交的在办案件，按编号的次序锁，两个人同时移交也不会互等。 */
export async function lockCasesToMove(tx: Db, { officeCode, states, ids, holderId, limit }: { officeCode: string; states: readonly string[]; ids?: readonly string[]; holderId?: string; limit: number }) {
  const which = ids ? Prisma.sql`"id" = ANY(${[...ids]}::uuid[])` : Prisma.sql`"holderId" = ${holderId}::uuid`;
  const locked = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT "id" FROM "Case" WHERE "officeCode" = ${officeCode} AND "state" = ANY(${[...states]}::text[]) AND ${which} ORDER BY "id" LIMIT ${limit} FOR UPDATE`);
  return tx.case.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: [{ stageDueOn: "asc" }, { id: "asc" }],
    select: { id: true, number: true, state: true, holderId: true, events: { select: { action: true, actorId: true } } },
  });
}

/** 其中本机构的案件的编号，在办的、办结的都算。 */
export async function listNumbersOf(tx: Db, officeCode: string, ids: readonly string[]): Promise<string[]> {
  return (await tx.case.findMany({ where: { officeCode, id: { in: [...ids] }, submittedAt: { not: null } }, orderBy: { number: "asc" }, select: { number: true } })).map(({ number }) => number);
}

export type CaseToMove = Awaited<ReturnType<typeof lockCasesToMove>>[number];

/** 一件案件连同锁一起交给这个人。 */
export async function setHolder(tx: Db, caseIds: readonly string[], holderId: string): Promise<void> {
  await tx.case.updateMany({ where: { id: { in: [...caseIds] } }, data: { holderId } });
}

/** 现在的承办人与承办自何时。 */
export async function findHolder(db: Db, caseId: string): Promise<{ name: string; since: Date } | undefined> {
  const rows = await db.$queryRaw<{ name: string; since: Date }[]>(
    Prisma.sql`SELECT h."displayName" AS "name", c."heldSince" AS "since" FROM "Case" c JOIN "Account" h ON h."id" = c."holderId" WHERE c."id" = ${caseId}::uuid`,
  );
  return rows[0];
}

/** 一段外出；now 为今天在其中。 */
interface AbsenceRecord {
  id: string;
  fromOn: string;
  untilOn: string;
  note: string;
  now: boolean;
}

export interface ReviewerRecord {
  id: string;
  displayName: string;
  roles: string[];
  absences: AbsenceRecord[];
}

/** 今天（北京时间），取自数据库时钟。 */
const TODAY = `to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;

/** 一个机构里办案的人，附没有过去的外出；给出的是参数的位置。 */
export const reviewersStatement = (officeCode: string, posts: string): string => `SELECT a."id", a."displayName", a."roles", COALESCE((
    SELECT json_agg(json_build_object('id', x."id", 'fromOn', x."fromOn", 'untilOn', x."untilOn", 'note', x."note", 'now', x."fromOn" <= ${TODAY}) ORDER BY x."fromOn")
    FROM "StaffAbsence" x WHERE x."accountId" = a."id" AND x."removedAt" IS NULL AND x."untilOn" >= ${TODAY}), '[]') AS "absences"
  FROM "Account" a WHERE a."audience" = 'staff' AND a."state" = 'active' AND a."officeCode" = ${officeCode} AND a."roles" && ${posts}::text[] ORDER BY a."login" LIMIT 500`;

const REVIEWERS = reviewersStatement("$1", "$2");

/** 一个机构里办案的人，附没有过去的外出。 */
export async function listReviewers(officeCode: string, posts: readonly string[]): Promise<ReviewerRecord[]> {
  return (await pool().query<ReviewerRecord>({ name: "queue reviewers", text: REVIEWERS, values: [officeCode, [...posts]] })).rows;
}

/** 同前，在事务里。 */
export const listReviewersIn = (tx: Db, officeCode: string, posts: readonly string[]): Promise<ReviewerRecord[]> => tx.$queryRawUnsafe<ReviewerRecord[]>(REVIEWERS, officeCode, [...posts]);

/** 各人承办的在办件数。 */
export async function countHeld(officeCode: string, states: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ id: string; held: number }>(
    `SELECT "holderId" AS "id", count(*)::int AS "held" FROM "Case" WHERE "officeCode" = $1 AND "state" = ANY($2::text[]) AND "holderId" IS NOT NULL GROUP BY 1`,
    [officeCode, [...states]],
  );
  return new Map(rows.map(({ id, held }) => [id, held]));
}

/** 告诉几个人：他们的案件被接办、移交走，或指派给了他们。 */
export async function insertHolderNotices(tx: Db, notices: readonly Prisma.HolderNoticeCreateManyInput[]): Promise<void> {
  await tx.holderNotice.createMany({ data: [...notices] });
}

export interface HolderNoticeRecord {
  id: string;
  caseId: string;
  number: string;
  kind: string;
  byName: string;
  holderName: string;
  reason: string;
  at: Date;
}

/** 此人还没有看过的告知，新的在前；给出的是参数的位置。 */
export const unseenNoticesStatement = (accountId: string, limit: string): string => `SELECT n."id", n."caseId", c."number", n."kind", n."byName", n."holderName", n."reason", n."at"
  FROM "HolderNotice" n JOIN "Case" c ON c."id" = n."caseId" WHERE n."accountId" = ${accountId}::uuid AND n."seenAt" IS NULL ORDER BY n."at" DESC, n."id" DESC LIMIT ${limit}`;

/** 本人看过了这些告知。 */
export async function markNoticesSeen(db: Db, accountId: string, ids: readonly string[]): Promise<void> {
  await db.$executeRaw(Prisma.sql`UPDATE "HolderNotice" SET "seenAt" = now() WHERE "accountId" = ${accountId}::uuid AND "id" = ANY(${[...ids]}::uuid[]) AND "seenAt" IS NULL`);
}
