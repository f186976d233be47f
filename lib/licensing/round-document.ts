import type { SummaryLine, SummaryRow, SummarySection, SummarySlot } from "@/lib/forms/summary";
import type { FactChange } from "./changes";

/** 一轮提交打印出来的一段。 */
export type RoundPart =
  | { kind: "heading"; text: string; level: 1 | 2 }
  | { kind: "terms"; rows: readonly { label: string; value: string }[] }
  /** 名册的一行：称呼，其余各项连成一段。 */
  | { kind: "record"; title: string; text: string }
  | { kind: "changes"; rows: readonly FactChange[] };

/** 一轮提交的全部内容，可以打印、留存；全是文字。 */
export interface RoundDocument {
  title: string;
  /** 页脚：编号与轮次。 */
  foot: string;
  parts: readonly RoundPart[];
}

/** 一轮提交的来历与冻结的内容。 */
export interface SubmittedContent {
  label: string;
  round: number;
  number: string;
  /** 「2026年11月22日 14:32」。 */
  submittedAt: string;
  facts: readonly { label: string; value: string }[];
  changes: readonly FactChange[];
  summary: readonly SummarySection[];
}

const NOTHING = "未填写";

const termOf = ({ label, text }: SummaryLine) => ({ label, value: text || NOTHING });
const fileNames = ({ files }: SummarySlot): string => (files.length === 0 ? "未上传" : files.map(({ name }) => name).join("、"));

function recordOf({ title, lines, slots }: SummaryRow): RoundPart {
  const filled = lines.filter(({ text }) => text !== "").map(({ label, text }) => `${label}：${text}`);
  return { kind: "record", title, text: [...filled, ...slots.map((slot) => `${slot.label}：${fileNames(slot)}`)].join("；") };
}

function partsOf({ label, groups, tables, slots }: SummarySection): RoundPart[] {
  return [
    { kind: "heading", text: label, level: 1 },
    ...groups.filter(({ lines }) => lines.length > 0).flatMap(({ title, lines }): RoundPart[] => [
      ...(title ? [{ kind: "heading", text: title, level: 2 } as const] : []),
      { kind: "terms", rows: lines.map(termOf) },
    ]),
    ...tables.flatMap((table): RoundPart[] => [{ kind: "heading", text: `${table.label}（${table.rows.length} 行）`, level: 2 }, ...table.rows.map(recordOf)]),
    ...(slots.length > 0 ? [{ kind: "heading", text: "附件", level: 2 } as const, { kind: "terms", rows: slots.map((slot) => ({ label: slot.label, value: fileNames(slot) })) } as const] : []),
  ];
}

/** 编号、时间、变更前后、全部页签与附件清单，依提交时的样子。 */
export function roundDocument({ label, round, number, submittedAt, facts, changes, summary }: SubmittedContent): RoundDocument {
  const foot = `${number}　第 ${round} 次提交`;
  return {
    title: label,
    foot: `${foot}　${submittedAt}`,
    parts: [
      { kind: "terms", rows: facts },
      ...(changes.length > 0 ? [{ kind: "heading", text: "变更前后", level: 1 } as const, { kind: "changes", rows: changes } as const] : []),
      ...summary.flatMap(partsOf),
    ],
  };
}

/** 一个附件与它在压缩包里的位置：页签／行／材料。 */
export interface PackedFile {
  id: string;
  path: string;
  size: number;
}

const safe = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]|^\.+/gu, "_").trim().slice(0, 80) || "_";

/** 附件在压缩包里的路径，按页签、行、材料归类；同名的加序号，名字里的斜杠等换掉。 */
export function packedFiles(summary: readonly SummarySection[]): PackedFile[] {
  const taken = new Set<string>();
  const unique = (folder: string, name: string): string => {
    const [end = ""] = /\.[0-9A-Za-z]{1,8}$/.exec(name) ?? [];
    const stem = safe(name.slice(0, name.length - end.length));
    for (let n = 1; ; n += 1) {
      const path = `${folder}/${stem}${n === 1 ? "" : `（${n}）`}${end}`;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  };
  const inSlots = (folder: string, slots: readonly SummarySlot[]): PackedFile[] =>
    slots.flatMap((slot) => slot.files.map(({ id, name, size }) => ({ id, size, path: unique(`${folder}/${safe(slot.label)}`, name) })));
  return summary.flatMap((section, index) => {
    const folder = `${String(index + 1).padStart(2, "0")} ${safe(section.label)}`;
    return [...inSlots(folder, section.slots), ...section.tables.flatMap((table) => table.rows.flatMap((row) => inSlots(`${folder}/${safe(row.title)}`, row.slots)))];
  });
}
