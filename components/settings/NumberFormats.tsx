import { type Column, Table } from "@/components/ui/Table";
import type { NumberFormat } from "@/lib/licensing/number-views";

/** 样式里的占位用中文说。 */
const words: Readonly<Record<string, string>> = { office: "机构", year: "年份", serial: "顺序号", region: "区域", kind: "文书代字", seq: "顺序号" };
const patternInWords = (pattern: string): string => pattern.replace(/\{(\w+)\}/g, (_, part: string) => `〈${words[part] ?? part}〉`);

const columns: Column<NumberFormat>[] = [
  { key: "name", head: "编号", rowHead: true, cell: (row) => row.name },
  { key: "pattern", head: "样式", phoneLabel: "样式", cell: (row) => <>{patternInWords(row.pattern)}{row.note && <span className="soft small"> {row.note}</span>}</> },
  { key: "last", head: "已用到", phoneLabel: "已用到", num: true, cell: (row) => row.last },
  { key: "next", head: "下一个", phoneLabel: "下一个", nowrap: true, cell: (row) => row.next },
  { key: "restarts", head: "顺序号", minor: true, soft: true, cell: (row) => row.restarts },
];

/** 各种编号的样式与下一个号。 */
export function NumberFormats({ rows }: { rows: readonly NumberFormat[] }) {
  return <Table caption="编号的样式与下一个号" rows={rows} rowKey={(row) => row.name} columns={columns} />;
}
