import { type FinishedTally, outcomesOf, ranked, type RemarkTally, runningOf, type RunningTally, timingOf, type TimingTally } from "@/lib/licensing/statistics/indicators";
import type { BusinessRow, MonthRow, NamedCount, ReturnsView, StatisticsView } from "@/lib/licensing/statistics/views";
import { nameInForm } from "@/lib/services/audit/form-names";
import { businesses } from "@/lib/terms/businesses";
import { codesOf, wordOf } from "@/lib/terms/option-map";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";
import { type Month, periodWords } from "@/lib/workflow/period";

interface ReceivedTally {
  month: Month;
  business: string;
  count: number;
}

/** 库里数出来的。 */
interface Counted {
  months: readonly Month[];
  states: readonly ApplicationStateCode[];
  running: readonly RunningTally[];
  received: readonly ReceivedTally[];
  finished: readonly FinishedTally[];
  timings: readonly TimingTally[];
  remarks: readonly RemarkTally[];
  returnedCases: number;
}

type Figures = Pick<StatisticsView, "received" | "running" | "overdue" | "unclaimed" | "outcomes" | "timing" | "months" | "businesses" | "returns">;

const MOST_NAMED = 10;
const sum = <T>(entries: readonly T[], of: (entry: T) => number): number => entries.reduce((total, entry) => total + of(entry), 0);
const countOf = ({ count }: { count: number }): number => count;

/** 由数出来的得出页面上的各项。 */
export function viewOf(counted: Counted): Figures {
  const { months, states, running, received, finished, timings, remarks, returnedCases } = counted;
  return {
    received: sum(received, countOf),
    running: runningOf(running, states).map(({ state, count }) => ({ state, word: applicationStates[state], count })),
    overdue: sum(running, ({ overdue }) => overdue),
    unclaimed: sum(running, ({ unclaimed }) => unclaimed),
    outcomes: outcomesOf(finished),
    timing: timingOf(timings),
    months: months.map((month) => monthRow(month, counted)),
    businesses: businessesIn(counted).map((business) => businessRow(business, counted)),
    returns: returnsOf(remarks, returnedCases),
  };
}

function monthRow(month: Month, { received, finished, timings }: Counted): MonthRow {
  const own = <T extends { month: string }>(tallies: readonly T[]): T[] => tallies.filter((tally) => tally.month === month);
  return { month, word: periodWords({ key: month, from: month, to: month }), received: sum(own(received), countOf), outcomes: outcomesOf(own(finished)), timing: timingOf(own(timings)) };
}

/** 有案件的业务，照菜单的次序；改版前的代码在末尾。 */
function businessesIn({ running, received, finished }: Counted): string[] {
  const seen = new Set([...running, ...received, ...finished].map(({ business }) => business));
  const known = codesOf(businesses);
  return [...known.filter((code) => seen.has(code)), ...[...seen].filter((code) => !known.some((one) => one === code))];
}

function businessRow(business: string, { states, running, received, finished, timings }: Counted): BusinessRow {
  const own = <T extends { business: string }>(tallies: readonly T[]): T[] => tallies.filter((tally) => tally.business === business);
  return {
    business, word: wordOf(businesses, business), received: sum(own(received), countOf), running: runningOf(own(running), states), overdue: sum(own(running), ({ overdue }) => overdue),
    outcomes: outcomesOf(own(finished)), timing: timingOf(own(timings)),
  };
}

const placeWord = ({ sectionKey, item }: RemarkTally): string => [nameInForm(sectionKey), ...(item ? [nameInForm(sectionKey, item)] : [])].join(" › ");

function returnsOf(remarks: readonly RemarkTally[], cases: number): ReturnsView {
  const named = (word: (remark: RemarkTally) => string): NamedCount[] => ranked(remarks, word, MOST_NAMED).map(({ key, count }) => ({ key, word: key, count }));
  return { remarks: sum(remarks, countOf), cases, places: named(placeWord), phrases: named(({ phrase }) => phrase || "自拟的意见") };
}
