import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import type { QueueOrder } from "@/lib/data/queue";
import type { CaseMatch, DigestScope, QueueCutScope, QueueScope } from "@/lib/data/queue-conditions";
import { conditionOfMark } from "@/lib/licensing/queue-marks";
import type { QueueQuery } from "@/lib/licensing/queue-query";
import { type QueueCut, runningStatesOf, stages, stagesOf } from "@/lib/licensing/stages";
import type { Moment } from "@/lib/services/platform/clock";
import { categories } from "@/lib/terms/categories";
import { levels2020 } from "@/lib/terms/levels";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { AMBER_FROM } from "@/lib/workflow/clock";

/** 看得到工作列表的人；只看本机构。 */
export function authorisedStaff(actor: Actor): StaffActor {
  const staff = requireStaff(actor);
  authorise(staff, "application.read", { officeCode: staff.officeCode });
  return staff;
}

/** 这些岗位各环节等人办的状态；补正是企业在办，不算。 */
export const waitingStates = (roles: StaffActor["roles"]): string[] => stagesOf(roles).flatMap((stage) => stages[stage].states.filter((state) => state !== "correction"));

/** 办结的、全部的按时间，别的先到期的在前。 */
export const orderOf = (cut: QueueCut): QueueOrder => (cut === "finished" ? "finishedAt" : cut === "all" ? "submittedAt" : "stageDueOn");

/** 今日提醒数的与按它筛选的案件：等此人办的。 */
export const digestScope = ({ accountId, roles }: StaffActor, { today, calendar }: Pick<Moment, "today" | "calendar">): DigestScope => ({
  accountId, states: waitingStates(roles), today, next: addWorkingDays(today, 1, calendar),
});

type Filters = Omit<QueueQuery, "stage" | "cut" | "digest" | "q">;

/** 筛选各格，不论哪个视图都一样。 */
function filtersOf({ business, mark, category, level, holder, dueFrom, dueTo }: Filters): Omit<QueueScope, "officeCode"> {
  const { scopePart, ...marked } = { scopePart: "", ...(mark ? conditionOfMark(mark) : {}) };
  const item = `${category ? categories[category] : ""}${level ? levels2020[level] : ""}`;
  const parts = [item, scopePart].filter((part) => part !== "");
  const values = { business, holderId: holder, dueFrom, dueTo, scopeParts: parts.length > 0 ? parts : undefined };
  return { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)), ...marked };
}

/** 本机构、环节的状态、各格筛选与查找；视图自己的条件另加。 */
export function sharedScope(query: QueueQuery, staff: StaffActor, clock: Pick<Moment, "today" | "calendar">, match?: CaseMatch): QueueScope {
  const digest = query.digest ? { digest: { ...digestScope(staff, clock), which: query.digest } } : {};
  return { officeCode: staff.officeCode, states: runningStatesOf(query.stage), ...filtersOf(query), ...digest, ...(match ? { match } : {}) };
}

/** 一个视图自己的条件；与承办人一格相左的（我的与别人，未领取与某人）什么都没有。 */
export function cutScope(query: QueueQuery, cut: QueueCut, staff: StaffActor, { today, calendar }: Pick<Moment, "today" | "calendar">): QueueCutScope {
  const counting = runningStatesOf(query.stage).filter((state) => state !== "correction");
  switch (cut) {
    case "mine":
      return { holderId: staff.accountId, nothing: query.holder !== undefined && query.holder !== staff.accountId };
    case "unclaimed":
      return { states: counting, unclaimed: true, nothing: query.holder !== undefined };
    case "correction":
      return { states: ["correction"] };
    case "dueSoon":
      return { states: counting, dueSoon: { today, until: addWorkingDays(today, AMBER_FROM, calendar) } };
    case "overdue":
      return { states: counting, overdueOn: today };
    default:
      return {};
  }
}

/** 一个视图在库里的范围。 */
export function scopeOf(query: QueueQuery, cut: QueueCut, staff: StaffActor, clock: Pick<Moment, "today" | "calendar">, match?: CaseMatch): QueueScope {
  const { nothing, ...own } = cutScope(query, cut, staff, clock);
  return { ...sharedScope(query, staff, clock, match), ...own, ...(nothing ? { match: {} } : {}) };
}
