import { maskNumbers } from "@/lib/audit/mask";
import { type AuditFact, isChange } from "@/lib/audit/views";
import { regionName } from "@/lib/enterprise/regions";
import { offices } from "@/lib/licensing/offices";
import { getRuleSet, isRuleSetId } from "@/lib/licensing/rule-sets";
import { procedures } from "@/lib/terms/application";
import { auditActions, auditDetails, auditFaults, auditFormats, auditSubjects } from "@/lib/terms/audit";
import { badRatingStates } from "@/lib/terms/bad-ratings";
import { businesses } from "@/lib/terms/businesses";
import { creditGrades, pilotAreaKinds, restrictionKinds, upgradeBarEvents } from "@/lib/terms/credit";
import { deliveryWays } from "@/lib/terms/documents";
import { followUpKinds, followUpStates } from "@/lib/terms/follow-ups";
import { type OptionMap, wordOf } from "@/lib/terms/option-map";
import { enterpriseRoles, secondProofs, staffRoles } from "@/lib/terms/roles";
import { passwordProfiles, settingNames } from "@/lib/terms/settings";
import { applicationStates } from "@/lib/terms/states";
import { nameInForm } from "./form-names";

/** 标识 → 编号或名称；认不出的照写。 */
export type SubjectLabels = ReadonlyMap<string, string>;

/** 一条审计里要说成文字的部分。 */
export interface Describable {
  action: string;
  subject: string;
  subjectId: string | null;
  detail: unknown;
}

type Bag = Readonly<Record<string, unknown>>;
export const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

const kinds = { ...pilotAreaKinds, ...restrictionKinds, ...followUpKinds };
const states = { ...badRatingStates, ...followUpStates, ...applicationStates };
const wordsOf: Readonly<Record<string, OptionMap>> = {
  grade: creditGrades, kind: kinds, business: businesses, procedure: procedures, state: states, from: states, to: states,
  roles: { ...staffRoles, ...enterpriseRoles }, format: auditFormats, outcome: { ...auditFaults, ok: "完整" }, action: auditActions, subject: auditSubjects,
  passwordProfile: passwordProfiles, event: upgradeBarEvents, secondProof: secondProofs, deliveryWay: deliveryWays,
};

/** 说成文字时要用的：标识的名称，与这一条所在的页签。 */
interface Words {
  labels: SubjectLabels;
  section?: string;
}

const inForm = new Set(["table", "slot", "fields"]);

/** 代码 → 中文；规则集、机构、地区、表单各有自己的名称。 */
function wordFor(key: string, code: string, { labels, section }: Words): string {
  if (key === "section") return nameInForm(code);
  if (section !== undefined && inForm.has(key)) return nameInForm(section, code);
  if ((key === "ruleSetId" || key === "confirmedRuleSets") && isRuleSetId(code)) return getRuleSet(code).title;
  if (key === "confirmedOffices" || key === "officeCode") return offices.find((office) => office.code === code)?.name ?? code;
  if (key === "regionCode") return regionName(code) || code;
  return labels.get(code) ?? wordOf(wordsOf[key] ?? {}, code);
}

const labelOf = (key: string): string => wordOf(auditDetails, key);

/** 一个值写成文字；号码遮盖。 */
function textOf(key: string, value: unknown, words: Words): string {
  if (value === null || value === undefined || value === "") return "无";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.length === 0 ? "无" : value.map((one) => textOf(key, one, words)).join("、");
  if (isBag(value)) return Object.entries(value).map(([inner, one]) => `${labelOf(inner)} ${textOf(inner, one, words)}`).join("，");
  return maskNumbers(typeof value === "string" ? wordFor(key, value, words) : String(value));
}

/** 改前与改后逐项对照；没有变的不列，从无到有的前一格写“无”。 */
function changesBetween(before: unknown, after: unknown, words: Words): AuditFact[] {
  const [older, newer] = [isBag(before) ? before : {}, isBag(after) ? after : {}];
  const keys = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  const rows = keys.map((key) => ({ label: labelOf(key), before: textOf(key, older[key], words), after: textOf(key, newer[key], words) }));
  return rows.filter((row) => row.before !== row.after);
}

/** 设置的值没有字段名，名称在 subjectId 里。 */
function settingChange({ subjectId }: Describable, { before, after }: Bag, words: Words): AuditFact[] {
  const key = subjectId ?? "";
  if (isBag(before) && isBag(after)) return changesBetween(before, after, words);
  return [{ label: wordOf(settingNames, key), before: textOf(key, before, words), after: textOf(key, after, words) }];
}

/** 写入时已经说成文字的各项改动。 */
function worded(changes: unknown, words: Words): AuditFact[] {
  if (!Array.isArray(changes)) return [];
  return changes.filter(isBag).map(({ label, before, after }) => ({ label: String(label), before: textOf("", before, words), after: textOf("", after, words) }));
}

/** 成批导入的，一家一家地列，各项改动前加上它的代码。 */
function imported(records: unknown, words: Words): AuditFact[] {
  if (!Array.isArray(records)) return [];
  return records.filter(isBag).flatMap(({ uscc, before, after }) => changesBetween(before, after, words).map((fact) => ({ ...fact, label: `${String(uscc)} ${fact.label}` })));
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** 数据库按键长排，这里照词表的次序：先页签，再表、材料。 */
const order = Object.keys(auditDetails);
const inOrder = ([a]: [string, unknown], [b]: [string, unknown]): number => order.indexOf(a) - order.indexOf(b);

/** 一条审计说了什么：改动在前，其余随后。 */
export function describeEntry(entry: Describable, labels: SubjectLabels = new Map()): AuditFact[] {
  if (!isBag(entry.detail)) return [];
  const words: Words = { labels, ...(typeof entry.detail.section === "string" ? { section: entry.detail.section } : {}) };
  const { before, after, changes, records, from, to, ...rest } = entry.detail;
  const hasChange = "before" in entry.detail || "after" in entry.detail;
  const moved = to === undefined ? [] : [{ label: labelOf("state"), before: textOf("state", from, words), after: textOf("state", to, words) }].filter((fact) => fact.before !== fact.after);
  const others = { ...(to === undefined && typeof from === "string" ? { from } : {}), ...rest };
  return [
    ...(hasChange ? (entry.subject === "Setting" ? settingChange(entry, { before, after }, words) : changesBetween(before, after, words)) : []),
    ...worded(changes, words),
    ...imported(records, words),
    ...moved,
    ...Object.entries(others).filter(([, value]) => !isEmpty(value)).sort(inOrder).map(([key, value]) => ({ label: labelOf(key), value: textOf(key, value, words) })),
  ];
}

const factText = (fact: AuditFact): string => (isChange(fact) ? `${fact.label}：${fact.before} → ${fact.after}` : `${fact.label}：${fact.value}`);
const SUMMARY_FACTS = 3;

/** 列表里的一行字；多的说还有几项。 */
export function summariseEntry(facts: readonly AuditFact[]): string {
  const shown = facts.slice(0, SUMMARY_FACTS).map(factText).join("；");
  return facts.length > SUMMARY_FACTS ? `${shown}；等 ${facts.length} 项` : shown;
}

/** 导出时的全文。 */
export const fullText = (facts: readonly AuditFact[]): string => facts.map(factText).join("；");
