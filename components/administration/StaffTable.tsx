import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { StaffAccount } from "@/lib/enterprise/account-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

const columns: readonly Column<StaffAccount>[] = [
  { key: "name", head: "姓名", rowHead: true, cell: (row) => <Link className="link" href={`/admin/people/${row.id}`}>{row.name}{row.own && "（我）"}</Link> },
  { key: "login", head: "登录账号", phoneLabel: "登录账号", cell: (row) => row.login },
  { key: "posts", head: "岗位", phoneLabel: "岗位", cell: (row) => row.posts.join("、") },
  { key: "office", head: "派出机构", phoneLabel: "派出机构", cell: (row) => row.officeName },
  { key: "held", head: "承办", num: true, phoneLabel: "承办（件）", cell: (row) => row.held },
  { key: "factor", head: "动态口令", phoneLabel: "动态口令", minor: true, cell: (row) => (row.secondFactor ? "已设置" : <span className="soft">未设置</span>) },
  { key: "state", head: "状态", cell: (row) => <StaffStatus person={row} /> },
];

/** 内网人员，一人一行；点姓名进去办理。 */
export function StaffTable({ rows }: { rows: readonly StaffAccount[] }) {
  return <Table caption="内网人员，按机构与登录账号" columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState>没有找到，请换个条件再查。</EmptyState>} />;
}

/** 停用的、等换密码的、外出的、在用的。 */
export function StaffStatus({ person: { active, temporary, awayUntil } }: { person: StaffAccount }) {
  if (!active) return <Status tone="off">已停用</Status>;
  if (awayUntil) return <Status tone="info">外出至{formatChineseDate(awayUntil)}</Status>;
  return temporary ? <Status tone="warn">等待换密码</Status> : <Status tone="good">在用</Status>;
}
