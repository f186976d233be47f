import type { IsoDate } from "@/lib/workflow/iso-date";

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
  const [overdue, running] = [cases.filter((one) => one.overdue), cases.filter((one) => !one.overdue)];
  const due = (fits: (dueOn: IsoDate) => boolean): HeldCase[] => running.filter(({ dueOn }) => fits(dueOn));
  const groups = [["已逾期", overdue], ["超承诺", due((on) => on < today)], ["今日到期", due((on) => on === today)], ["下一个工作日到期", due((on) => on > today)]] as const;
  const words = groups.filter(([, group]) => group.length > 0).map(([word, group]) => `${word} ${group.length} 件`).join("，");
  const named = groups.flatMap(([, group]) => group).slice(0, NAMED).map(({ number }) => number).join("、");
  return `您承办的案件${words}：${named}${cases.length > NAMED ? "等" : ""}。请登录内网办理；不要每日提醒的，可在“登录安全”关闭。`;
}
