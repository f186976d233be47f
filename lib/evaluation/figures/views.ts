import type { RatingLevel } from "../options";
import type { Indicators, SatisfiedFrom } from "./indicators";
import type { MonthRange } from "@/lib/forms/month-range";
import type { Period } from "@/lib/workflow/period";

/** 地址栏所问；不可信，认不出的当作没问。 */
export interface FiguresQuery {
  period?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  office?: string | undefined;
  matter?: string | undefined;
  channel?: string | undefined;
}

/** 一组的指标：一个月、一个事项、一个机构、一个渠道。 */
export interface FiguresOf {
  key: string;
  word: string;
  indicators: Indicators;
}

/** 提到一个评价详情的条数。 */
export interface NamedOption {
  code: string;
  text: string;
  level: RatingLevel;
  count: number;
}

/** 统计页所见。 */
export interface FiguresView {
  period: Period;
  /** 自定义的月份怎样写的。 */
  asked: MonthRange;
  periodWords: string;
  /** 空为全部机构。 */
  office: { code: string; name: string } | undefined;
  matter: string;
  channel: string;
  satisfiedFrom: SatisfiedFrom;
  total: Indicators;
  months: FiguresOf[];
  matters: FiguresOf[];
  /** 只有一个机构时不列。 */
  offices: FiguresOf[];
  channels: FiguresOf[];
  options: NamedOption[];
  /** 可选的机构；只有自己的一个时不供选择。 */
  officeChoices: { code: string; name: string }[];
  today: string;
}

/** 公示的一组；indicators 为空即少于五条不公示。 */
export interface PublishedGroup {
  key: string;
  word: string;
  indicators: Indicators | undefined;
}

export interface PublicationView {
  quarters: { key: string; word: string }[];
  quarter: { key: string; word: string };
  satisfiedFrom: SatisfiedFrom;
  office: { code: string; name: string } | undefined;
  /** 全国或所选的机构。 */
  total: PublishedGroup;
  offices: PublishedGroup[];
  matters: PublishedGroup[];
  /** 各季走势，旧的在前。 */
  trend: PublishedGroup[];
}
