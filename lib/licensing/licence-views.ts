import type { LicenceStateCode } from "@/lib/terms/states";
import type { FactChange } from "./licence/version-changes";

/** 许可证列表的一行。 */
export interface LicenceRow {
  id: string;
  number: string;
  holder: string;
  uscc: string;
  scopeText: string;
  validFrom: string;
  validTo: string;
  state: LicenceStateCode;
  stateWord: string;
  /** 距届满的天数；已届满为负。 */
  daysLeft: number;
}

/** 一版证面。 */
export interface LicenceVersionView {
  version: number;
  reason: string;
  ruleSetId: string;
  ruleSetTitle: string;
  items: { category: string; level: string; word: string; range: string }[];
  scopeText: string;
  holderName: string;
  uscc: string;
  domicile: string;
  legalRep: string;
  issuedOn: string;
  validFrom: string;
  validTo: string;
  officeName: string;
}

/** 历史里的一版：与上一版相比变了什么，由哪件申请而来。 */
export interface LicenceHistoryEntry extends LicenceVersionView {
  /** 这一版记下的日期；发证日期可能更早（注销不另发证）。 */
  recordedOn: string;
  changes: FactChange[];
  /** readable：看的人打得开这件申请（合并、分立可能是另一方的）。 */
  case?: { id: string; number: string; label: string; readable: boolean };
}

/** 许可证与它的全部版次，第一个是现行的。 */
export interface LicenceView extends LicenceRow {
  current: LicenceVersionView;
  versions: LicenceHistoryEntry[];
  cases: { id: string; number: string; businessWord: string; stateWord: string }[];
}

/** 公开查验的答复；查无此证时没有登记内容。 */
export interface PublicLicence {
  number: string;
  state: LicenceStateCode;
  stateWord: string;
  tone: "good" | "warn" | "bad";
  /** 一句话，如「有效期至 2027年6月15日，还有 204 天」。 */
  sentence: string;
  version?: LicenceVersionView;
}

/** 名册的一条：一人一项任职。 */
export interface RosterRow {
  id: string;
  name: string;
  maskedId: string;
  role: string;
  fromOn: string;
  toOn?: string;
}

/** 在册人员（或离册人员）的一页。 */
export interface RosterView {
  former: boolean;
  page: number;
  pages: number;
  counts: { current: number; former: number };
  rows: RosterRow[];
}

/** 在册人员对照许可条件：「技能人员：34 人，需 30 人」。 */
export interface StandingConditions {
  licenceId: string;
  rows: readonly { label: string; need: string; present: string; met: boolean }[];
}
