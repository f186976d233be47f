import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Db, pool } from "./client";

/** 工作列表的一行，库里的样子。 */
export interface QueueRecord {
  id: string;
  number: string;
  state: string;
  stageDueOn: string | null;
  submittedAt: Date | null;
  finishedAt: Date | null;
  holderId: string | null;
  holder: string | null;
  enterprise: string;
  business: string;
  procedure: string;
  scopeText: string;
}

/** 一个机构、一组状态之内的筛选。 */
export interface QueueFilter {
  officeCode: string;
  states: readonly string[];
  business?: string;
  holderId?: string;
  unclaimed?: boolean;
  dueFrom?: string;
  dueTo?: string;
}

const COLUMNS = `c."id", c."number", c."state", c."stageDueOn", c."submittedAt", c."finishedAt", c."holderId",
  h."displayName" AS "holder", e."name" AS "enterprise", c."business", c."procedure", c."scopeText"`;
const NAMES = `JOIN "Enterprise" e ON e."id" = c."enterpriseId" LEFT JOIN "Account" h ON h."id" = c."holderId"`;
const CASE_COLUMNS = `c."id", c."number", c."state", c."stageDueOn", c."submittedAt", c."finishedAt", c."holderId", c."enterpriseId",
  a."business", a."procedure", a."scopeText"`;

/** 条件与参数一起长，永不把值拼进语句。 */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];
  add(condition: (place: string) => string, value: unknown): void {
    this.values.push(value);
    this.parts.push(condition(`$${this.values.length}`));
  }
  also(condition: string): void {
    this.parts.push(condition);
  }
  place(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
  get sql(): string {
    return this.parts.join(" AND ");
  }
}

function within(filter: QueueFilter): Conditions {
  const where = new Conditions();
  where.add((p) => `c."officeCode" = ${p}`, filter.officeCode);
  if (filter.business) where.add((p) => `a."business" = ${p}`, filter.business);
  if (filter.holderId) where.add((p) => `c."holderId" = ${p}::uuid`, filter.holderId);
  if (filter.unclaimed) where.also(`c."holderId" IS NULL`);
  if (filter.dueFrom) where.add((p) => `c."stageDueOn" >= ${p}`, filter.dueFrom);
  if (filter.dueTo) where.add((p) => `c."stageDueOn" <= ${p}`, filter.dueTo);
  return where;
}

/**
 * 在办的一页，先到期的在前，键集分页。
 * 每个状态各走一次索引（officeCode, state, stageDueOn, id）再合并，页数再深也一样快；在办案件的 stageDueOn 总是有值。
 */
export async function listQueueRecords(filter: QueueFilter, limit: number, after?: { dueOn: string; id: string }): Promise<QueueRecord[]> {
  const where = within(filter);
  if (after) where.also(`(c."stageDueOn", c."id") > (${where.place(after.dueOn)}, ${where.place(after.id)}::uuid)`);
  const states = where.place([...filter.states]);
  const take = where.place(limit);
  const { rows } = await pool().query<QueueRecord>(
    `SELECT ${COLUMNS} FROM (
       SELECT q.* FROM unnest(${states}::text[]) AS s("state") CROSS JOIN LATERAL (
         SELECT ${CASE_COLUMNS} FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
         WHERE c."state" = s."state" AND ${where.sql} ORDER BY c."stageDueOn", c."id" LIMIT ${take}) q
       ORDER BY q."stageDueOn", q."id" LIMIT ${take}) c ${NAMES} ORDER BY c."stageDueOn", c."id"`,
    where.values,
  );
  return rows;
}

/** 办结的一页，新的在前。 */
export async function listFinishedRecords(
  { officeCode, business }: Pick<QueueFilter, "officeCode" | "business">,
  limit: number,
  after?: { finishedAt: string; id: string },
): Promise<QueueRecord[]> {
  const where = within({ officeCode, states: [], business });
  if (after) where.also(`(c."finishedAt", c."id") < (${where.place(after.finishedAt)}::timestamptz, ${where.place(after.id)}::uuid)`);
  const take = where.place(limit);
  const { rows } = await pool().query<QueueRecord>(
    `SELECT ${COLUMNS} FROM (
       SELECT ${CASE_COLUMNS} FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
       WHERE c."finishedAt" IS NOT NULL AND c."submittedAt" IS NOT NULL AND ${where.sql}
       ORDER BY c."finishedAt" DESC, c."id" DESC LIMIT ${take}) c ${NAMES} ORDER BY c."finishedAt" DESC, c."id" DESC`,
    where.values,
  );
  return rows;
}

const asPattern = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** 按编号前缀、企业名称、统一社会信用代码查本机构已提交过的案件，新的在前。 */
export async function searchCaseRecords(officeCode: string, text: string, limit: number, afterId?: string): Promise<QueueRecord[]> {
  const where = within({ officeCode, states: [] });
  where.also(`c."submittedAt" IS NOT NULL`);
  const [prefix, anywhere, code] = [where.place(`${asPattern(text.toUpperCase())}%`), where.place(`%${asPattern(text)}%`), where.place(text.toUpperCase())];
  where.also(`(c."number" LIKE ${prefix} OR c."enterpriseId" IN (SELECT "id" FROM "Enterprise" WHERE "name" ILIKE ${anywhere} OR "uscc" = ${code} LIMIT 500))`);
  if (afterId) where.also(`c."id" < ${where.place(afterId)}::uuid`);
  const take = where.place(limit);
  const { rows } = await pool().query<QueueRecord>(
    `SELECT ${COLUMNS} FROM (
       SELECT ${CASE_COLUMNS} FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
       WHERE ${where.sql} ORDER BY c."id" DESC LIMIT ${take}) c ${NAMES} ORDER BY c."id" DESC`,
    where.values,
  );
  return rows;
}

