/** Case numbers: 派出机构代码-年份-顺序号, e.g. NEEB-2026-000123; the serial restarts each year. */
export const caseNumberPattern = "{office}-{year}-{serial}";

/** The series a case number is taken from. */
export const caseSeries = (officeCode: string, year: string): string => `case:${officeCode}:${year}`;

/** Writes a case number. */
export const formatCaseNumber = (officeCode: string, year: string, serial: number): string => `${officeCode}-${year}-${String(serial).padStart(6, "0")}`;
