import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { runningFollowUps } from "@/lib/terms/follow-ups";
import type { Db } from "./client";

const RUNNING = [...runningFollowUps];

export interface FollowUpRecord {
  id: string;
  caseId: string;
  enterpriseId: string;
  officeCode: string;
  licenceId: string | null;
  licenceNumber: string | null;
  kind: string;
  state: string;
  dueOn: string;
  task: string;
  detail: unknown;
  result: string | null;
  openedAt: Date;
  closedAt: Date | null;
  revision: number;
  number: string;
  caseState: string;
  business: string;
  procedure: string;
  enterprise: string;
  /** 案件的申请人；与任务的企业不同时，任务是分立、合并另一方的。 */
  applicantId: string;
}

const READ = Prisma.sql`SELECT u."id", u."caseId", u."enterpriseId", u."officeCode", u."licenceId", l."number" AS "licenceNumber", u."kind", u."state", u."dueOn", u."task", u."detail", u."result",
    u."openedAt", u."closedAt", u."revision", c."number", c."state" AS "caseState", a."business", a."procedure", e."name" AS "enterprise", c."enterpriseId" AS "applicantId"
  FROM "FollowUp" u JOIN "Case" c ON c."id" = u."caseId" JOIN "Application" a ON a."caseId" = c."id" JOIN "Enterprise" e ON e."id" = u."enterpriseId"
  LEFT JOIN "Licence" l ON l."id" = u."licenceId"`;

export type NewFollowUp = Pick<Prisma.FollowUpUncheckedCreateInput, "caseId" | "enterpriseId" | "officeCode" | "licenceId" | "kind" | "dueOn" | "task" | "detail">;

export async function insertFollowUp(tx: Db, followUp: NewFollowUp): Promise<string> {
  const { id } = await tx.followUp.create({ data: followUp, select: { id: true } });
  return id;
}

export async function findFollowUp(db: Db, id: string): Promise<FollowUpRecord | undefined> {
  const rows = await db.$queryRaw<FollowUpRecord[]>(Prisma.sql`${READ} WHERE u."id" = ${id}::uuid`);
  return rows[0];
}

/** 先锁案件、再锁任务：与上传、签发同一次序，不会互相等。 */
export async function lockFollowUp(tx: Db, id: string): Promise<FollowUpRecord | undefined> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = (SELECT "caseId" FROM "FollowUp" WHERE "id" = ${id}::uuid) FOR UPDATE`);
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "FollowUp" WHERE "id" = ${id}::uuid FOR UPDATE`);
  return findFollowUp(tx, id);
}

/** 有条件地改：修订号没变才写，返回是否写成。 */
export async function updateFollowUp(tx: Db, { id, revision }: { id: string; revision: number }, data: Prisma.FollowUpUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.followUp.updateMany({ where: { id, revision }, data: { ...data, revision: revision + 1 } });
  return count === 1;
}

/** 一件案件的任务，供判断能不能往下办。 */
export function listCaseFollowUps(db: Db, caseId: string) {
  return db.followUp.findMany({ where: { caseId }, select: { id: true, kind: true, state: true }, orderBy: { openedAt: "asc" } });
}

/** 案件已有别的结局：未了的任务不必再办。 */
export async function cancelFollowUps(tx: Db, caseId: string): Promise<number> {
  const { count } = await tx.followUp.updateMany({ where: { caseId, state: { in: RUNNING } }, data: { state: "cancelled", closedAt: new Date(), revision: { increment: 1 } } });
  return count;
}

export interface FollowUpFilter {
  officeCode: string;
  kind?: string;
  states: readonly string[];
  dueFrom?: string;
  dueTo?: string;
}

