import { defuse } from "./sheet";

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (cell: string | number): string => (typeof cell === "number" ? String(cell) : quoted(defuse(cell)));

/** 写出 CSV（RFC 4180）：带 BOM，电子表格才认得是 UTF-8；像公式的一律加撇号，数字按数字写。 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(`\uFEFF${[headers, ...rows].map((row) => row.map(written).join(",")).join("\r\n")}\r\n`);
}
