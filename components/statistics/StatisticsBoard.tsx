import { StackChart } from "@/components/charts/StackChart";
import { TrendChart } from "@/components/charts/TrendChart";
import { Panel } from "@/components/ui/Panel";
import { percentage } from "@/lib/evaluation/figures/indicators";
import { endingsName, endingsReckoning } from "@/lib/licensing/statistics/ending-words";
import type { MonthRow, StatisticsView } from "@/lib/licensing/statistics/views";
import { applicationStates, finishedStates } from "@/lib/terms/states";
import { monthTick } from "@/lib/workflow/period";
import { BusinessTable } from "./BusinessTable";
import { CountRanking } from "./CountRanking";
import { StatisticsTiles } from "./StatisticsTiles";
import { TimingTable } from "./TimingTable";
import { WorkloadTable } from "./WorkloadTable";

/** 办理统计的主体。 */
export function StatisticsBoard({ view }: { view: StatisticsView }) {
  const { months, running, businesses, returns, workload, periodWords } = view;
  const labels = labelsOf(months);
  return (
    <>
      <StatisticsTiles view={view} />
      <div className="two">
        <Panel className="chart" title="每月办结（件）" id="decisions">
          <StackChart about={`${periodWords}每月办结`} head="月份" labels={labels} series={finishedStates.map((state) => ({ name: applicationStates[state], values: months.map(({ outcomes }) => outcomes[state]) }))} />
        </Panel>
        <Panel title="在办的案件" id="states" aside={<span className="soft small">现在</span>}>
          <CountRanking caption="在办案件的状态" head="状态" share rows={running.map(({ state, word, count }) => ({ key: state, word, count }))} empty="现在没有在办的案件。" />
        </Panel>
      </div>
      <Panel flush title="按业务" id="businesses"><BusinessTable rows={businesses} /></Panel>
      <div className="two">
        <Panel className="chart" title="每月按期办结率（%）" id="on-time">
          <TrendChart about={`${periodWords}按期办结率`} head="月份" labels={labels} series={[
            { name: "承诺期限", values: months.map(({ timing }) => percentage(timing.promised)) },
            { name: "法定期限", values: months.map(({ timing }) => percentage(timing.statutory)) },
          ]} />
        </Panel>
        <Panel title="退回最多的地方" id="places" aside={<span className="soft small">意见 {returns.remarks} 条，案件 {returns.cases} 件</span>}>
          <CountRanking caption="退回最多的地方" head="页签与材料" rows={returns.places} empty="这一期间没有发出意见。" />
        </Panel>
      </div>
      <Panel flush title="用时与期限" id="timing" aside={<span className="soft small">准予与不予许可，受理至决定的工作日，停表除外</span>}>
        <TimingTable view={view} />
        {view.endings.length > 0 && <p className="soft small pb">{endingsName}：{endingsReckoning}。</p>}
      </Panel>
      <Panel title="用得最多的意见" id="phrases"><CountRanking caption="用得最多的意见" head="意见" rows={returns.phrases} empty="这一期间没有发出意见。" /></Panel>
      <Panel flush title="各人办理" id="workload">
        {workload ? <WorkloadTable workload={workload} /> : <p className="soft pb">选定一个单位后，列出该单位各人的办理情况。</p>}
      </Panel>
    </>
  );
}

/** 跨年的写上年份。 */
function labelsOf(months: readonly MonthRow[]): string[] {
  const years = new Set(months.map(({ month }) => month.slice(0, 4))).size;
  return months.map(({ month }) => (years > 1 ? `${month.slice(2, 4)}/${Number(month.slice(5))}` : monthTick(month)));
}
