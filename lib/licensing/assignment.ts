import type { StaffRoleCode } from "@/lib/terms/roles";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { stageOfState, stages } from "./stages";
import { licensingWorkflow } from "./workflow";

/** 要交给别人的一件。 */
export interface Placeable {
  id: string;
  state: string;
  holderId: string | null;
  events: readonly { action: string; actorId: string | null }[];
}

/** 接手的一位。 */
export interface Taker {
  id: string;
  roles: readonly string[];
}

/** 办这个状态的岗位；不在办的没有。 */
export function postOfState(state: string): StaffRoleCode | undefined {
  const stage = stageOfState(state);
  return stage && stages[stage].role;
}

/** 职责分离：办过前面环节的人不接本环节（决定十八）。 */
function isApart({ state, events }: Placeable, post: StaffRoleCode, takerId: string): boolean {
  const rows = licensingWorkflow.filter((row) => row.aside !== true && row.from.includes(state as ApplicationStateCode) && row.roles.includes(post));
  const apart = new Set<string>(rows.flatMap((row) => row.notBy ?? []));
  return events.some(({ action, actorId }) => actorId === takerId && apart.has(action));
}

/** 此人能不能接这一件：有这个岗位，不是现在的承办人，没有办过须与之分开的环节。 */
export function mayTake(found: Placeable, taker: Taker): boolean {
  const post = postOfState(found.state);
  return post !== undefined && taker.roles.includes(post) && taker.id !== found.holderId && !isApart(found, post, taker.id);
}

/** 平均分给各人：每件给能接的人里这次分得最少的；选择少的案件先分。没有人能接的没有去处。 */
export function distribute(cases: readonly Placeable[], takers: readonly Taker[]): Map<string, string | undefined> {
  const given = new Map(takers.map(({ id }) => [id, 0]));
  const countOf = ({ id }: Taker): number => given.get(id) ?? 0;
  const open = cases.map((found) => ({ id: found.id, able: takers.filter((taker) => mayTake(found, taker)) })).sort((a, b) => a.able.length - b.able.length);
  return new Map(
    open.map(({ id, able }) => {
      const [least] = able.toSorted((a, b) => countOf(a) - countOf(b));
      if (least) given.set(least.id, countOf(least) + 1);
      return [id, least?.id];
    }),
  );
}
