import { Fragment } from "react";
import { Table } from "@/components/ui/Table";
import type { WorkloadRow, WorkloadView } from "@/lib/licensing/statistics/views";

/** 各人现在承办的，这一期间经手的案件与各个动作的次数；动作写在一格里，各占一栏时十几栏放不下（导出里各占一栏）。 */
export function WorkloadTable({ workload: { actions, people } }: { workload: WorkloadView }) {
  return (
    <Table
      caption="各人办理"
      rows={people}
      rowKey={({ accountId }) => accountId}
      empty="这个单位没有办理案件的人员。"
      columns={[
        { key: "name", head: "姓名", cell: ({ name }) => name, rowHead: true, nowrap: true },
        { key: "posts", head: "岗位", cell: ({ posts, disabled }) => `${posts}${disabled ? "，已停用" : ""}`, soft: true, phoneLabel: "岗位", phoneWide: true },
        { key: "held", head: "现在承办", cell: ({ held }) => held, num: true, phoneLabel: "现在承办" },
        { key: "overdue", head: "其中逾期", cell: ({ overdue }) => (overdue > 0 ? <span className="bad-t">{overdue}</span> : 0), num: true, phoneLabel: "逾期" },
        { key: "cases", head: "经手案件", cell: ({ cases }) => cases, num: true, phoneLabel: "经手案件" },
        { key: "total", head: "办理次数", cell: ({ total }) => total, num: true, phoneLabel: "办理次数" },
        { key: "handled", head: "其中", cell: ({ handled }) => <Handled handled={handled} actions={actions} />, phoneLabel: "其中", phoneWide: true },
      ]}
    />
  );
}

/** 受理 12，退回补正 4；一项不断行。 */
function Handled({ handled, actions }: Pick<WorkloadRow, "handled"> & Pick<WorkloadView, "actions">) {
  const done = actions.filter(({ action }) => handled[action]);
  if (done.length === 0) return "—";
  return done.map(({ action, word }, index) => <Fragment key={action}><span className="nowrap">{word} {handled[action]}{index < done.length - 1 && "，"}</span>{index < done.length - 1 && <wbr />}</Fragment>);
}
