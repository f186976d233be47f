import type { MonthRange } from "@/lib/forms/month-range";
import type { ApplicationStateCode } from "@/lib/terms/states";
import type { Period } from "@/lib/workflow/period";
import type { EndingTime, OutcomeCounts, Timing } from "./indicators";

/** 地址栏所问；不可信，认不出的当作没问。 */
export interface StatisticsQuery {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  office?: string | undefined;
  business?: string | undefined;
}

/** 在办的与这一期间的：一个业务一行。 */
export interface BusinessRow {
  business: string;
  word: string;
  received: number;
  running: { state: ApplicationStateCode; count: number }[];
  overdue: number;
  outcomes: OutcomeCounts;
  timing: Timing;
}

/** 一个月的提交、办结与用时。 */
export interface MonthRow {
  month: string;
  word: string;
  received: number;
  outcomes: OutcomeCounts;
  timing: Timing;
}

/** 退回补正时提得最多的。 */
export interface NamedCount {
  key: string;
  word: string;
  count: number;
}

export interface ReturnsView {
  /** 发出的意见条数与涉及的案件数。 */
  remarks: number;
  cases: number;
  places: NamedCount[];
  phrases: NamedCount[];
}

/** 一位内网人员：现在承办的，这一期间经手的各个动作。 */
export interface WorkloadRow {
  accountId: string;
  name: string;
  posts: string;
  disabled: boolean;
  held: number;
  overdue: number;
  /** 动作的次数，键见 WorkloadView.actions。 */
  handled: Record<string, number>;
  total: number;
  /** 经手的案件，一件只数一次。 */
  cases: number;
}

export interface WorkloadView {
  actions: { action: string; word: string }[];
  people: WorkloadRow[];
}

/** 统计页所见。 */
export interface StatisticsView {
  period: Period;
  /** 自定义的月份怎样写的。 */
  asked: MonthRange;
  periodWords: string;
  /** 空为全部机构。 */
  office: { code: string; name: string } | undefined;
  /** 可选的机构；只有自己的一个时不供选择。 */
  officeChoices: { code: string; name: string }[];
  business: string;
  businessChoices: { code: string; word: string }[];
  received: number;
  running: { state: ApplicationStateCode; word: string; count: number }[];
  overdue: number;
  unclaimed: number;
  outcomes: OutcomeCounts;
  timing: Timing;
  /** 不予受理与终止的用时，另计。 */
  endings: EndingTime[];
  months: MonthRow[];
  businesses: BusinessRow[];
  returns: ReturnsView;
  /** 看全部机构时不列人。 */
  workload: WorkloadView | undefined;
  today: string;
}
