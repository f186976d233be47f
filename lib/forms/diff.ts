import type { SummaryLine, SummaryRow, SummarySection, SummarySlot } from "./summary";

/** 两轮提交（或许可证与申请）之间的一处变化，全用文字说。 */
export interface Change {
  section: string;
  table?: string;
  row?: string;
  field?: string;
  slot?: string;
  /** 如「技术负责人 › 职称证书编号」。 */
  label: string;
  kind: "added" | "removed" | "changed";
  before: string;
  after: string;
}

type Place = Pick<Change, "section" | "table" | "row">;

const NOTHING: never[] = [];

function lineChanges(before: readonly SummaryLine[], after: readonly SummaryLine[], place: Place, prefix: string): Change[] {
  const was = new Map(before.map((line) => [line.field, line]));
  const is = new Map(after.map((line) => [line.field, line]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field) => {
    const [old, now] = [was.get(field)?.text ?? "", is.get(field)?.text ?? ""];
    const label = `${prefix} › ${(is.get(field) ?? was.get(field))?.label ?? field}`;
    return old === now ? [] : [{ ...place, field, label, kind: "changed" as const, before: old, after: now }];
  });
}

const fileNames = (slot: SummarySlot | undefined): string => (slot?.files ?? []).map((file) => file.name).join("、");
const fileIds = (slot: SummarySlot | undefined): string => (slot?.files ?? []).map((file) => file.id).sort().join();

function slotChanges(before: readonly SummarySlot[], after: readonly SummarySlot[], place: Place, prefix: string): Change[] {
  const keys = new Set([...before, ...after].map((slot) => slot.slot));
  return [...keys].flatMap((key) => {
    const [old, now] = [before.find((slot) => slot.slot === key), after.find((slot) => slot.slot === key)];
    if (fileIds(old) === fileIds(now)) return [];
    const label = `${prefix} › ${(now ?? old)?.label ?? key}`;
    return [{ ...place, slot: key, label, kind: "changed" as const, before: fileNames(old), after: fileNames(now) }];
  });
}

function rowChanges(old: SummaryRow | undefined, now: SummaryRow | undefined, place: Place, prefix: string): Change[] {
  if (!old && now) return [{ ...place, label: `${prefix} › ${now.title}`, kind: "added", before: "", after: now.title }];
  if (old && !now) return [{ ...place, label: `${prefix} › ${old.title}`, kind: "removed", before: old.title, after: "" }];
  if (!old || !now) return [];
  const inRow = `${prefix} › ${now.title}`;
  return [...lineChanges(old.lines, now.lines, place, inRow), ...slotChanges(old.slots, now.slots, place, inRow)];
}

function sectionChanges(before: SummarySection | undefined, after: SummarySection | undefined): Change[] {
  const shown = after ?? before;
  if (!shown) return [];
  const place = { section: shown.section };
  const linesIn = (section?: SummarySection) => section?.groups.flatMap((group) => group.lines) ?? NOTHING;
  const tables = new Set([...(before?.tables ?? []), ...(after?.tables ?? [])].map((table) => table.table));
  const inTables = [...tables].flatMap((key) => {
    const [old, now] = [before?.tables.find((t) => t.table === key), after?.tables.find((t) => t.table === key)];
    const was = new Map(old?.rows.map((row) => [row.rowId, row]));
    const is = new Map(now?.rows.map((row) => [row.rowId, row]));
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((row) =>
      rowChanges(was.get(row), is.get(row), { ...place, table: key, row }, `${shown.label} › ${(now ?? old)?.label ?? key}`),
    );
  });
  return [
    ...lineChanges(linesIn(before), linesIn(after), place, shown.label),
    ...inTables,
    ...slotChanges(before?.slots ?? NOTHING, after?.slots ?? NOTHING, place, shown.label),
  ];
}

/** 两份摘要之间的全部变化，按页签顺序。 */
export function diffOf(before: readonly SummarySection[], after: readonly SummarySection[]): Change[] {
  const keys = [...new Set([...after, ...before].map((section) => section.section))];
  return keys.flatMap((key) =>
    sectionChanges(before.find((section) => section.section === key), after.find((section) => section.section === key)),
  );
}
