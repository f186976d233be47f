import { Status, type StatusTone } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { FigureLine } from "@/lib/licensing/rule-sets/views";
import type { Confidence } from "@/lib/licensing/rule-sets/types";
import { confidences } from "@/lib/terms/confidence";

const tones: Readonly<Record<Confidence, StatusTone>> = { VERIFIED: "good", LIKELY: "info", UNKNOWN: "warn" };

const columnsOf = (figures: readonly FigureLine[]): Column<FigureLine>[] => [
  { key: "name", head: "名称", rowHead: true, cell: (row) => row.name },
  { key: "text", head: "数字", phoneLabel: "数字", cell: (row) => row.text },
  { key: "confidence", head: "可靠程度", nowrap: true, cell: (row) => <Status tone={tones[row.confidence]}>{confidences[row.confidence]}</Status> },
  { key: "source", head: "出处与说明", phoneLabel: "出处", phoneWide: true, soft: true, cell: (row, index) => (isSame(row, figures[index - 1]) ? <span className="small">同上</span> : <Sources row={row} />) },
];

/** 出处与上一行一样的不再写一遍。 */
const isSame = (row: FigureLine, before: FigureLine | undefined): boolean => before !== undefined && row.note === before.note && row.sources.join() === before.sources.join();

function Sources({ row: { sources, note } }: { row: FigureLine }) {
  return (
    <span className="small break-all">
      {sources.join("；")}
      {note !== "" && <>（{note}）</>}
    </span>
  );
}

/** 逐个数字：值、可靠程度、出处。暂定的先看得出。 */
export function FigureTable({ caption, figures }: { caption: string; figures: readonly FigureLine[] }) {
  return <Table caption={caption} rows={figures} rowKey={(row, index) => `${row.name}-${index}`} columns={columnsOf(figures)} />;
}
