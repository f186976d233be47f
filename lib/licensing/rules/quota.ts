import type { Finding } from "@/lib/forms/issue";
import type { Total } from "@/lib/forms/definition";
import { judged } from "./finding";

/** 汇总数旁的「需几人、还差几人」；级别没有这项要求（0）或还没选级别时不说。 */
export function needOf(present: number, need: number | undefined): Pick<Total, "need" | "met" | "gap"> {
  if (!need) return {};
  const met = present >= need;
  return { need: String(need), met, ...(met ? {} : { gap: `还差 ${need - present} 人` }) };
}

/** 人数够不够：要求为 0 时没有结论。 */
export function enoughPeople(place: { section: string; table: string }, label: string, present: number, need: number): Finding[] {
  return need === 0 ? [] : [judged({ ...place, label, need: `${need} 人`, present: `${present} 人`, met: present >= need })];
}
