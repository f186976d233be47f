import { codeFilter, type FilterKind, type Misreadings, oneOf, readFilters } from "@/lib/forms/address-filters";
import { evaluationChannels } from "@/lib/terms/evaluation";
import { addMonthsTo, findPeriod, type Period } from "@/lib/workflow/period";
import { ratableMatters } from "./matters";
import { ratingLevels } from "./options";
import type { RatingRow } from "./views";

/** 收到的评价：地址栏所问，不可信。 */
export interface ReceivedQuery {
  level?: string | undefined;
  channel?: string | undefined;
  matter?: string | undefined;
  period?: string | undefined;
}

/** 认得出的筛选；空为不限。 */
export interface ReceivedFilter {
  level: string;
  channel: string;
  matter: string;
  period: Period | undefined;
}

/** 一次看全部差评。 */
export const badLevels = "bad";
export const badLevelsWord = "差评";

const kinds: Readonly<Record<keyof ReceivedQuery, FilterKind>> = {
  level: oneOf((level) => level === badLevels || ratingLevels.some((rule) => String(rule.level) === level)),
  channel: codeFilter(evaluationChannels),
  matter: oneOf((matter) => ratableMatters.includes(matter)),
  period: oneOf((period) => findPeriod(period) !== undefined),
};

/** 认得出的为筛选，认不出的说出来。 */
export function readReceived(query: ReceivedQuery): { filter: ReceivedFilter; misread: Misreadings<keyof ReceivedQuery> } {
  const { read, misread } = readFilters(query, kinds);
  const { level = "", channel = "", matter = "", period = "" } = read;
  return { filter: { level, channel, matter, period: findPeriod(period) }, misread };
}

/** 筛选的等级；不限时没有。 */
export function levelsAsked(level: string): number[] | undefined {
  if (level === "") return undefined;
  return ratingLevels.filter((rule) => (level === badLevels ? rule.bad : String(rule.level) === level)).map((rule) => rule.level);
}

/** 一段期间在北京时间的起讫时刻，讫的不含。 */
export const momentsOf = ({ from, to }: Period): { from: Date; to: Date } => ({ from: new Date(`${from}-01T00:00:00+08:00`), to: new Date(`${addMonthsTo(to, 1)}-01T00:00:00+08:00`) });

/** 列表的一行：另有渠道、是否计入、差评办理。 */
export interface ReceivedRow extends RatingRow {
  channelWord: string;
  excluded: boolean;
  handling?: { id: string; word: string };
}
