import "server-only";
import { createHash } from "node:crypto";
import { CALENDAR_REVISION } from "./calendar";
import { pool } from "./client";
import { codeList, Conditions, dayLiteral } from "./conditions";
import { conditionsOf, cutConditions, type QueueCutScope, type QueueScope } from "./queue-conditions";

/** 工作列表的一行，库里的样子。 */
export interface QueueRecord {
  id: string;
  number: string;
  state: string;
  stageDueOn: string | null;
  promisedDueOn: string | null;
  statutoryDueOn: string | null;
  clockPausedOn: string | null;
  submittedAt: Date | null;
  finishedAt: Date | null;
  holderId: string | null;
  holder: string | null;
  holderAway: boolean;
  enterprise: string;
  uscc: string;
  business: string;
  procedure: string;
  scopeText: string;
  licenceNumber: string | null;
}

/** 列表的次序：在办的先到期的在前，办结的与全部的新的在前。 */
export type QueueOrder = "stageDueOn" | "finishedAt" | "submittedAt";

export interface QueueCursor {
  at: string;
  id: string;
}

export interface QueueSlice {
  order: QueueOrder;
  /** 写在语句里，不作参数：否则数据库以为要取几百行，每次都另作计划。 */
  limit: number;
  /** 今天，看承办人外出没有。 */
  today: string;
  after?: QueueCursor;
}

const CASE_COLUMNS = ["id", "number", "state", "stageDueOn", "promisedDueOn", "statutoryDueOn", "clockPausedOn", "submittedAt", "finishedAt", "holderId", "enterpriseId", "business", "procedure", "scopeText", "licenceId"].map((name) => `c."${name}"`).join(", ");
/** 键集分页的一页：先只看索引挑出案件，再取这几件的内容与企业、承办人、许可证的字。 */
function pageOf(picked: string, order: string, today: string): string {
  return `SELECT ${CASE_COLUMNS}, h."displayName" AS "holder", e."name" AS "enterprise", e."uscc", l."number" AS "licenceNumber",
      COALESCE(c."holderId" = ANY(ARRAY(SELECT x."accountId" FROM "StaffAbsence" x WHERE x."removedAt" IS NULL AND x."fromOn" <= ${today} AND x."untilOn" >= ${today})), false) AS "holderAway"
    FROM (${picked}) p JOIN "Case" c ON c."id" = p."id" JOIN "Enterprise" e ON e."id" = c."enterpriseId"
      LEFT JOIN "Account" h ON h."id" = c."holderId" LEFT JOIN "Licence" l ON l."id" = c."licenceId" ORDER BY ${order}`;
}

/** 一页。在办的按期限，办结的与全部的按时间；页数再深也一样快。 */
export async function listQueueRecords(scope: QueueScope, slice: QueueSlice): Promise<QueueRecord[]> {
  const where = new Conditions();
  const text = pageStatement(where, scope, slice);
  const { rows } = await pool().query<QueueRecord>({ text, values: where.values, ...nameOf(text, scope) });
  return rows;
}

/** 一页的语句，也夹在工作列表整页的语句里（queue-desk）。 */
export function pageStatement(where: Conditions, scope: QueueScope, slice: QueueSlice): string {
  return slice.order === "stageDueOn" ? byDueDate(where, scope, slice) : byMoment(where, scope, slice, slice.order);
}

const names = new Map<string, string>();
/** 语句里写着今天，天天不同；记得太多就从头记起。 */
const MOST_NAMES = 500;

/** 没有查找时语句的样子不多，计划可以留着；查找的每次按实际的值另作计划。 */
export function nameOf(text: string, { match }: QueueScope): { name?: string } {
  if (match) return {};
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST_NAMES) names.clear();
  const name = `queue ${createHash("sha1").update(text).digest("base64")}`;
  names.set(text, name);
  return { name };
}