/** 一个派出机构的一页，先到期的在前。 */
export function listFollowUpRecords(db: Db, { officeCode, kind, states, dueFrom, dueTo }: FollowUpFilter, take: number, after?: { dueOn: string; id: string }): Promise<FollowUpRecord[]> {
  return db.$queryRaw<FollowUpRecord[]>(Prisma.sql`${READ} WHERE u."officeCode" = ${officeCode} AND u."state" = ANY(${[...states]}::text[])
    ${kind ? Prisma.sql`AND u."kind" = ${kind}` : Prisma.empty} ${dueFrom ? Prisma.sql`AND u."dueOn" >= ${dueFrom}` : Prisma.empty}
    ${dueTo ? Prisma.sql`AND u."dueOn" <= ${dueTo}` : Prisma.empty} ${after ? Prisma.sql`AND (u."dueOn", u."id") > (${after.dueOn}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY u."dueOn", u."id" LIMIT ${take}`);
}

export interface CountedTasks {
  kind: string;
  running: number;
  today: number;
  next: number;
  dueSoon: number;
  overdue: number;
  toConfirm: number;
}

/** 一个派出机构各种任务的件数，一条语句。 */
export function countFollowUps(db: Db, officeCode: string, { today, next, soon }: { today: string; next: string; soon: string }): Promise<CountedTasks[]> {
  return db.$queryRaw<CountedTasks[]>(Prisma.sql`
    SELECT "kind", count(*)::int AS "running", count(*) FILTER (WHERE "dueOn" = ${today})::int AS "today", count(*) FILTER (WHERE "dueOn" > ${today} AND "dueOn" <= ${next})::int AS "next",
      count(*) FILTER (WHERE "state" = 'proposed')::int AS "toConfirm", count(*) FILTER (WHERE "dueOn" >= ${today} AND "dueOn" <= ${soon})::int AS "dueSoon", count(*) FILTER (WHERE "dueOn" < ${today})::int AS "overdue"
    FROM "FollowUp" WHERE "officeCode" = ${officeCode} AND "state" = ANY(${RUNNING}::text[]) GROUP BY "kind"`);
}

/** 这一种任务里期限已过、企业还没有办的，一批；当天到期的不算。 */
export async function listLapsedFollowUps(db: Db, kind: string, today: string, take: number, after?: string): Promise<string[]> {
  const rows = await db.followUp.findMany({
    where: { kind, state: "open", dueOn: { lt: today }, ...(after ? { id: { gt: after } } : {}) }, select: { id: true }, orderBy: { id: "asc" }, take,
  });
  return rows.map((row) => row.id);
}

/** 锁住案件；正在被别人办的不等，为 undefined。 */
export async function lockLapsedFollowUp(tx: Db, id: string): Promise<FollowUpRecord | undefined> {
  const rows = await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Case" WHERE "id" = (SELECT "caseId" FROM "FollowUp" WHERE "id" = ${id}::uuid) FOR UPDATE SKIP LOCKED`);
  return (rows as unknown[]).length === 1 ? lockFollowUp(tx, id) : undefined;
}

/** 一份申请现有的附件，已检查的。 */
export function listCheckedFiles(db: Db, applicationId: string) {
  return db.attachment.findMany({
    where: { applicationId, state: "checked" }, orderBy: { createdAt: "asc" }, select: { id: true, sectionKey: true, slot: true, rowId: true, name: true, size: true, mediaType: true },
  });
}

export async function setUnderRectification(tx: Db, licenceId: string, underRectification: boolean): Promise<void> {
  await tx.licence.update({ where: { id: licenceId }, data: { underRectification } });
}

/** 一家企业某一种未了的任务，先开的在前；锁住，别人正在了结的等它。 */
export async function lockRunningFollowUps(tx: Db, enterpriseId: string, kind: string): Promise<{ id: string; caseId: string; revision: number; task: string }[]> {
  return tx.$queryRaw(Prisma.sql`SELECT "id", "caseId", "revision", "task" FROM "FollowUp"
    WHERE "enterpriseId" = ${enterpriseId}::uuid AND "kind" = ${kind} AND "state" = ANY(${RUNNING}::text[]) ORDER BY "openedAt", "id" FOR UPDATE`);
}

/** 许可证终止：针对它的限期整改取消；提出撤销而还没有决定的核查，回到待办理。返回取消的。 */
export async function cancelTasksOfLicence(tx: Db, licenceId: string, result: string): Promise<{ caseId: string; enterpriseId: string }[]> {
  const where = { licenceId, kind: "rectification", state: { in: RUNNING } };
  const running = await tx.followUp.findMany({ where, select: { caseId: true, enterpriseId: true } });
  await tx.followUp.updateMany({ where, data: { state: "cancelled", result, closedAt: new Date(), revision: { increment: 1 } } });
  await tx.followUp.updateMany({ where: { licenceId, kind: "verification", state: "proposed" }, data: { state: "open", revision: { increment: 1 } } });
  return running;
}
