import { defuse } from "./sheet";

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** 写出 CSV（RFC 4180）：带 BOM，电子表格才认得是 UTF-8；像公式的一律加撇号。 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const lines = [headers, ...rows].map((cells) => cells.map((cell) => quoted(defuse(cell))).join(","));
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`);
}
