import "server-only";
import type { DayCounts } from "@/lib/licensing/statistics/day-counts";
import type { EndingTally, FinishedTally, RemarkTally, RunningTally, TimingTally } from "@/lib/licensing/statistics/indicators";
import { sql } from "./client";
import { Conditions } from "./conditions";
import { cutConditions } from "./queue-conditions";

/** 哪几个机构、哪个业务、哪几个月；bounds 是各月的起点，末了是最后一个月的终点。 */
export interface StatisticsScope {
  officeCodes: readonly string[];
  business?: string | undefined;
  bounds: readonly Date[];
}

/** 月份写作第几个，从 1 起；由服务换成月份。 */
type Monthly<T> = Omit<T, "month"> & { month: number };

/** 机构与业务。 */
export function ofOffices(where: Conditions, { officeCodes, business }: Omit<StatisticsScope, "bounds">): string {
  return [`c."officeCode" = ANY(${where.place([...officeCodes])}::text[])`, ...(business ? [`c."business" = ${where.place(business)}`] : [])].join(" AND ");
}

function within(where: Conditions, column: string, { bounds }: StatisticsScope): string {
  return `${column} >= ${where.place(bounds[0])}::timestamptz AND ${column} < ${where.place(bounds.at(-1))}::timestamptz`;
}

const monthOf = (where: Conditions, column: string, { bounds }: StatisticsScope): string => `width_bucket(${column}, ${where.place([...bounds])}::timestamptz[])`;

async function rowsOf<T extends object>(text: string, where: Conditions): Promise<T[]> {
  return (await sql().query<T>(text, where.values)).rows;
}

/** 现在在办的：按业务与状态，连同其中逾期的、未领取的。 */
export async function readRunning(scope: Omit<StatisticsScope, "bounds">, states: readonly string[], today: string): Promise<RunningTally[]> {
  const where = new Conditions();
  const condition = ofOffices(where, scope);
  const overdue = cutConditions(where, { overdueOn: today }).join(" AND ");
  return rowsOf(
    `SELECT COALESCE(c."business", '') AS "business", c."state", count(*)::int AS "count",
       (count(*) FILTER (WHERE c."state" <> 'correction' AND ${overdue}))::int AS "overdue", (count(*) FILTER (WHERE c."state" <> 'correction' AND c."holderId" IS NULL))::int AS "unclaimed"
     FROM "Case" c WHERE ${condition} AND c."state" = ANY(${where.place([...states])}::text[]) GROUP BY 1, 2`,
    where,
  );
}

/** 提交的：按月与业务。 */
export async function readReceived(scope: StatisticsScope): Promise<Monthly<{ month: string; business: string; count: number }>[]> {
  const where = new Conditions();
  const month = monthOf(where, `c."submittedAt"`, scope);
  return rowsOf(
    `SELECT ${month} AS "month", COALESCE(c."business", '') AS "business", count(*)::int AS "count" FROM "Case" c
     WHERE ${ofOffices(where, scope)} AND ${within(where, `c."submittedAt"`, scope)} GROUP BY 1, 2`,
    where,
  );
}

/** 办结的：按月、业务与结果。 */
export async function readFinishedCases(scope: StatisticsScope, states: readonly string[]): Promise<Monthly<FinishedTally>[]> {
  const where = new Conditions();
  const month = monthOf(where, `c."finishedAt"`, scope);
  return rowsOf(
    `SELECT ${month} AS "month", COALESCE(c."business", '') AS "business", c."state", count(*)::int AS "count" FROM "Case" c
     WHERE ${ofOffices(where, scope)} AND ${within(where, `c."finishedAt"`, scope)} AND c."state" = ANY(${where.place([...states])}::text[]) GROUP BY 1, 2, 3`,
    where,
  );
}

