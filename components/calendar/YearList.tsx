import { Link } from "@/components/ui/Link";
import { Status } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { CalendarYearView } from "@/lib/licensing/calendar-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

const columns: Column<CalendarYearView>[] = [
  { key: "year", head: "年份", rowHead: true, nowrap: true, cell: (row) => <Link href={`/admin/settings/calendar?year=${row.year}`}>{row.year}年</Link> },
  { key: "state", head: "状态", nowrap: true, cell: (row) => <Status tone={row.provisional ? "warn" : "good"}>{row.provisional ? "暂定" : "已公布"}</Status> },
  { key: "off", head: "放假", num: true, phoneLabel: "放假", cell: (row) => `${row.daysOff.length} 天` },
  { key: "work", head: "调休上班", num: true, phoneLabel: "调休上班", cell: (row) => `${row.makeUpWorkdays.length} 天` },
  { key: "source", head: "依据", minor: true, phoneWide: true, cell: (row) => row.source },
  { key: "recorded", head: "登记", nowrap: true, soft: true, cell: (row) => (row.recorded ? formatChineseDate(row.updatedOn) : "随系统附带") },
];

/** 各年的安排，哪些还是暂定。 */
export function YearList({ years, chosen }: { years: readonly CalendarYearView[]; chosen: number }) {
  return <Table caption="各年的节假日安排" rows={years} rowKey={(row) => String(row.year)} rowTone={(row) => (row.year === chosen ? "on" : undefined)} columns={columns} />;
}
