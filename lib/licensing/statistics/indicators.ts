import type { ApplicationStateCode, finishedStates } from "@/lib/terms/states";

/** 一个比率：分子与分母都留着，页面要写出由哪两个数得出。 */
export interface Share {
  part: number;
  whole: number;
}

/** 用时相同、超没超期也相同的若干件：按月、按业务。 */
export interface TimingTally {
  month: string;
  business: string;
  /** 受理至决定的工作日，停表的不算。 */
  used: number;
  promisedLate: boolean;
  statutoryLate: boolean;
  count: number;
}

/** 用时对着期限：准予与不予的案件，自受理起。 */
export interface Timing {
  decided: number;
  promised: Share;
  statutory: Share;
  /** 一半的案件、九成的案件不超过这么多个工作日；没有案件的为空。 */
  median: number | undefined;
  ninety: number | undefined;
  longest: number | undefined;
}

const sum = <T>(entries: readonly T[], of: (entry: T) => number): number => entries.reduce((total, entry) => total + of(entry), 0);

/** 由小到大数到第 ⌈share × 件数⌉ 件，它的天数：总是真有的一个数，不取平均。 */
export function atShare(entries: readonly { used: number; count: number }[], share: number): number | undefined {
  const rank = Math.max(1, Math.ceil(share * sum(entries, ({ count }) => count)));
  let seen = 0;
  for (const { used, count } of entries.toSorted((a, b) => a.used - b.used)) {
    seen += count;
    if (seen >= rank) return used;
  }
  return undefined;
}

/** 一组案件的用时。 */
export function timingOf(tallies: readonly TimingTally[]): Timing {
  const decided = sum(tallies, ({ count }) => count);
  const onTime = (late: (tally: TimingTally) => boolean): Share => ({ part: sum(tallies.filter((tally) => !late(tally)), ({ count }) => count), whole: decided });
  return {
    decided, promised: onTime(({ promisedLate }) => promisedLate), statutory: onTime(({ statutoryLate }) => statutoryLate),
    median: atShare(tallies, 0.5), ninety: atShare(tallies, 0.9), longest: atShare(tallies, 1),
  };
}

/** 没有作出许可决定而办结的若干件：什么结果、用了几个工作日。 */
export interface EndingTally {
  state: string;
  used: number;
  count: number;
}

/** 一种这样的结果用了多久；没有期限可比。 */
export interface EndingTime extends Pick<Timing, "median" | "ninety" | "longest"> {
  state: Outcome;
  count: number;
}

/** 各种结果的用时，照 states 的次序；没有案件的不列。 */
export function endingTimesOf(tallies: readonly EndingTally[], states: readonly Outcome[]): EndingTime[] {
  return states.flatMap((state) => {
    const own = tallies.filter((tally) => tally.state === state);
    const count = sum(own, (tally) => tally.count);
    return count === 0 ? [] : [{ state, count, median: atShare(own, 0.5), ninety: atShare(own, 0.9), longest: atShare(own, 1) }];
  });
}

/** 办结的一种结果。 */
export type Outcome = (typeof finishedStates)[number];

export interface FinishedTally {
  month: string;
  business: string;
  state: string;
  count: number;
}

export type OutcomeCounts = Record<Outcome, number>;

/** 各种结果的件数。 */
export function outcomesOf(tallies: readonly FinishedTally[]): OutcomeCounts {
  const of = (outcome: Outcome): number => sum(tallies.filter(({ state }) => state === outcome), ({ count }) => count);
  return { granted: of("granted"), refused: of("refused"), notAccepted: of("notAccepted"), terminated: of("terminated") };
}

export const totalOf = (counts: Readonly<Record<string, number>>): number => sum(Object.values(counts), (count) => count);

/** 现在在办的若干件。 */
export interface RunningTally {
  business: string;
  state: string;
  count: number;
  overdue: number;
  unclaimed: number;
}

/** 各状态在办的件数，照 states 的次序。 */
export const runningOf = (tallies: readonly RunningTally[], states: readonly ApplicationStateCode[]): { state: ApplicationStateCode; count: number }[] =>
  states.map((state) => ({ state, count: sum(tallies.filter((tally) => tally.state === state), ({ count }) => count) }));

/** 发出的意见：哪个页签、哪项材料或字段、用的哪条常用语（自拟的为空）。 */
export interface RemarkTally {
  sectionKey: string;
  /** 材料或字段；整页、整行的为空。 */
  item: string;
  phrase: string;
  count: number;
}

/** 出现最多的在前，相同的按名称；不超过 most 个。 */
export function ranked<T extends { count: number }>(entries: readonly T[], keyOf: (entry: T) => string, most: number): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + entry.count);
  return [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, most);
}
