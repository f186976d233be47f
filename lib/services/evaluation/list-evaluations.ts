import * as z from "zod";
import { authorise, requireStaff } from "@/lib/access/can";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/data/client";
import { listEvaluationsOfOffice } from "@/lib/data/evaluations";
import { findRatingOption, getRatingLevel, type RatingLevel } from "@/lib/evaluation/options";
import { maskRaterName, type RatingRow } from "@/lib/evaluation/views";
import { businessWord } from "./open-rating";

const PAGE = 30;

/** 翻页的起点在地址栏里，不可信：认不出的当第一页。 */
const Moment = z.iso.datetime().transform((text) => new Date(text));

/** 本机构收到的评价，新的在前；手机号不出库，姓名遮盖。 */
export async function listEvaluations(actor: Actor, after?: string): Promise<{ rows: RatingRow[]; next?: string }> {
  const staff = requireStaff(actor);
  authorise(actor, "evaluation.read", { officeCode: staff.officeCode });
  const since = Moment.safeParse(after).data;
  const found = await listEvaluationsOfOffice(db(), staff.officeCode, since, PAGE + 1);
  const rows = found.slice(0, PAGE).map((row): RatingRow => {
    const level = getRatingLevel(row.level as RatingLevel);
    return {
      id: row.id,
      number: row.case?.number ?? "",
      business: businessWord(row.case?.application?.business),
      level: row.level,
      word: level.word,
      bad: level.bad,
      options: row.options.map((code) => findRatingOption(code)?.text ?? code),
      comment: row.comment ?? "",
      rater: maskRaterName(row.raterName),
      at: row.createdAt.toISOString(),
    };
  });
  return found.length > PAGE ? { rows, next: rows.at(-1)?.at } : { rows };
}