/** 各视图的件数，一条语句；每个最多数到 cap + 1，不做精确总数。 */
export async function countQueue(filters: readonly QueueFilter[], cap: number): Promise<number[]> {
  const all = new Conditions();
  const parts = filters.map((filter) => {
    const where = within(filter);
    const shift = all.values.length;
    all.values.push(...where.values);
    const condition = where.sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`);
    return `(SELECT count(*)::int FROM (SELECT 1 FROM "Case" c JOIN "Application" a ON a."caseId" = c."id"
      WHERE c."state" = ANY(${all.place([...filter.states])}::text[]) AND ${condition} LIMIT ${cap + 1}) x)`;
  });
  const { rows } = await pool().query<{ counts: number[] }>(`SELECT ARRAY[${parts.join(", ")}]::int[] AS counts`, all.values);
  return rows[0]?.counts ?? [];
}

/** 锁住案件并读出判断动作所需的一切；lockedAt 是数据库的时间。 */
export async function lockCaseForDecision(tx: Db, caseId: string) {
  const [lock] = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS "now" FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`);
  if (!lock) return undefined;
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    include: {
      application: true,
      office: true,
      enterprise: true,
      events: { orderBy: { at: "asc" } },
      remarks: { select: { level: true, sentAt: true, resolvedAt: true } },
      confirmations: { select: { state: true, enterpriseId: true, enterprise: { select: { name: true } } } },
    },
  });
  return { ...found, lockedAt: lock.now };
}

export type LockedCase = NonNullable<Awaited<ReturnType<typeof lockCaseForDecision>>>;

/** 有条件地改案件：状态与修订号都没变才写，返回是否写成。 */
export async function advanceCase(tx: Db, at: { id: string; state: string; revision: number }, data: Prisma.CaseUncheckedUpdateManyInput): Promise<boolean> {
  const { count } = await tx.case.updateMany({ where: at, data: { ...data, revision: at.revision + 1 } });
  return count === 1;
}

export async function insertCaseEvent(tx: Db, event: Prisma.CaseEventUncheckedCreateInput): Promise<void> {
  await tx.caseEvent.create({ data: event });
}

/** 案件页所需的一切；submissions 只取最近两轮。 */
export function findCaseForReview(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    include: {
      office: { select: { name: true } },
      enterprise: { select: { name: true, uscc: true } },
      application: {
        select: {
          business: true,
          procedure: true,
          scopeText: true,
          ruleSetId: true,
          licence: { select: { number: true } },
          submissions: { orderBy: { round: "desc" }, take: 2, select: { round: true, summary: true, checks: true, submittedAt: true } },
        },
      },
      events: { orderBy: { at: "desc" } },
      remarks: { orderBy: { createdAt: "asc" } },
      confirmations: { orderBy: { id: "asc" }, include: { enterprise: { select: { name: true, uscc: true } } } },
    },
  });
}

export type ReviewedCase = NonNullable<Awaited<ReturnType<typeof findCaseForReview>>>;

/** 一轮提交冻结的摘要。 */
export async function findLastSummary(db: Db, caseId: string): Promise<Prisma.JsonValue | undefined> {
  const found = await db.submission.findFirst({ where: { applicationId: caseId }, orderBy: { round: "desc" }, select: { summary: true } });
  return found?.summary;
}

/** 最后一轮提交冻结的答案快照。 */
export async function findLastSnapshot(db: Db, caseId: string): Promise<Prisma.JsonValue | undefined> {
  const found = await db.submission.findFirst({ where: { applicationId: caseId }, orderBy: { round: "desc" }, select: { snapshot: true } });
  return found?.snapshot;
}

/** 同一环节里本案之后先到期的一件：本人承办的或未领取的。 */
export async function findNextCase(officeCode: string, states: readonly string[], accountId: string, caseId: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT c."id" FROM "Case" c WHERE c."officeCode" = $1 AND c."state" = ANY($2::text[]) AND c."id" <> $3::uuid
       AND (c."holderId" IS NULL OR c."holderId" = $4::uuid) ORDER BY c."stageDueOn", c."id" LIMIT 1`,
    [officeCode, [...states], caseId, accountId],
  );
  return rows[0]?.id;
}

export async function listAccountNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, displayName: true } });
  return new Map(accounts.map((account) => [account.id, account.displayName]));
}

/**
 * 领取：一条语句里判断并写入，同时来的只有一个成功。
 * @param from 只从此人手里接办；undefined 表示只领未领取的
 * @returns 领到了为 true
 */
export async function takeCase(tx: Db, caseId: string, accountId: string, states: readonly string[], from: string | undefined): Promise<boolean> {
  const { count } = await tx.case.updateMany({
    where: { id: caseId, state: { in: [...states] }, holderId: from ?? null },
    data: { holderId: accountId },
  });
  return count === 1;
}

/** 归属与现况，供权限判断。 */
export function findCaseStanding(db: Db, caseId: string) {
  return db.case.findUnique({
    where: { id: caseId },
    select: { id: true, officeCode: true, enterpriseId: true, state: true, revision: true, round: true, holderId: true, submittedAt: true },
  });
}
