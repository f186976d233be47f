import "server-only";
import { type DigestCut, digestCuts } from "@/lib/licensing/digest-views";
import { codesOf } from "@/lib/terms/option-map";
import { codeList, type Conditions, dayLiteral } from "./conditions";
import { digestCondition, type DigestScope } from "./queue-conditions";

/** 今日要赶的几样各有几件，每样至多数到 cap + 1。 */
export interface DigestRow {
  cases: Record<DigestCut, number>;
  tasksOverdue: number;
  tasksToday: number;
  tasksNext: number;
}

export interface DigestQuery extends DigestScope {
  officeCode: string;
  taskStates: readonly string[];
  cap: number;
}

/** 等本人办的案件、本机构的后续任务，夹在工作列表整页的语句里（queue-desk）；列表按同样的条件筛选，数出几件就列出几件。 */
export function digestStatement(where: Conditions, { officeCode, taskStates, cap, ...scope }: DigestQuery): string {
  const [office, follows] = [where.place(officeCode), codeList(taskStates)];
  const [day, then] = [dayLiteral(scope.today), dayLiteral(scope.next)];
  const cases = codesOf(digestCuts).map((cut) => `'${cut}', (SELECT count(*)::int FROM (SELECT 1 FROM "Case" c WHERE c."officeCode" = ${office} AND ${digestCondition(where, cut, scope)} LIMIT ${cap + 1}) x)`);
  const tasks = (span: string): string => `(SELECT count(*)::int FROM (SELECT 1 FROM "FollowUp" u WHERE u."officeCode" = ${office} AND u."state" = ANY(${follows}) AND u."dueOn" ${span} LIMIT ${cap + 1}) x)`;
  return `SELECT json_build_object(${cases.join(", ")}) AS "cases",
    ${tasks(`< ${day}`)} AS "tasksOverdue", ${tasks(`= ${day}`)} AS "tasksToday", ${tasks(`> ${day} AND u."dueOn" <= ${then}`)} AS "tasksNext"`;
}
