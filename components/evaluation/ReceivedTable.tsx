import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import type { ReceivedRow } from "@/lib/evaluation/received";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

/** 收到的评价：差评用词与图标标出，连到它的办理；复核后不计入的写明。 */
export function ReceivedTable({ rows, badHref }: { rows: readonly ReceivedRow[]; badHref: string }) {
  return (
    <Table
      caption="收到的评价，新的在前"
      rows={rows}
      rowKey={(row) => row.id}
      empty="没有这样的评价。"
      columns={[
        { key: "number", head: "编号或服务点", cell: (row) => row.number || "—", rowHead: true },
        { key: "business", head: "事项", cell: (row) => row.business, phoneLabel: "事项" },
        { key: "channel", head: "渠道", cell: (row) => row.channelWord, phoneLabel: "渠道", minor: true, nowrap: true },
        { key: "level", head: "评价", cell: (row) => <Status tone={row.bad ? "bad" : "good"}>{row.word}</Status>, phoneLabel: "评价", nowrap: true },
        { key: "said", head: "详情与意见", cell: (row) => <Said row={row} />, phoneLabel: "详情", phoneWide: true },
        { key: "rater", head: "评价人", cell: (row) => row.rater, phoneLabel: "评价人", minor: true, nowrap: true },
        { key: "at", head: "时间", cell: (row) => shanghaiMoment(new Date(row.at)), phoneLabel: "时间", nowrap: true },
        { key: "act", head: "差评办理", act: true, cell: (row) => row.handling && <Link className="link" href={`${badHref}/${row.handling.id}`}>{row.handling.word}<span className="sr">，{row.number}</span></Link> },
      ]}
    />
  );
}

function Said({ row: { options, comment, excluded } }: { row: ReceivedRow }) {
  return (
    <>
      {options.join("、")}
      {options.length > 0 && comment && "；"}
      {comment}
      {excluded && <span className="soft small">（复核后不计入）</span>}
    </>
  );
}
