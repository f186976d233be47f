import type { ProcedureCode } from "@/lib/terms/application";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { type HolidayCalendar, isProvisional, workingDaysBetween } from "@/lib/workflow/calendar";
import type { NoticeValues } from "../notices";
import type { DocumentBlock } from "./content";

/** 文书所说的案件，出具之时的样子。 */
export interface DocumentFacts {
  caseNumber: string;
  /** 业务名称，如「许可证新申请」。 */
  business: string;
  procedure: ProcedureCode;
  scopeText: string;
  office: string;
  /** 机关的联系方式；没有登记的没有。 */
  contact?: string | undefined;
  addressee: { name: string; uscc: string };
  round: number;
  submittedOn?: IsoDate;
  acceptedOn?: IsoDate;
  /** 本环节期限与法定办结期限；停表时没有。 */
  stageDueOn?: IsoDate;
  statutoryDueOn?: IsoDate;
  /** 容缺受理时缺的材料与补齐期限。 */
  deferral?: { materials: readonly string[]; dueOn: IsoDate };
  issuedOn: IsoDate;
  calendar: HolidayCalendar;
}

/** 一条补正意见。 */
export interface DocumentRemark {
  place: string;
  level: string;
  text: string;
}

/** 办理时另外说的事：理由、依据、意见、许可证，以及延期、现场核查的内容。 */
export interface DocumentValues extends NoticeValues {
  remarks?: readonly DocumentRemark[];
  /** 逾期没有答复而视为受理的。 */
  tacit?: boolean;
  /** 延长之后法定的、承诺的办结期限。 */
  extension?: { days: number; dueOn: IsoDate; promisedOn?: IsoDate };
  visit?: { on: IsoDate; time?: string; place: string; officials: readonly string[]; items?: readonly string[] };
}

/** 一种文书的正文；adverse 的文书之后写明救济。 */
export type Wording = (facts: DocumentFacts, values: DocumentValues) => readonly DocumentBlock[];

export const text = (words: string): DocumentBlock => ({ kind: "text", text: words });
export const list = (title: string, items: readonly string[]): DocumentBlock => ({ kind: "list", title, items: [...items] });
export const terms = (rows: Readonly<Record<string, string | undefined>>): DocumentBlock => ({
  kind: "terms",
  rows: Object.entries(rows).flatMap(([label, value]) => (value ? [{ label, value }] : [])),
});

/** 申请的来历，多数文书的头一句。 */
export function applied({ business, scopeText, submittedOn, round, caseNumber }: DocumentFacts): string {
  const when = submittedOn ? `于${formatChineseDate(submittedOn)}${round > 1 ? `第${round}次` : ""}提交的` : "提交的";
  return `贵单位${when}${business}${business.endsWith("申请") ? "" : "申请"}（申请编号${caseNumber}${scopeText ? `，申请内容：${scopeText}` : ""}）`;
}

/** 期限：日期与工作日都说；跨到还没有公布放假安排的一年，注明暂定。 */
export function deadline(dueOn: IsoDate, { issuedOn, calendar }: Pick<DocumentFacts, "issuedOn" | "calendar">): string {
  const days = workingDaysBetween(issuedOn, dueOn, calendar);
  if (days <= 0) return `${formatChineseDate(dueOn)}前`;
  const uncertain = isProvisional(Number(dueOn.slice(0, 4)), calendar) ? `，${dueOn.slice(0, 4)}年放假安排公布前日期为暂定` : "";
  return `${formatChineseDate(dueOn)}前（自本文书出具次日起${days}个工作日${uncertain}）`;
}
