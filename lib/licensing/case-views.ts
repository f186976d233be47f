import type { LicenceStateCode } from "@/lib/terms/states";
import type { PhraseScope } from "@/lib/terms/remarks";
import type { CheckView } from "./review-views";

/** 案件旁边的现行许可证：证面、登记信息、在册人员，全用文字，号码遮盖。 */
export interface LicenceInForceView {
  id: string;
  number: string;
  state: LicenceStateCode;
  stateWord: string;
  items: { word: string; range: string }[];
  facts: { label: string; text: string }[];
  people: { kind: string; name: string; maskedId: string; fromOn: string }[];
}

/** 打开案件时当场核查的一条：别处的任职、限制期、未了的任务。 */
export interface LiveCheck extends Omit<CheckView, "section"> {
  key: string;
  /** 所在的页签与行；不指哪一处的没有。 */
  section?: string;
  rowId?: string;
  /** 另一页的地址。 */
  href?: string;
}

/** 一条常用语。 */
export interface PhraseView {
  id: string;
  scope: PhraseScope;
  text: string;
}

/** 办理用时与时限，工作日。 */
export interface TimeUsed {
  /** 这段时间是什么，如「受理至今」。 */
  span: string;
  used: number;
  /** 承诺、法定等，各多少。 */
  limits: { label: string; days: number }[];
  paused: boolean;
}
