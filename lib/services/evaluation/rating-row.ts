import type { ShownRating } from "@/lib/data/shown-rating";
import { findRatingOption, getRatingLevel, type RatingLevel } from "@/lib/evaluation/options";
import { maskRaterName, type RatingRow } from "@/lib/evaluation/views";
import { COUNTER_MATTER, counterMatterWord } from "@/lib/terms/evaluation";
import { businessWord } from "./open-rating";

/** 一条评价给人看的样子：手机号不在其中，姓名遮盖。 */
export function ratingRow(row: ShownRating): RatingRow {
  const level = getRatingLevel(row.level as RatingLevel);
  return {
    id: row.id,
    number: row.case?.number ?? row.serviceName ?? "",
    business: row.matter === COUNTER_MATTER ? counterMatterWord : businessWord(row.case?.application?.business ?? row.matter),
    level: row.level,
    word: level.word,
    bad: level.bad,
    options: row.options.map((code) => findRatingOption(code)?.text ?? code),
    comment: row.comment ?? "",
    rater: maskRaterName(row.raterName),
    at: row.createdAt.toISOString(),
  };
}
