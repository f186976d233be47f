import { anyText, codeFilter, dayFilter, type FilterKind, type Misreadings, readFilters, reversedIn } from "@/lib/forms/address-filters";
import { auditActions, auditSubjects } from "@/lib/terms/audit";

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

const kinds: Readonly<Record<keyof AuditQuery, FilterKind>> = {
  since: dayFilter, until: dayFilter, person: anyText, action: codeFilter(auditActions), subject: codeFilter(auditSubjects), id: anyText, address: anyText,
};

/** 地址栏里的条件不可信：认得出的为条件，认不出的、起止写反的说出来。 */
export function readAuditFilter(raw: RawAuditQuery): { query: AuditQuery; misread: Misreadings<keyof AuditQuery> } {
  const { read, misread } = readFilters(raw, kinds);
  return { query: read, misread: { ...misread, ...reversedIn(read, "since", "until") } };
}

/** 只要认得出的条件。 */
export const readAuditQuery = (raw: RawAuditQuery): AuditQuery => readAuditFilter(raw).query;

/** 条件写回地址。 */
export const auditSearch = (query: AuditQuery, more: Readonly<Record<string, string>> = {}): string => new URLSearchParams({ ...query, ...more }).toString();

/** 按人、按编号、按来源查，查的是某个人或某家企业做了什么：这样的查找自己也记入审计。 */
export const isPersonal = ({ person, id, address }: AuditQuery): boolean => [person, id, address].some((text) => text !== undefined);
