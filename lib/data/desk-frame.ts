import "server-only";
import { pool } from "./client";

export interface FrameQuery {
  officeCode: string;
  accountId: string;
  /** 此人各环节的状态；不办案的没有。 */
  caseStates: readonly string[];
  /** 差评：本人承办的与管好差评的各看哪些状态。 */
  ownRatings: readonly string[];
  officeRatings: readonly string[];
  cap: number;
}

export interface FrameRow {
  now: Date;
  /** 设置的原样。 */
  ruleSetId: unknown;
  held: number;
  unclaimed: number;
  badRatings: number;
}

const waiting = (holder: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM "Case" c
  WHERE c."officeCode" = $1 AND c."state" = ANY($3::text[]) AND c."stageDueOn" IS NOT NULL AND ${holder} LIMIT $6) x)`;

const FRAME = `SELECT clock_timestamp() AS "now", (SELECT "value" FROM "Setting" WHERE "key" = 'ruleSetId') AS "ruleSetId",
  ${waiting(`c."holderId" = $2::uuid`)} AS "held", ${waiting(`c."holderId" IS NULL`)} AS "unclaimed",
  (SELECT count(*)::int FROM "BadRating" b WHERE b."officeCode" = $1 AND ((b."state" = ANY($4::text[]) AND b."assigneeId" = $2::uuid) OR b."state" = ANY($5::text[]))) AS "badRatings"`;

/** 内网各页的框每次都要的：等此人办的案件与差评、页脚所据的设置，一条语句。 */
export async function readFrame({ officeCode, accountId, caseStates, ownRatings, officeRatings, cap }: FrameQuery): Promise<FrameRow> {
  const values = [officeCode, accountId, [...caseStates], [...ownRatings], [...officeRatings], cap + 1];
  const { rows } = await pool().query<FrameRow>({ name: "desk frame", text: FRAME, values });
  const [row] = rows;
  if (!row) throw new Error("the frame gave no row");
  return row;
}
