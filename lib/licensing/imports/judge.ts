import { normaliseIdentifier } from "@/lib/forms/identifiers";
import type { ImportSheetCode } from "@/lib/terms/imports";
import { normaliseLicenceNumber } from "../licence/number";
import { judgeEnterprises } from "./judge-enterprises";
import { judgeLicences } from "./judge-licences";
import { type ImportLine, readLines, type SheetText } from "./read-lines";
import type { KnownRegister } from "./register";
import type { ImportPlan } from "./report";

/** 读出的两张表；没有的为空表。 */
export type ImportContent = Partial<Record<ImportSheetCode, SheetText>>;

/** 两张表逐行读出的值。 */
export type ImportLines = Record<ImportSheetCode, ImportLine[]>;

/** 先读：形状与校验位，不问数据库。 */
export function readImport(content: ImportContent, today: string): ImportLines {
  const linesOf = (sheet: ImportSheetCode): ImportLine[] => {
    const text = content[sheet];
    return text ? readLines(sheet, text, today) : [];
  };
  return { enterprises: linesOf("enterprises"), licences: linesOf("licences") };
}

/** 判断这份文件要向数据库问些什么。 */
export function soughtBy({ enterprises, licences }: ImportLines): { codes: string[]; names: string[]; numbers: string[] } {
  const distinct = (texts: readonly (string | undefined)[]): string[] => [...new Set(texts.flatMap((text) => (text ? [text] : [])))];
  return {
    codes: distinct([...enterprises, ...licences].map(({ values }) => normaliseIdentifier(values.uscc ?? ""))),
    names: distinct(enterprises.map(({ values }) => values.unitName)),
    numbers: distinct(licences.map(({ values }) => normaliseLicenceNumber(values.number ?? ""))),
  };
}

/** 全部结论；一份空文件没有一行，检查时就不收。 */
export function judgeImport(lines: ImportLines, known: KnownRegister): ImportPlan {
  const enterprises = judgeEnterprises(lines.enterprises, known);
  const licences = judgeLicences(lines.licences, enterprises, known);
  const rows = [...enterprises.map(({ row }) => row), ...licences.map(({ row }) => row)];
  const written = <T extends { row: { outcome: string }; write?: unknown }>(all: readonly T[], outcome: string) => all.filter((one) => one.row.outcome === outcome);
  return {
    rows,
    enterprises: { added: written(enterprises, "added").flatMap((one) => one.write ?? []), updated: written(enterprises, "updated").flatMap((one) => one.write ?? []) },
    licences: {
      added: written(licences, "added").flatMap((one) => one.write ?? []),
      updated: written(licences, "updated").flatMap(({ write, newVersion }) => (write ? { ...write, newVersion } : [])),
    },
  };
}
