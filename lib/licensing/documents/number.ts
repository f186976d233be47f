import type { DocumentKind } from "@/lib/terms/documents";

/**
 * 文书编号的样式：机构代字、年份、文书代字与顺序号（暂定，以各派出机构的发文规定为准）。
 * 一个机构、一年、一种文书一个序列；允许跳号，不允许重号。
 */
export const documentNumberPattern = "{office}许可〔{year}〕{kind}{seq}号";

/** 机构代字。 */
const officeMarks: Readonly<Record<string, string>> = {
  NCEB: "华北监能", NEEB: "东北监能", NWEB: "西北监能", ECEB: "华东监能", CCEB: "华中监能", SCEB: "南方监能",
  SX: "晋监能", SD: "鲁监能", GS: "甘监能", XJ: "新监能", ZJ: "浙监能", JS: "苏监能", FJ: "闽监能", HA: "豫监能", HN: "湘监能", SC: "川监能", YN: "云监能", GZ: "黔监能",
};

/** 文书代字；两两不同，且没有数字，编号因此不会重。 */
export const kindMarks: Readonly<Record<DocumentKind, string>> = {
  receipt: "收", acceptance: "受", conditionalAcceptance: "容受", deferralMet: "齐", correction: "补", nonAcceptance: "不受", extension: "延", siteVisit: "查", grant: "准", refusal: "不准",
  cancellation: "注", revocationNotice: "告", hearing: "听", revocation: "撤", conditions: "足", rectification: "改", termination: "终",
};

/** 机构代字；新设的机构用它的代码，照样不重。 */
export const officeMark = (officeCode: string): string => officeMarks[officeCode] ?? officeCode;

/** 取号用的序列名。 */
export const documentSeries = (kind: DocumentKind, officeCode: string, year: string): string => `document:${officeCode}:${year}:${kind}`;

export interface DocumentNumberParts {
  kind: DocumentKind;
  officeCode: string;
  year: string;
  seq: number;
}

/** 华东监能许可〔2026〕受12号。 */
export function formatDocumentNumber({ kind, officeCode, year, seq }: DocumentNumberParts): string {
  const parts: Readonly<Record<string, string>> = { office: officeMark(officeCode), year, kind: kindMarks[kind], seq: String(seq) };
  return documentNumberPattern.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? "");
}
