import { Pager } from "@/components/ui/Pager";
import { Panel } from "@/components/ui/Panel";
import { type Column, Table } from "@/components/ui/Table";
import { Views } from "@/components/ui/Views";
import type { RosterRow, RosterView } from "@/lib/licensing/licence-views";
import { formatChineseDate } from "@/lib/terms/dates";

const titles = { current: "在册人员", former: "离册人员" } as const;

/** 地址里的两项：看离册的，看第几页。 */
export type RosterParams = { roster?: string; people?: string };

export const rosterQuery = ({ roster, people }: RosterParams) => ({ former: roster === "former", page: Number(people ?? 1) });

/** 在册人员一页：姓名、遮盖的号码、人员类型、何时起；离册的另有一个视图。path 为所在页的地址。 */
export function RosterPanel({ roster, path }: { roster: RosterView; path: string }) {
  const { former, page, pages, counts, rows } = roster;
  const href = (view: string, to: number): string => `${path}?${new URLSearchParams({ roster: view, people: String(to) })}#roster`;
  const view = former ? "former" : "current";
  const views = (["current", "former"] as const).map((key) => ({ key, label: titles[key], count: counts[key], current: key === view }));
  return (
    <Panel id="roster" flush head={<Views label="人员" views={views} href={(key) => href(key, 1)} />}>
      <Table caption={titles[view]} columns={columnsOf(former)} rows={rows} rowKey={({ id }) => id} empty={former ? "没有离册的人员" : "没有在册的人员"} />
      {pages > 1 && <Pager page={page} pages={pages} href={(to) => href(view, to)} summary={`第 ${page} 页，共 ${counts[view]} 条`} />}
    </Panel>
  );
}

function columnsOf(former: boolean): Column<RosterRow>[] {
  const since: Column<RosterRow> = { key: "from", head: "在册日期", phoneLabel: "在册日期", nowrap: true, cell: ({ fromOn }) => formatChineseDate(fromOn) };
  const until: Column<RosterRow> = { key: "to", head: "离册日期", phoneLabel: "离册日期", nowrap: true, cell: ({ toOn }) => formatChineseDate(toOn ?? "") };
  return [
    { key: "name", head: "姓名", rowHead: true, cell: ({ name }) => name },
    { key: "id", head: "身份证号", phoneLabel: "身份证号", nowrap: true, cell: ({ maskedId }) => maskedId },
    { key: "role", head: "人员类型", phoneLabel: "人员类型", cell: ({ role }) => role },
    since, ...(former ? [until] : []),
  ];
}