const dayOf = (column: string): string => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`;

/** 一日为止有几个工作日；列出的停表共几个。 */
function workingDays(where: Conditions, days: DayCounts): { upTo: (day: string) => string; stopped: string } {
  const [since, counts] = [where.place(days.since), where.place([...days.counts])];
  const upTo = (day: string): string => `COALESCE((${counts}::int[])[GREATEST(1, ${day} - ${since}::date + 1)], 0)`;
  return { upTo, stopped: `COALESCE((SELECT sum(GREATEST(0, ${upTo(`split_part(s, '/', 2)::date`)} - ${upTo(`split_part(s, '/', 1)::date`)})) FROM unnest(x."stops") s), 0)` };
}

/** 没有作出许可决定而办结的：受理（没有受理的，最近一次提交）至办结用了几个工作日，受理后停表的除外。 */
export async function readEndings(scope: StatisticsScope, states: readonly string[], days: DayCounts): Promise<EndingTally[]> {
  const where = new Conditions();
  const { upTo, stopped } = workingDays(where, days);
  return rowsOf(
    `SELECT x."state", GREATEST(0, ${upTo(`x."until"`)} - ${upTo(`x."from"`)} - ${stopped})::int AS "used", sum(x."count")::int AS "count"
     FROM (
       SELECT c."state", ${dayOf(`COALESCE(c."acceptedAt", c."submittedAt")`)} AS "from", ${dayOf(`c."finishedAt"`)} AS "until", c."clockStops" AS "stops", count(*) AS "count"
       FROM "Case" c
       WHERE ${ofOffices(where, scope)} AND ${within(where, `c."finishedAt"`, scope)} AND c."state" = ANY(${where.place([...states])}::text[]) AND c."submittedAt" IS NOT NULL
       GROUP BY 1, 2, 3, 4) x
     GROUP BY 1, 2`,
    where,
  );
}

/**
 * 作出决定的：受理至决定用了几个工作日（停表的除外），过没过承诺与法定期限。
 * 先把受理、决定、期限都相同的并成一行，再一行一行地算：几十万件只剩几千行。
 */
export async function readTimings(scope: StatisticsScope, states: readonly string[], days: DayCounts): Promise<Monthly<TimingTally>[]> {
  const where = new Conditions();
  const { upTo, stopped } = workingDays(where, days);
  return rowsOf(
    `SELECT ${monthOf(where, `(x."until"::timestamp AT TIME ZONE 'Asia/Shanghai')`, scope)} AS "month", x."business", GREATEST(0, ${upTo(`x."until"`)} - ${upTo(`x."from"`)} - ${stopped})::int AS "used",
       x."until" > x."promised"::date AS "promisedLate", x."until" > x."statutory"::date AS "statutoryLate", sum(x."count")::int AS "count"
     FROM (
       SELECT COALESCE(c."business", '') AS "business", ${dayOf(`c."acceptedAt"`)} AS "from", ${dayOf(`c."finishedAt"`)} AS "until", c."promisedDueOn" AS "promised", c."statutoryDueOn" AS "statutory",
         c."clockStops" AS "stops", count(*) AS "count"
       FROM "Case" c
       WHERE ${ofOffices(where, scope)} AND ${within(where, `c."finishedAt"`, scope)} AND c."state" = ANY(${where.place([...states])}::text[])
         AND c."acceptedAt" IS NOT NULL AND c."promisedDueOn" IS NOT NULL AND c."statutoryDueOn" IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6) x
     GROUP BY 1, 2, 3, 4, 5`,
    where,
  );
}

/** 发出的意见：所指的地方与常用语；自拟的文字不取，其中可能有个人的姓名。 */
export async function readRemarks(scope: StatisticsScope, phrases: readonly string[]): Promise<RemarkTally[]> {
  const where = new Conditions();
  return rowsOf(
    `SELECT r."sectionKey", COALESCE(r."slot", r."field", '') AS "item", CASE WHEN r."text" = ANY(${where.place([...phrases])}::text[]) THEN r."text" ELSE '' END AS "phrase", count(*)::int AS "count"
     FROM "Remark" r JOIN "Case" c ON c."id" = r."caseId" WHERE ${ofOffices(where, scope)} AND ${within(where, `r."sentAt"`, scope)} GROUP BY 1, 2, 3`,
    where,
  );
}

/** 这一期间退回过的案件有几件。 */
export async function countReturnedCases(scope: StatisticsScope): Promise<number> {
  const where = new Conditions();
  const [row] = await rowsOf<{ count: number }>(
    `SELECT count(DISTINCT r."caseId")::int AS "count" FROM "Remark" r JOIN "Case" c ON c."id" = r."caseId" WHERE ${ofOffices(where, scope)} AND ${within(where, `r."sentAt"`, scope)}`,
    where,
  );
  return row?.count ?? 0;
}

/** 本机构共用的常用语。 */
export async function listOfficePhraseTexts(officeCodes: readonly string[]): Promise<string[]> {
  const { rows } = await sql().query<{ text: string }>(`SELECT DISTINCT "text" FROM "RemarkPhrase" WHERE "scope" = 'office' AND "officeCode" = ANY($1::text[]) ORDER BY 1`, [[...officeCodes]]);
  return rows.map(({ text }) => text);
}
