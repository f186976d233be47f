import { organisationCheckCharacter, usccCheckCharacter } from "@/lib/forms/identifiers";
import { fieldsOf } from "@/lib/forms/definition";
import { importTables } from "@/lib/licensing/imports/columns";
import type { ImportContent } from "@/lib/licensing/imports/judge";
import type { ImportSheetCode } from "@/lib/terms/imports";

/** 校验位正确的企业代码，一个序号一个。 */
export function usccOf(serial: number): string {
  for (let body = serial * 10; ; body += 1) {
    const text = String(body).padStart(8, "0");
    const first17 = `91210102${text}${organisationCheckCharacter(text)}`;
    if (organisationCheckCharacter(text) !== "X") return first17 + usccCheckCharacter(first17);
  }
}

export type SheetRow = Record<string, string>;

/** 企业一表的一行，键为字段。 */
export const enterpriseRow = (serial: number, change: SheetRow = {}): SheetRow => ({
  unitName: `沈阳导入${serial}电力工程有限公司`, uscc: usccOf(serial), enterpriseType: "企业法人", region: "辽宁省/沈阳市/和平区",
  domicile: `沈阳市和平区南京街${serial}号`, legalRep: "王磊", ...change,
});

/** 许可证一表的一行；编号属东北监管局。 */
export const licenceRow = (serial: number, change: SheetRow = {}): SheetRow => ({
  uscc: usccOf(serial), number: `2-1-${String(serial).padStart(5, "0")}-2022`, ruleSetId: "2020年标准", "level-installation": "四级", "level-repair": "五级",
  firstIssuedOn: "2022-03-01", issuedOn: "2022-03-01", validFrom: "2022-03-01", validTo: "2028-02-29", ...change,
});

const labelsOf = (sheet: ImportSheetCode) => fieldsOf(importTables[sheet].groups);

/** 行 → 表头与各行，与电子表格读出的一样。 */
export function sheetOf(sheet: ImportSheetCode, rows: readonly SheetRow[]): { headers: string[]; lines: string[][] } {
  const fields = labelsOf(sheet);
  return { headers: ["序号", ...fields.map(({ label }) => label)], lines: rows.map((row) => ["", ...fields.map(({ key }) => row[key] ?? "")]) };
}

export const contentOf = (enterprises: readonly SheetRow[], licences: readonly SheetRow[]): ImportContent => ({
  enterprises: sheetOf("enterprises", enterprises), licences: sheetOf("licences", licences),
});

/** 写成 .xlsx 文件。 */
export async function workbookOf(enterprises: readonly SheetRow[], licences: readonly SheetRow[]): Promise<Buffer> {
  const { writeSheets } = await import("@/lib/integrations/spreadsheet/write-sheet");
  const specs = (["enterprises", "licences"] as const).map((sheet) => ({
    title: importTables[sheet].label,
    columns: labelsOf(sheet).map(({ label }) => ({ header: label, required: false, options: [], multiple: false })),
    rows: (sheet === "enterprises" ? enterprises : licences).map((row) => labelsOf(sheet).map(({ key }) => row[key] ?? "")),
  }));
  return writeSheets(specs);
}
