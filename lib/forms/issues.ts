import { type BaseContext, type Json, type Row, rowsOf, type SectionAnswers, answersOf } from "./answers";
import { type Field, type Scope, type Section, type Slot, type Table, fieldsOf, holds, optionsOf } from "./definition";
import { filesAt } from "./filed";
import type { Finding, Issue } from "./issue";
import { kindOf } from "./kinds";

type Place = Pick<Issue, "section" | "table" | "row">;

const optionCodes = (value: Json): string[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** 选项只管怎样显示的种类：能不能选由字段自己的检查或规则说。 */
const SHOWN_ONLY: readonly Field<BaseContext>["kind"][] = ["levelMatrix", "enterprise"];

/** 已填的值哪里不对；对的为 undefined。 */
export function faultOf<C extends BaseContext>(field: Field<C>, value: Json, scope: Scope<C>): string | undefined {
  const fault = kindOf(field).complete(value, field);
  if (fault !== undefined) return fault;
  const options = optionsOf(field, scope);
  if (options && !SHOWN_ONLY.includes(field.kind) && optionCodes(value).some((code) => !Object.hasOwn(options, code))) {
    return "请重新选择，原选项已不可用";
  }
  return disorderOf(field, value, scope.own) ?? field.check?.(value, scope);
}

/** 比同一条记录里的起始还早：自相矛盾，与别的内容、与今天都无关。按字面比较。 */
export function disorderOf<C extends BaseContext>({ notBefore }: Field<C>, value: Json | undefined, own: SectionAnswers | Row): string | undefined {
  const start = notBefore && own[notBefore.key];
  const both = typeof start === "string" && start !== "" && typeof value === "string" && value !== "";
  return both && value < start ? `不得早于${notBefore?.label}` : undefined;
}

function fieldIssue<C extends BaseContext>(field: Field<C>, scope: Scope<C>, place: Place): Issue | undefined {
  if (field.derive || !holds(field.visible, scope, true)) return undefined;
  const value = scope.own[field.key];
  if (kindOf(field).isEmpty(value)) {
    const needed = holds(field.required, scope, true);
    return needed ? { ...place, field: field.key, message: `${field.label}未填写`, severity: "blocking", nature: "missing" } : undefined;
  }
  const fault = faultOf(field, value as Json, scope);
  return fault ? { ...place, field: field.key, message: withLabel(field.label, fault), severity: "blocking", nature: "wrong" } : undefined;
}

/** 提示语自己没提到字段名时补上，摘要里单独一行也读得懂。 */
function withLabel(label: string, message: string): string {
  return message.includes(label) ? message : `${label}：${message}`;
}

function slotIssue<C extends BaseContext>(slot: Slot<C>, scope: Scope<C>, place: Place): Issue | undefined {
  if (!holds(slot.visible, scope, true) || !holds(slot.required, scope, true)) return undefined;
  const present = filesAt(scope.context.files, place.section, place.row).some((file) => file.slot === slot.key);
  return present ? undefined : { ...place, slot: slot.key, message: `${slot.label}未上传`, severity: "blocking", nature: "missing" };
}

const compact = <T>(items: (T | undefined)[]): T[] => items.filter((item): item is T => item !== undefined);

/** 行的称呼：「第 3 行 王磊」。 */
export function rowTitle<C extends BaseContext>(table: Table<C>, row: Row, index: number): string {
  const title = row[table.titleField];
  return typeof title === "string" && title !== "" ? `第 ${index + 1} 行 ${title}` : `第 ${index + 1} 行`;
}

/** 一行里的不符；message 不带行号，供行内显示。 */
export function issuesOfRow<C extends BaseContext>(section: Section<C>, table: Table<C>, row: Row, context: C): Issue[] {
  const scope: Scope<C> = { own: row, section: answersOf(context.answers, section.key), context };
  const place = { section: section.key, table: table.key, row: row.rowId };
  return compact([
    ...fieldsOf(table.groups).map((field) => fieldIssue(field, scope, place)),
    ...(table.slots ?? []).map((slot) => slotIssue(slot, scope, place)),
  ]);
}

function duplicateIssues<C extends BaseContext>(section: Section<C>, table: Table<C>, rows: readonly Row[]): Issue[] {
  const unique = table.unique;
  if (!unique) return [];
  const first = new Map<string, string>();
  return compact(
    rows.map((row, index) => {
      const value = row[unique.field];
      if (typeof value !== "string" || value === "") return undefined;
      if (!first.has(value)) return void first.set(value, row.rowId);
      const message = `${table.label}${rowTitle(table, row, index)}：${unique.message}`;
      return { section: section.key, table: table.key, row: row.rowId, field: unique.field, message, severity: "blocking" as const, nature: "wrong" as const };
    }),
  );
}

function tableIssues<C extends BaseContext>(section: Section<C>, table: Table<C>, own: SectionAnswers, context: C): Issue[] {
  const rows = rowsOf(own, table.key);
  const short = rows.length < (table.min ?? 0);
  const few: Issue[] = short
    ? [{ section: section.key, table: table.key, message: `请至少添加 ${table.min} 条${table.rowLabel}`, severity: "blocking", nature: "missing" }]
    : [];
  const inRows = rows.flatMap((row, index) =>
    issuesOfRow(section, table, row, context).map((issue) => ({ ...issue, message: `${table.label}${rowTitle(table, row, index)}：${issue.message}` })),
  );
  return [...few, ...inRows, ...duplicateIssues(section, table, rows)];
}

/** 一个页签的规则结论，符合与不符合的都在内。 */
export function findingsOfSection<C extends BaseContext>(section: Section<C>, context: C): Finding[] {
  return (section.rules ?? []).flatMap((rule) => rule.judge(context).map((finding) => ({ ...finding, rule: rule.id })));
}

const unmet = (findings: Finding[]): Issue[] => findings.filter((finding) => !finding.met);

/**
 * 一个页签里的全部不符（不含跨页签规则）。
 * @param judged 规则已经判断过的结论，不再判断一遍
 */
export function issuesOfSection<C extends BaseContext>(section: Section<C>, context: C, judged?: Finding[]): Issue[] {
  if (section.notRequired?.(context) !== undefined && !hasAnswers(section, context)) return [];
  const own = answersOf(context.answers, section.key);
  const scope: Scope<C> = { own, section: own, context };
  const place = { section: section.key };
  return [
    ...compact(fieldsOf(section.groups).map((field) => fieldIssue(field, scope, place))),
    ...section.tables.filter((table) => holds(table.visible, scope, true)).flatMap((table) => tableIssues(section, table, own, context)),
    ...compact(section.slots.map((slot) => slotIssue(slot, scope, place))),
    ...unmet(judged ?? findingsOfSection(section, context)),
  ];
}

function hasAnswers<C extends BaseContext>(section: Section<C>, context: C): boolean {
  const own = answersOf(context.answers, section.key);
  const filled = fieldsOf(section.groups).some((field) => !field.derive && !kindOf(field).isEmpty(own[field.key]));
  return filled || section.tables.some((table) => rowsOf(own, table.key).length > 0);
}

export type SectionStatus = "untouched" | "partial" | "complete" | "problem" | "notRequired";

/** 目录上的一个词，由不符项算出，从不另存。 */
export function statusOfSection<C extends BaseContext>(section: Section<C>, context: C, issues: readonly Issue[]): SectionStatus {
  const own = issues.filter((issue) => issue.section === section.key && issue.severity === "blocking");
  const touched = context.answers[section.key] !== undefined || context.files.some((file) => file.section === section.key);
  if (section.notRequired?.(context) !== undefined && own.length === 0) return "notRequired";
  if (own.some((issue) => issue.nature === "wrong")) return "problem";
  if (own.length > 0) return touched ? "partial" : "untouched";
  return "complete";
}
