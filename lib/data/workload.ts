import "server-only";
import { ofOffices, type StatisticsScope } from "./case-statistics";
import { sql } from "./client";
import { Conditions } from "./conditions";
import { cutConditions } from "./queue-conditions";

export interface OfficeMember {
  id: string;
  name: string;
  roles: string[];
  disabled: boolean;
}

/** 一个机构的内网人员，停用的也在内：期间里经过手的要算得上。 */
export async function listOfficeMembers(officeCode: string): Promise<OfficeMember[]> {
  const { rows } = await sql().query<OfficeMember>(
    `SELECT "id", "displayName" AS "name", "roles", "state" <> 'active' AS "disabled" FROM "Account" WHERE "audience" = 'staff' AND "officeCode" = $1 ORDER BY "displayName", "login"`,
    [officeCode],
  );
  return rows;
}

type WorkloadScope = StatisticsScope & { accountIds: readonly string[] };

/** 各人现在承办的，连同其中逾期的。 */
export async function readHeld(scope: WorkloadScope, states: readonly string[], today: string): Promise<{ accountId: string; held: number; overdue: number }[]> {
  const where = new Conditions();
  const overdue = cutConditions(where, { overdueOn: today }).join(" AND ");
  const { rows } = await sql().query<{ accountId: string; held: number; overdue: number }>(
    `SELECT c."holderId" AS "accountId", count(*)::int AS "held", (count(*) FILTER (WHERE c."state" <> 'correction' AND ${overdue}))::int AS "overdue" FROM "Case" c
     WHERE c."holderId" = ANY(${where.place([...scope.accountIds])}::uuid[]) AND c."state" = ANY(${where.place([...states])}::text[]) AND ${ofOffices(where, scope)} GROUP BY 1`,
    where.values,
  );
  return rows;
}

/** 各人在这一期间经手的动作；action 为空的一行是经手的案件，一件只数一次。 */
export async function readHandled(scope: WorkloadScope, actions: readonly string[]): Promise<{ accountId: string; action: string; count: number }[]> {
  const where = new Conditions();
  // 换过机构的人在原机构经手的不算到新机构；角色写明，才用得上只收内网动作的索引
  const { rows } = await sql().query<{ accountId: string; action: string; count: number }>(
    `SELECT e."actorId" AS "accountId", COALESCE(e."action", '') AS "action", (CASE WHEN GROUPING(e."action") = 1 THEN count(DISTINCT e."caseId") ELSE count(*) END)::int AS "count"
     FROM "CaseEvent" e JOIN "Case" c ON c."id" = e."caseId"
     WHERE e."actorRole" IN ('intake', 'examiner', 'secondReviewer', 'signer') AND e."actorId" = ANY(${where.place([...scope.accountIds])}::uuid[])
       AND e."at" >= ${where.place(scope.bounds[0])}::timestamptz AND e."at" < ${where.place(scope.bounds.at(-1))}::timestamptz
       AND e."action" = ANY(${where.place([...actions])}::text[]) AND ${ofOffices(where, scope)}
     GROUP BY GROUPING SETS ((e."actorId", e."action"), (e."actorId"))`,
    where.values,
  );
  return rows;
}
