import type { LicenceStateCode } from "@/lib/terms/states";

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

/** 许可证与它的全部版次，第一个是现行的。 */
export interface LicenceView extends LicenceRow {
  current: LicenceVersionView;
  versions: LicenceVersionView[];
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
