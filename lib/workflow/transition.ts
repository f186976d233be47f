/**
 * 流程是一张表：状态 × 动作 × 角色 × 所需 × 计时 × 通知 × 中文名。按钮与服务端问同一个 availableActions。
 * Target 里有 "same" 的表，可以有不改状态的行。
 */
export interface Transition<State extends string, Action extends string, Role extends string, Target extends string = State> {
  action: Action;
  label: string;
  from: readonly State[];
  to: Target;
  /** 企业一侧或内网一侧谁能做。 */
  roles: readonly Role[];
  /** 办理时必须给出的内容。 */
  needs?: readonly Need[];
  clock?: ClockEffect;
  /** 发给企业的通知，键见各业务的通知词表。 */
  notice?: string;
  tone?: "primary" | "plain" | "danger";
  /** 办理前要当事人确认的话。 */
  confirm?: string;
  /** 同一案件里做过这些动作的人不得再做本动作（职责分离）。 */
  notBy?: readonly Action[];
  /** 只适用于带有其中任一标记的案件（办理路径、办理方式）；不写即都适用。 */
  only?: readonly string[];
  /** 旁办：不必是承办人，办后承办人不变（如签发岗批准延长期限）。 */
  aside?: true;
}

/** 办后到哪个状态；不改状态的行留在原处。 */
export const targetOf = <State extends string>({ to }: { to: State | "same" }, state: State): State => (to === "same" ? state : to);

/** reason 理由；article 法律依据；opinion 审查意见；remarks 至少一条必须修改的意见；noMustRemarks 没有未解决的必须修改意见。 */
export type Need = "reason" | "article" | "opinion" | "remarks" | "noMustRemarks";

/** 计时器：intake 起算受理期限；decision 起算办结期限；pause 停表等补正；suspend 停表等核查；resume 复表；extend 延长办结期限；stop 结束。 */
export type ClockEffect = "intake" | "decision" | "pause" | "suspend" | "resume" | "extend" | "stop";

export interface Doer<Role extends string> {
  accountId: string;
  roles: readonly Role[];
}

/** 判断一个动作所需的案件事实。 */
export interface CaseFacts<State extends string, Action extends string> {
  state: State;
  /** 已发生的动作与做的人，供职责分离。 */
  history: readonly { action: Action; actorId: string | null }[];
  /** 已知的阻碍：动作 → 理由（如「有必须修改的意见，不能受理」）。 */
  obstacles?: Partial<Record<Action, string>>;
  /** 案件的标记，与流程表的 only 相比。 */
  tags?: readonly string[];
}

const applies = (row: { only?: readonly string[] }, tags: readonly string[] = []): boolean => row.only === undefined || row.only.some((tag) => tags.includes(tag));

export interface AvailableAction<Action extends string> {
  action: Action;
  label: string;
  needs: readonly Need[];
  tone: "primary" | "plain" | "danger";
  confirm?: string;
  /** 现在不能做的理由；能做时为空。 */
  blockedBy?: string;
}

/** 此人在此案上看得到的动作；角色不符的不出现，职责分离与阻碍的出现但说明理由。 */
export function availableActions<S extends string, A extends string, R extends string>(
  table: readonly Transition<S, A, R, string>[],
  facts: CaseFacts<S, A>,
  doer: Doer<R>,
): AvailableAction<A>[] {
  return table
    .filter((row) => row.from.includes(facts.state) && applies(row, facts.tags) && row.roles.some((role) => doer.roles.includes(role)))
    .map((row) => {
      const blockedBy = facts.obstacles?.[row.action] ?? separation(row, facts, doer);
      return {
        action: row.action,
        label: row.label,
        needs: row.needs ?? [],
        tone: row.tone ?? "plain",
        ...(row.confirm ? { confirm: row.confirm } : {}),
        ...(blockedBy ? { blockedBy } : {}),
      };
    });
}

function separation<S extends string, A extends string, R extends string>(
  row: Transition<S, A, R, string>,
  facts: CaseFacts<S, A>,
  doer: Doer<R>,
): string | undefined {
  const done = facts.history.find((event) => event.actorId === doer.accountId && row.notBy?.includes(event.action));
  return done ? "您已办理过本案的前一环节，按职责分离须由他人办理" : undefined;
}

/** 查一格：此状态、此动作有没有这条线；同一动作按标记有不同去向的，只取适用的一条。 */
export function findTransition<Row extends Transition<string, string, string>>(
  table: readonly Row[],
  state: Row["from"][number],
  action: Row["action"],
  tags?: readonly string[],
): Row | undefined {
  return table.find((row) => row.action === action && row.from.includes(state) && applies(row, tags));
}
