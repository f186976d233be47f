import "server-only";
import { pool } from "./client";

/** 今日要赶的几样各有几件，每样至多数到 cap + 1。 */
export interface DigestRow {
  casesOverdue: number;
  casesToday: number;
  casesNext: number;
  tasksOverdue: number;
  tasksToday: number;
  tasksNext: number;
}

export interface DigestQuery {
  officeCode: string;
  accountId: string;
  states: readonly string[];
  taskStates: readonly string[];
  today: string;
  /** 下一个工作日。 */
  next: string;
  cap: number;
}

/** 本人承办的与未领取的案件、本机构的后续任务，一条语句；逾期以法定期限为准（决定十七）。 */
export async function countDigest({ officeCode, accountId, states, taskStates, today, next, cap }: DigestQuery): Promise<DigestRow> {
  const cases = (span: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM "Case" c WHERE c."officeCode" = $1 AND c."state" = ANY($2::text[])
    AND (c."holderId" IS NULL OR c."holderId" = $3::uuid) AND c."clockPausedOn" IS NULL AND c."stageDueOn" ${span} LIMIT $7) x)`;
  const tasks = (span: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM "FollowUp" u WHERE u."officeCode" = $1 AND u."state" = ANY($4::text[]) AND u."dueOn" ${span} LIMIT $7) x)`;
  const spans = { overdue: "< $5", today: "= $5", next: "> $5 AND %s <= $6" } as const;
  const upTo = (column: string): string => spans.next.replace("%s", column);
  const { rows } = await pool().query<DigestRow>(
    `SELECT ${cases(`${spans.overdue} AND COALESCE(c."statutoryDueOn", '') < $5`)} AS "casesOverdue", ${cases(spans.today)} AS "casesToday", ${cases(upTo('c."stageDueOn"'))} AS "casesNext",
       ${tasks(spans.overdue)} AS "tasksOverdue", ${tasks(spans.today)} AS "tasksToday", ${tasks(upTo('u."dueOn"'))} AS "tasksNext"`,
    [officeCode, [...states], accountId, [...taskStates], today, next, cap + 1],
  );
  const [row] = rows;
  if (!row) throw new Error("the digest gave no row");
  return row;
}
