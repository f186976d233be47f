import { codesOf } from "@/lib/terms/option-map";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { type DigestCut, digestCuts } from "./digest-views";

/** 承办的一件快到期或已逾期的案件。 */
export interface HeldCase {
  number: string;
  /** 本环节期限；承诺期限过了而法定期限没有过的不算逾期（决定十七）。 */
  dueOn: IsoDate;
  overdue: boolean;
}

/** 一条短信里至多写出几件的编号。 */
const NAMED = 5;

/** 每日一条的提醒：逾期、超承诺、今日、下一个工作日到期各几件，先急后缓写出编号。 */
export function holderReminder(cases: readonly HeldCase[], today: IsoDate): string {
  const groups: Record<DigestCut, HeldCase[]> = { overdue: [], overPromised: [], today: [], next: [] };
  for (const one of cases) groups[digestCutOf(one, today)].push(one);
  const cuts = codesOf(digestCuts).filter((cut) => groups[cut].length > 0);
  const words = cuts.map((cut) => `${digestCuts[cut]} ${groups[cut].length} 件`).join("，");
  const named = cuts.flatMap((cut) => groups[cut]).slice(0, NAMED).map(({ number }) => number).join("、");
  return `您承办的案件${words}：${named}${cases.length > NAMED ? "等" : ""}。请登录内网办理；不要每日提醒的，可在“登录安全”关闭。`;
}

function digestCutOf({ dueOn, overdue }: HeldCase, today: IsoDate): DigestCut {
  if (overdue) return "overdue";
  if (dueOn < today) return "overPromised";
  return dueOn === today ? "today" : "next";
}
