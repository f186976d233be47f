import type { RatingOption } from "./options";

/** 评价页所需：评的是什么、还能不能评。 */
export interface RatingInvitation {
  caseId: string;
  number: string;
  business: string;
  officeName: string;
  finishedOn: string;
  /** 不能再评时的原因，能评时为空。 */
  closedBecause?: string;
  /** 五天内评过的号码何时起可以再评；没有这回事的为空。 */
  paused?: string;
}

/** 管理端列表的一行；手机号与全名都不在其中。 */
export interface RatingRow {
  id: string;
  number: string;
  business: string;
  level: number;
  word: string;
  bad: boolean;
  options: RatingOption["text"][];
  comment: string;
  rater: string;
  at: string;
}

/** 姓名只露姓：张**。 */
export function maskRaterName(name: string | null): string {
  const characters = [...(name ?? "")];
  return characters.length === 0 ? "未留姓名" : `${characters[0]}${"*".repeat(Math.max(1, characters.length - 1))}`;
}
