/** Case numbers: 派出机构代码-年份-顺序号, e.g. NEEB-2026-000123; the serial restarts each year. */
export const caseNumberPattern = "{office}-{year}-{serial}";

/** The series a case number is taken from. */
export const caseSeries = (officeCode: string, year: string): string => `case:${officeCode}:${year}`;

/** How many years back a serial alone is looked for. */
const YEARS_BACK = 5;

/** The numbers a serial typed alone (「22」, 「000022」) may mean in an office, this year's first; none when it is not a serial. */
export function numbersWithSerial(officeCode: string, thisYear: number, text: string): string[] {
  if (!/^\d{1,6}$/.test(text) || Number(text) === 0) return [];
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => formatCaseNumber(officeCode, String(thisYear - back), Number(text)));
}

/** Writes a case number. */
export const formatCaseNumber = (officeCode: string, year: string, serial: number): string => `${officeCode}-${year}-${String(serial).padStart(6, "0")}`;
