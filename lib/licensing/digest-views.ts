import type { OptionMap } from "@/lib/terms/option-map";

/** 今日提醒说的几样案件，先急后缓；过了承诺而没有过法定期限的是超承诺，不是逾期（决定十七）。 */
export const digestCuts = { overdue: "已逾期", overPromised: "超承诺", today: "今日到期", next: "下一个工作日到期" } as const satisfies OptionMap;

export type DigestCut = keyof typeof digestCuts;

/** 今日提醒的一行：多少件、去哪里看。 */
export interface DigestLine {
  what: string;
  count: number;
  href: string;
  urgent: boolean;
}
