import { fullMomentOf } from "@/components/application/moments";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { type Column, Table } from "@/components/ui/Table";
import type { AuditRow } from "@/lib/audit/views";

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
const SHORT = 24;

/** 编号不折行；没有名称的标识只写开头，全文在详情里。 */
function About({ text }: { text: string }) {
  return <span className={classNames("soft", text.length <= SHORT && "nowrap")}>{isId(text) ? `${text.slice(0, 8)}…` : text}</span>;
}

/** 审计记录，新的在前；search 是现在的查找条件，看完一条回得来。 */
export function AuditTable({ rows, search }: { rows: readonly AuditRow[]; search: string }) {
  const href = (id: string): string => `/admin/audit/${id}${search ? `?${search}` : ""}`;
  const columns: Column<AuditRow>[] = [
    { key: "at", head: "时间", rowHead: true, nowrap: true, cell: (row) => fullMomentOf(row.at) },
    { key: "who", head: "人", phoneLabel: "人", nowrap: true, cell: (row) => <>{row.who} {row.side !== row.who && <span className="soft small">{row.side}</span>}</> },
    { key: "action", head: "动作", phoneLabel: "动作", cell: (row) => row.action },
    { key: "about", head: "对象", phoneLabel: "对象", phoneWide: true, cell: (row) => <>{row.subject} <About text={row.about} /></> },
    { key: "summary", head: "内容", phoneLabel: "内容", minor: true, soft: true, phoneWide: true, phoneHidden: (row) => row.summary === "", cell: (row) => row.summary },
    { key: "address", head: "来源", phoneLabel: "来源", minor: true, nowrap: true, soft: true, phoneHidden: (row) => row.address === "", cell: (row) => row.address },
    { key: "act", head: "操作", act: true, cell: (row) => <Link className="link" href={href(row.id)} aria-label={`查看 ${fullMomentOf(row.at)} ${row.who} ${row.action}`}>查看</Link> },
  ];
  return <Table caption="审计记录，新的在前" columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState>没有合条件的审计。</EmptyState>} />;
}
