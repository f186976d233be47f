import "server-only";
import type { StatisticsScope } from "@/lib/data/case-statistics";
import { listOfficeMembers, readHandled, readHeld } from "@/lib/data/workload";
import { handledActions } from "@/lib/licensing/statistics/handled-actions";
import type { WorkloadRow, WorkloadView } from "@/lib/licensing/statistics/views";
import { stagesOf } from "@/lib/licensing/stages";
import { staffRoles } from "@/lib/terms/roles";
import { wordOf } from "@/lib/terms/option-map";

/** 一个机构各人的办理情况：只列这个机构自己的人；没有审查岗位、也没有经手的不列。 */
export async function getWorkload(officeCode: string, scope: StatisticsScope, states: readonly string[], today: string): Promise<WorkloadView> {
  const members = await listOfficeMembers(officeCode);
  const of = { ...scope, accountIds: members.map(({ id }) => id) };
  const [held, handled] = await Promise.all([readHeld(of, states, today), readHandled(of, handledActions.map(({ action }) => action))]);
  const people = members.map(({ id, name, roles, disabled }): WorkloadRow => {
    const own = handled.filter(({ accountId }) => accountId === id);
    const now = held.find(({ accountId }) => accountId === id);
    const actions = own.filter(({ action }) => action !== "");
    return {
      accountId: id, name, posts: roles.map((role) => wordOf(staffRoles, role)).join("、"), disabled, held: now?.held ?? 0, overdue: now?.overdue ?? 0,
      handled: Object.fromEntries(actions.map(({ action, count }) => [action, count])), total: actions.reduce((sum, { count }) => sum + count, 0),
      cases: own.find(({ action }) => action === "")?.count ?? 0,
    };
  });
  const reviewers = new Set(members.filter(({ roles, disabled }) => !disabled && stagesOf(roles).length > 0).map(({ id }) => id));
  const shown = people.filter(({ accountId, held: now, total }) => reviewers.has(accountId) || now > 0 || total > 0);
  return {
    actions: handledActions.filter(({ action }) => shown.some((person) => person.handled[action])),
    people: shown.toSorted((a, b) => b.total - a.total || b.held - a.held),
  };
}
