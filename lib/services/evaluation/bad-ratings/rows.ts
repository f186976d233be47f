import type { BadRatingRecord } from "@/lib/data/bad-ratings";
import { dueText, readDue } from "@/lib/evaluation/bad-ratings/deadlines";
import type { BadRatingRow, DueText } from "@/lib/evaluation/bad-ratings/views";
import { matterWord } from "@/lib/evaluation/matters";
import { findRatingOption, getRatingLevel, type RatingLevel } from "@/lib/evaluation/options";
import { maskRaterName } from "@/lib/evaluation/views";
import { type BadRatingState, badRatingStates } from "@/lib/terms/bad-ratings";
import { evaluationChannels } from "@/lib/terms/evaluation";
import { wordOf } from "@/lib/terms/option-map";
import type { HolidayCalendar } from "@/lib/workflow/calendar";
import type { IsoDate } from "@/lib/workflow/iso-date";

export const optionTexts = ({ options }: Pick<BadRatingRecord, "options">): string[] => options.map((code) => findRatingOption(code)?.text ?? code);

function dueOf({ stageDueOn }: BadRatingRecord, today: IsoDate, calendar: HolidayCalendar): DueText {
  if (!stageDueOn) return { word: "", tone: "none", note: "" };
  const reading = readDue(stageDueOn, today, calendar);
  return { word: dueText(reading), tone: reading.light, note: stageDueOn.slice(5) };
}

/** 列表的一行：姓名遮盖，没有手机号。 */
export function rowOf(record: BadRatingRecord, today: IsoDate, calendar: HolidayCalendar): BadRatingRow {
  return {
    id: record.id,
    number: record.number ?? "",
    matter: record.servicePoint ?? matterWord(record.matter),
    level: record.level,
    levelWord: getRatingLevel(record.level as RatingLevel).word,
    channelWord: wordOf(evaluationChannels, record.channel),
    reason: [...optionTexts(record), record.comment ?? ""].filter(Boolean).join("；"),
    rater: maskRaterName(record.raterName),
    assignee: record.assignee ?? "",
    state: record.state as BadRatingState,
    stateWord: wordOf(badRatingStates, record.state),
    due: dueOf(record, today, calendar),
    ratedAt: record.ratedAt.toISOString(),
    closedAt: record.closedAt?.toISOString() ?? "",
  };
}
