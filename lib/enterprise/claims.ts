import { fieldsOf } from "@/lib/forms/definition";
import { maskId, maskMobile } from "@/lib/forms/identifiers";
import type { ClaimStateCode } from "@/lib/terms/claims";
import { asFacts, asParticulars, type EnterpriseRecord, factText, readOnlyParticulars, registrationFields } from "./particulars";

/** 核实认领的期限，工作日；没有找到规定，暂定。 */
export const CLAIM_WORKING_DAYS = 5;

/** 认领申请列表的一行。 */
export interface ClaimRow {
  id: string;
  enterpriseName: string;
  uscc: string;
  applicant: string;
  /** 已遮盖。 */
  mobile: string;
  state: ClaimStateCode;
  stateWord: string;
  createdAt: string;
  dueOn: string;
  overdue: boolean;
  /** 属于别的机构而那里没有管理员，由此人代为核实：那个机构的名称。 */
  standsInFor?: string;
}

/** 申请人填的一项与登记着的一项。 */
export interface ClaimMatch {
  key: string;
  label: string;
  onRecord: string;
  claimed: string;
  verdict: "same" | "different" | "unknown";
}

export interface ClaimView extends ClaimRow {
  login: string;
  licences: { number: string; scopeText: string; validTo: string }[];
  matches: ClaimMatch[];
  /** 同一家另有几件待核实的。 */
  rivals: number;
  reason: string;
  decidedBy: string;
  decidedAt: string;
}

const fields = fieldsOf(registrationFields);
/** 核实时对照的各项，要紧的在前。 */
const compared = ["unitName", "legalRep", "legalRepIdType", "legalRepId", "domicile", "enterpriseType", "registeredCapital", "foundedOn", "region", "contactMobile"];

const plain = (text: string): string => text.normalize("NFKC").replace(/[\s()（）]/g, "");

/** 申请人填的与登记着的逐项对照；号码遮盖，空着的登记说不出符不符。 */
export function claimMatches(record: EnterpriseRecord, claimed: Readonly<Record<string, string>>): ClaimMatch[] {
  const facts = asFacts(record);
  return compared.flatMap((key) => {
    const field = fields.find((one) => one.key === key);
    if (!field) return [];
    const shown = (values: Readonly<Record<string, string>>): string => masked(field.mask, factText(field, values));
    const [known, said] = [facts[key] ?? "", claimed[key] ?? ""];
    const verdict = known === "" || said === "" ? "unknown" : plain(known) === plain(said) ? "same" : "different";
    return [{ key, label: field.label, onRecord: shown(facts), claimed: shown(claimed), verdict }];
  });
}

function masked(kind: "identity" | "phone" | undefined, text: string): string {
  if (text === "" || kind === undefined) return text;
  return kind === "identity" ? maskId(text) : maskMobile(text);
}

/** 登记着的为准的各项：变更须办理登记事项变更；所在省市区决定派出机构，以后可以自己改。 */
const kept: readonly string[] = [...readOnlyParticulars, "region"];

/** 认领通过后的登记信息：锁定的各项登记着的不动，其余取申请人填的。 */
export function mergedParticulars(record: EnterpriseRecord, claimed: Readonly<Record<string, string>>): Record<string, string> {
  const facts = asFacts(record);
  const merged = fields.map(({ key }) => [key, kept.includes(key) && facts[key] ? facts[key] : (claimed[key] || facts[key] || "")] as const);
  return asParticulars(Object.fromEntries(merged));
}
