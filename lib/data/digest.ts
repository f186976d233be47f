import "server-only";
import type { Conditions } from "./conditions";

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

/** 本人承办的与未领取的案件、本机构的后续任务，夹在工作列表整页的语句里（queue-desk）；逾期以法定期限为准（决定十七）。 */
export function digestStatement(where: Conditions, { officeCode, accountId, states, taskStates, today, next, cap }: DigestQuery): string {
  const [office, own, mine, follows] = [where.place(officeCode), where.place(accountId), where.place([...states]), where.place([...taskStates])];
  const [day, then, most] = [where.place(today), where.place(next), where.place(cap + 1)];
  const cases = (span: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM "Case" c WHERE c."officeCode" = ${office} AND c."state" = ANY(${mine}::text[])
    AND (c."holderId" IS NULL OR c."holderId" = ${own}::uuid) AND c."clockPausedOn" IS NULL AND c."stageDueOn" ${span} LIMIT ${most}) x)`;
  const tasks = (span: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM "FollowUp" u WHERE u."officeCode" = ${office} AND u."state" = ANY(${follows}::text[]) AND u."dueOn" ${span} LIMIT ${most}) x)`;
  const upTo = (column: string): string => `> ${day} AND ${column} <= ${then}`;
  return `SELECT ${cases(`< ${day} AND COALESCE(c."statutoryDueOn", '') < ${day}`)} AS "casesOverdue", ${cases(`= ${day}`)} AS "casesToday", ${cases(upTo('c."stageDueOn"'))} AS "casesNext",
    ${tasks(`< ${day}`)} AS "tasksOverdue", ${tasks(`= ${day}`)} AS "tasksToday", ${tasks(upTo('u."dueOn"'))} AS "tasksNext"`;
}
