import "server-only";
import type { LevelTally } from "@/lib/evaluation/figures/indicators";
import { sql } from "./client";

/** 看哪一段、哪个机构、哪个事项、哪个渠道；没有的为全部。 */
export interface FigureScope {
  from: string;
  to: string;
  officeCode?: string | undefined;
  matter?: string | undefined;
  channel?: string | undefined;
}

/** 按什么分组。 */
export type Cut = "month" | "matter" | "officeCode" | "channel";

/** 一组里的一个等级；cut 为空的是总计。 */
export interface CutTally extends LevelTally {
  cut: Cut | "";
  key: string;
}

const place = (column: string, parameter: number): string => `($${parameter}::text IS NULL OR "${column}" = $${parameter})`;
const SCOPE = `"month" BETWEEN $1 AND $2 AND ${place("officeCode", 3)} AND ${place("matter", 4)}`;
const CUTS = ["month", "matter", "officeCode", "channel"] as const;
const values = ({ from, to, officeCode, matter }: FigureScope): unknown[] => [from, to, officeCode ?? null, matter ?? null];

const whichCut = (cuts: readonly string[]): string => `CASE ${cuts.map((cut) => `WHEN GROUPING("${cut}") = 0 THEN '${cut}'`).join(" ")} ELSE '' END`;
const SUMS = ["ratings", "excluded", "rectifyDue", "rectified", "onTime", "named", "calledBack"].map((column) => `sum("${column}")::int AS "${column}"`).join(", ");

/** 各等级的合计，按总计、月份、事项、机构、渠道各分一次；只读月度合计。 */
export async function readTallies(scope: FigureScope): Promise<CutTally[]> {
  const { rows } = await sql().query<CutTally>(
    `SELECT ${whichCut(CUTS)} AS "cut", COALESCE("month", "matter", "officeCode", "channel", '') AS "key", "level", ${SUMS},
       COALESCE(sum("ratings") FILTER (WHERE "channel" <> 'visit'), 0)::int AS "ofMatters"
     FROM "EvaluationTally" WHERE ${SCOPE} AND ${place("channel", 5)}
     GROUP BY GROUPING SETS (("level"), ${CUTS.map((cut) => `("${cut}", "level")`).join(", ")})`,
    [...values(scope), scope.channel ?? null],
  );
  return rows;
}

export interface FinishedTally {
  cut: Exclude<Cut, "channel"> | "";
  key: string;
  finished: number;
}

/** 办结的件数，分法相同；办结不分渠道。 */
export async function readFinished(scope: FigureScope): Promise<FinishedTally[]> {
  const cuts = CUTS.filter((cut) => cut !== "channel");
  const { rows } = await sql().query<FinishedTally>(
    `SELECT ${whichCut(cuts)} AS "cut", COALESCE("month", "matter", "officeCode", '') AS "key", sum("finished")::int AS "finished"
     FROM "ServiceTally" WHERE ${SCOPE} GROUP BY GROUPING SETS ((), ${cuts.map((cut) => `("${cut}")`).join(", ")})`,
    values(scope),
  );
  return rows.map((row) => ({ ...row, finished: row.finished ?? 0 }));
}

export interface OptionTally {
  option: string;
  count: number;
}

/** 提到最多的评价详情；不分渠道。 */
export async function readOptionTallies(scope: FigureScope): Promise<OptionTally[]> {
  const { rows } = await sql().query<OptionTally>(
    `SELECT "option", sum("count")::int AS "count" FROM "EvaluationOptionTally" WHERE ${SCOPE} GROUP BY "option" ORDER BY 2 DESC, 1`,
    values(scope),
  );
  return rows;
}

/** 公示用：一季里一个机构一个事项一个等级的合计。 */
export interface PublishedTally extends LevelTally {
  quarter: string;
  officeCode: string;
  matter: string;
}

const QUARTER = `substr("month", 1, 4) || '-Q' || ceil(substr("month", 6)::int / 3.0)::int`;

export async function readPublishedTallies(from: string, to: string): Promise<PublishedTally[]> {
  const { rows } = await sql().query<PublishedTally>(
    `SELECT ${QUARTER} AS "quarter", "officeCode", "matter", "level", ${SUMS}, COALESCE(sum("ratings") FILTER (WHERE "channel" <> 'visit'), 0)::int AS "ofMatters"
     FROM "EvaluationTally" WHERE "month" BETWEEN $1 AND $2 GROUP BY 1, 2, 3, 4`,
    [from, to],
  );
  return rows;
}

export interface PublishedFinished {
  quarter: string;
  officeCode: string;
  matter: string;
  finished: number;
}

export async function readPublishedFinished(from: string, to: string): Promise<PublishedFinished[]> {
  const { rows } = await sql().query<PublishedFinished>(
    `SELECT ${QUARTER} AS "quarter", "officeCode", "matter", sum("finished")::int AS "finished" FROM "ServiceTally" WHERE "month" BETWEEN $1 AND $2 GROUP BY 1, 2, 3`,
    [from, to],
  );
  return rows;
}