/** 每个状态各走一次索引 case_queue（officeCode, state, stageDueOn, id）再合并；在办案件的 stageDueOn 总是有值。 */
function byDueDate(where: Conditions, scope: QueueScope, { after, limit, today }: QueueSlice): string {
  const condition = conditionsOf(where, scope);
  const next = after ? ` AND (c."stageDueOn", c."id") > (${where.place(after.at)}, ${where.place(after.id)}::uuid)` : "";
  const day = dayLiteral(today);
  const picked = `SELECT q."id" FROM unnest(${codeList(scope.states ?? [])}) AS s("state") CROSS JOIN LATERAL (
      SELECT c."id", c."stageDueOn" FROM "Case" c WHERE c."stageDueOn" IS NOT NULL AND c."state" = s."state" AND ${condition}${next} ORDER BY c."stageDueOn", c."id" LIMIT ${limit}) q
    ORDER BY q."stageDueOn", q."id" LIMIT ${limit}`;
  return pageOf(picked, `c."stageDueOn", c."id"`, day);
}

function byMoment(where: Conditions, scope: QueueScope, { after, limit, today }: QueueSlice, order: "finishedAt" | "submittedAt"): string {
  const column = `c."${order}"`;
  const known = order === "finishedAt" ? `c."finishedAt" IS NOT NULL AND c."submittedAt" IS NOT NULL` : `c."submittedAt" IS NOT NULL`;
  const condition = `${known} AND ${conditionsOf(where, scope)}`;
  const next = after ? ` AND (${column}, c."id") < (${where.place(after.at)}::timestamptz, ${where.place(after.id)}::uuid)` : "";
  const day = dayLiteral(today);
  const picked = `SELECT c."id" FROM "Case" c WHERE ${condition}${next} ORDER BY ${column} DESC, c."id" DESC LIMIT ${limit}`;
  return pageOf(picked, `${column} DESC, c."id" DESC`, day);
}

/**
 * 各视图的件数，一条语句；每个最多数到 cap + 1，不做精确总数。
 * 没有别的筛选时各视图各数各的，数够就停；有筛选时先把合乎筛选的在办案件走一遍，各视图在其中数。
 */
export async function countQueue(shared: QueueScope, cuts: readonly QueueCutScope[], cap: number): Promise<number[]> {
  const where = new Conditions();
  const text = `SELECT ${countsOf(where, shared, cuts, cap)} AS counts`;
  const { rows } = await pool().query<{ counts: number[] }>({ text, values: where.values, ...nameOf(text, shared) });
  return rows[0]?.counts ?? [];
}

/** 各视图件数的数组，可以夹在别的语句里。 */
export function countsOf(where: Conditions, shared: QueueScope, cuts: readonly QueueCutScope[], cap: number): string {
  const { officeCode, states = [], ...filters } = shared;
  const narrowed = Object.values(filters).some((value) => value !== undefined);
  const columns = `c."state", c."stageDueOn", c."statutoryDueOn", c."clockPausedOn", c."holderId"`;
  const pass = narrowed ? `WITH f AS MATERIALIZED (SELECT ${columns} FROM "Case" c WHERE c."stageDueOn" IS NOT NULL AND c."state" = ANY(${codeList(states)}) AND ${conditionsOf(where, shared)}) ` : "";
  const office = narrowed ? "" : `c."stageDueOn" IS NOT NULL AND c."officeCode" = ${where.place(officeCode)} AND `;
  const parts = cuts.map(({ nothing, ...cut }) => {
    const own = ["true", ...cutConditions(where, cut), ...(nothing ? ["false"] : [])].join(" AND ");
    return `(SELECT count(*)::int FROM (SELECT 1 FROM ${narrowed ? "f" : `"Case"`} c WHERE ${office}c."state" = ANY(${codeList(cut.states ?? states)}) AND ${own} LIMIT ${cap + 1}) x)`;
  });
  return `(${pass}SELECT ARRAY[${parts.join(", ")}]::int[])`;
}

/** 数据库此刻与节假日安排的版次；热路径，不经 Prisma。 */
export async function readMoment(): Promise<{ now: Date; calendarRevision: number }> {
  const { rows } = await pool().query<{ now: Date; calendarRevision: number }>({ name: "queue moment", text: `SELECT clock_timestamp() AS "now", ${CALENDAR_REVISION} AS "calendarRevision"` });
  const [moment] = rows;
  if (!moment) throw new Error("the database gave no time");
  return moment;
}
