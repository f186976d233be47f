import type { CellFault } from "@/lib/forms/spreadsheet";
import { checkUscc, normaliseIdentifier } from "@/lib/forms/identifiers";
import { type CreditGradeCode, creditGrades } from "@/lib/terms/credit";
import { codesOf } from "@/lib/terms/option-map";
import { type IsoDate, isIsoDate } from "@/lib/workflow/iso-date";

/** 信用登记的一家。 */
export interface CreditEntry {
  uscc: string;
  grade: CreditGradeCode;
  pilotZone: boolean;
  commitmentRegion: boolean;
  deferralDefaults: string[];
}

export interface CreditSheet {
  entries: (CreditEntry & { line: number })[];
  faults: CellFault[];
}

/** 表头的列，照此次序导出样例；后三列可以没有。 */
export const creditColumns = { uscc: "统一社会信用代码", grade: "信用等级", pilotZone: "自贸区试点", commitmentRegion: "承诺制区域", deferralDefaults: "容缺失信日期" } as const;

type Column = keyof typeof creditColumns;

export const MAX_CREDIT_LINES = 5_000;

/** 逐行读 CSV：对的成一条登记，错的指到行与列；同一代码写了两次也是错。 */
export function readCreditSheet(text: string, on: IsoDate): CreditSheet {
  const [head = [], ...lines] = parseCsv(text.replace(/^\uFEFF/, ""));
  const places = new Map(head.map((cell, index) => [cell.trim(), index]));
  const absent = [creditColumns.uscc, creditColumns.grade].filter((column) => !places.has(column));
  if (absent.length > 0) return { entries: [], faults: absent.map((column) => ({ line: 1, column, reason: "表头缺少这一列", value: "" })) };
  if (lines.length > MAX_CREDIT_LINES) return { entries: [], faults: [{ line: MAX_CREDIT_LINES + 2, column: "", reason: `一次最多导入 ${MAX_CREDIT_LINES} 行，请分成几个文件`, value: "" }] };
  const sheet: CreditSheet = { entries: [], faults: [] };
  const seen = new Map<string, number>();
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const line = index + 2;
    const cell = (column: Column): string => cells[places.get(creditColumns[column]) ?? -1]?.trim() ?? "";
    const { entry, faults } = readLine(cell, line, on);
    const first = seen.get(entry.uscc);
    if (first !== undefined) faults.push({ line, column: creditColumns.uscc, reason: `与第 ${first} 行重复`, value: entry.uscc });
    seen.set(entry.uscc, first ?? line);
    if (faults.length > 0) sheet.faults.push(...faults);
    else sheet.entries.push({ ...entry, line });
  });
  return sheet;
}

function readLine(cell: (column: Column) => string, line: number, on: IsoDate): { entry: CreditEntry; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const wrong = (column: Column, reason: string) => void faults.push({ line, column: creditColumns[column], reason, value: cell(column) });
  const uscc = normaliseIdentifier(cell("uscc"));
  const unfit = checkUscc(uscc)?.message;
  if (unfit) wrong("uscc", unfit);
  const grade = codesOf(creditGrades).find((code) => code === cell("grade") || creditGrades[code] === cell("grade"));
  if (!grade) wrong("grade", `请写${Object.values(creditGrades).join("、")}之一`);
  const flag = (column: "pilotZone" | "commitmentRegion"): boolean => {
    if (!["", "是", "否"].includes(cell(column))) wrong(column, "请写是或否");
    return cell(column) === "是";
  };
  const deferralDefaults = splitDates(cell("deferralDefaults"));
  const unfitDates = defaultsFault(deferralDefaults, on);
  if (unfitDates) wrong("deferralDefaults", unfitDates);
  return { entry: { uscc, grade: grade ?? "unrated", pilotZone: flag("pilotZone"), commitmentRegion: flag("commitmentRegion"), deferralDefaults }, faults };
}

/** 容缺失信日期哪里不对：不是日期，或者还没有到。 */
export function defaultsFault(dates: readonly string[], on: IsoDate): string | undefined {
  if (dates.some((date) => !isIsoDate(date))) return "请写 2026-03-01 这样的日期，几个的用顿号隔开";
  const ahead = dates.find((date) => date > on);
  return ahead === undefined ? undefined : `请核对 ${ahead}，这一天还没有到`;
}

/** 几个日期用顿号、逗号、分号或空格隔开；年月日不足两位的补零。 */
export function splitDates(text: string): string[] {
  return text.split(/[、，,；;\s]+/).filter(Boolean).map((part) => part.replace(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`));
}

/** RFC 4180：引号里的逗号、换行、两个引号；行尾 CRLF 或 LF。 */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = "";
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      const doubled = character === '"' && text[at + 1] === '"';
      if (character === '"' && !doubled) quoted = false;
      else cell += character;
      if (doubled) at += 1;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === ",") endCell();
    else if (character === "\n") endRow();
    else if (character !== "\r") cell += character;
  }
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}
