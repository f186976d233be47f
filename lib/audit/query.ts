import { searchText } from "@/lib/forms/plain-text";
import { auditActions, auditSubjects } from "@/lib/terms/audit";
import { isCodeOf } from "@/lib/terms/option-map";
import { isIsoDate } from "@/lib/workflow/iso-date";

/** 查找的条件；都在地址里。 */
export interface AuditQuery {
  since?: string;
  until?: string;
  /** 姓名或登录账号；公众、系统按字面。 */
  person?: string;
  action?: string;
  subject?: string;
  /** 案件编号、许可证编号、统一社会信用代码、登录账号，或对象的标识。 */
  id?: string;
  address?: string;
}

export type RawAuditQuery = Readonly<Partial<Record<keyof AuditQuery, unknown>>>;

const codeIn = (map: Readonly<Record<string, string>>) => (text: string): boolean => isCodeOf(map, text);
const fits: Readonly<Record<keyof AuditQuery, (text: string) => boolean>> = {
  since: isIsoDate,
  until: isIsoDate,
  person: () => true,
  action: codeIn(auditActions),
  subject: codeIn(auditSubjects),
  id: () => true,
  address: () => true,
};

/** 地址栏里的条件不可信：认不出的不算。 */
export function readAuditQuery(raw: RawAuditQuery): AuditQuery {
  const entries = Object.entries(fits).map(([key, isFit]) => ({ key, isFit, text: searchText(raw[key as keyof AuditQuery]) }));
  return Object.fromEntries(entries.filter(({ isFit, text }) => text !== "" && isFit(text)).map(({ key, text }) => [key, text]));
}

/** 条件写回地址。 */
export const auditSearch = (query: AuditQuery, more: Readonly<Record<string, string>> = {}): string => new URLSearchParams({ ...query, ...more }).toString();

/** 按人、按编号、按来源查，查的是某个人或某家企业做了什么：这样的查找自己也记入审计。 */
export const isPersonal = ({ person, id, address }: AuditQuery): boolean => [person, id, address].some((text) => text !== undefined);
