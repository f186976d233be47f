import { type Answers, answersOf, type Row, rowsOf } from "@/lib/forms/answers";

/** 规则要指的页签与表，写一次：基本情况。 */
export const BASIC_INFORMATION = "basic-information";

/** 两本名册与业绩表在哪个页签的哪张表。 */
export const TECHNICIANS = { section: "technicians", table: "technicians" } as const;
export const SKILLED_WORKERS = { section: "skilled-workers", table: "skilledWorkers" } as const;
export const PERFORMANCE = { section: "performance", table: "performance" } as const;

/** 名册的行，规则、汇总与查重共用。 */
export function rosterOf(answers: Answers, roster: { section: string; table: string }): Row[] {
  return rowsOf(answersOf(answers, roster.section), roster.table);
}
