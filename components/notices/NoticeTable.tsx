import { fullMomentOf } from "@/components/application/moments";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status, Tag } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { NoticeDeskRow } from "@/lib/licensing/announcements";

const tones = { draft: "off", published: "good", withdrawn: "warn" } as const;

const columns: Column<NoticeDeskRow>[] = [
  { key: "title", head: "标题", rowHead: true, cell: (row) => <>{row.pinned && <><Tag>置顶</Tag> </>}<Link href={`/admin/notices/${row.id}`}>{row.title}</Link></> },
  { key: "state", head: "状态", nowrap: true, cell: (row) => <Status tone={row.scheduled ? "info" : tones[row.state]}>{row.stateWord}</Status> },
  { key: "audience", head: "给谁看", phoneLabel: "给谁看", cell: (row) => row.audienceWord },
  { key: "publishedAt", head: "公布时间", phoneLabel: "公布时间", nowrap: true, cell: (row) => (row.state === "draft" ? <span className="soft">没有公布</span> : fullMomentOf(row.publishedAt)) },
  { key: "createdBy", head: "起草人", minor: true, soft: true, cell: (row) => row.createdBy },
];

/** 全部通知公告，新的在前。 */
export function NoticeTable({ rows }: { rows: readonly NoticeDeskRow[] }) {
  return <Table caption="通知公告，新的在前" rows={rows} rowKey={(row) => row.id} columns={columns} empty={<EmptyState>没有通知公告。</EmptyState>} />;
}
