import { type AuditFact, isChange } from "@/lib/audit/views";
import { auditDetails } from "@/lib/terms/audit";
import { type Bag, isBag, labelOf, type SubjectLabels, textOf, type Words } from "./detail-words";

export type { SubjectLabels } from "./detail-words";

/** 一条审计里要说成文字的部分。 */
export interface Describable {
  action: string;
  subject: string;
  subjectId: string | null;
  detail: unknown;
}

/** 这么多项以上的一串（如一年的假日）只列不同的。 */
const LONG_LIST = 6;

/** 长的一串变了几项：前一格写少了的，后一格写多了的，名称里说明。 */
function onlyDiffering(before: unknown, after: unknown): { before: unknown; after: unknown; note: string } {
  if (!Array.isArray(before) || !Array.isArray(after) || Math.max(before.length, after.length) <= LONG_LIST) return { before, after, note: "" };
  return { before: before.filter((one) => !after.includes(one)), after: after.filter((one) => !before.includes(one)), note: "（只列不同的）" };
}

/** 改前与改后逐项对照；没有变的不列，从无到有的前一格写“无”。 */
function changesBetween(before: unknown, after: unknown, words: Words): AuditFact[] {
  const [older, newer] = [isBag(before) ? before : {}, isBag(after) ? after : {}];
  const keys = [...new Set([...Object.keys(older), ...Object.keys(newer)])];
  const rows = keys.map((key) => {
    const shown = onlyDiffering(older[key], newer[key]);
    return { label: labelOf(key) + shown.note, before: textOf(key, shown.before, words), after: textOf(key, shown.after, words) };
  });
  return rows.filter((row) => row.before !== row.after);
}

/** 设置的值没有字段名，名称在 subjectId 里。 */
function settingChange({ subjectId }: Describable, { before, after }: Bag, words: Words): AuditFact[] {
  const key = subjectId ?? "";
  if (isBag(before) && isBag(after)) return changesBetween(before, after, words);
  return [{ label: labelOf(key), before: textOf(key, before, words), after: textOf(key, after, words) }];
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

const isEmpty = (value: unknown): boolean => value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** 数据库按键长排，这里照词表的次序：先页签，再表、材料。 */
const order = Object.keys(auditDetails);
const inOrder = ([a]: [string, unknown], [b]: [string, unknown]): number => order.indexOf(a) - order.indexOf(b);

/** from、to 在这些动作里是统计的月份，在那些动作里是人，其余是状态。 */
const movesHolder = new Set(["case.assign", "case.reassign"]);
const spansMonths = new Set(["statistics.export", "evaluation.exportReceived", "evaluation.exportFigures"]);

/** 换了状态、换了承办人的一项；没有换的不说。 */
function moved({ action }: Describable, from: unknown, to: unknown, words: Words): AuditFact[] {
  if (to === undefined || spansMonths.has(action)) return [];
  const key = movesHolder.has(action) ? "assigneeId" : "state";
  return [{ label: labelOf(key), before: textOf(key, from, words), after: textOf(key, to, words) }].filter((fact) => fact.before !== fact.after);
}

/** 导出工作列表的筛选，早先写成一段 JSON。 */
function filtersIn(query: unknown): Bag {
  if (isBag(query)) return query;
  try {
    const parsed: unknown = typeof query === "string" ? JSON.parse(query) : {};
    return isBag(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** 一条审计说了什么：改动在前，其余随后；什么都没有变的一步，说它在哪个状态。 */
export function describeEntry(entry: Describable, labels: SubjectLabels = new Map()): AuditFact[] {
  if (!isBag(entry.detail)) return [];
  const words: Words = { action: entry.action, labels, ...(typeof entry.detail.section === "string" ? { section: entry.detail.section } : {}) };
  const { before, after, changes, records, from, to, query, ...rest } = entry.detail;
  const hasChange = "before" in entry.detail || "after" in entry.detail;
  const months = spansMonths.has(entry.action) ? { fromMonth: from ?? null, toMonth: to ?? null } : {};
  const others = { ...months, ...(to === undefined && typeof from === "string" && !spansMonths.has(entry.action) ? { from } : {}), ...filtersIn(query), ...rest };
  const facts = [
    ...(hasChange ? (entry.subject === "Setting" ? settingChange(entry, { before, after }, words) : changesBetween(before, after, words)) : []),
    ...worded(changes, words),
    ...imported(records, words),
    ...moved(entry, from, to, words),
    ...Object.entries(others).filter(([, value]) => !isEmpty(value)).sort(inOrder).map(([key, value]) => ({ label: labelOf(key), value: textOf(key, value, words) })),
  ];
  return facts.length === 0 && typeof to === "string" ? [{ label: labelOf("state"), value: `${textOf("state", to, words)}，没有变` }] : facts;
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
