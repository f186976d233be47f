import { Panel } from "@/components/ui/Panel";
import { participationNote } from "@/lib/evaluation/figures/indicator-words";
import { percentage } from "@/lib/evaluation/figures/indicators";
import { monthTick } from "@/lib/workflow/period";
import type { FiguresOf, FiguresView } from "@/lib/evaluation/figures/views";
import { GroupTable } from "./GroupTable";
import { IndicatorTiles } from "./IndicatorTiles";
import { LevelDistribution } from "./LevelDistribution";
import { OptionRanking } from "./OptionRanking";
import { TrendChart } from "@/components/charts/TrendChart";
import { Link } from "@/components/ui/Link";

/** 统计页的主体。 */
export function FiguresBoard({ view, badHref }: { view: FiguresView; badHref: string }) {
  const { total, satisfiedFrom, months, matters, offices, options } = view;
  return (
    <>
      <IndicatorTiles indicators={total} satisfiedFrom={satisfiedFrom} />
      <div className="two">
        <Panel className="chart" title="每月走势（%）" id="trend"><MonthlyTrend months={months} about={view.periodWords} /></Panel>
        <Panel title="评价分布" id="levels" aside={<span className="soft small">有效 {total.valid} 条，全部 {total.received} 条</span>}>
          <LevelDistribution levels={total.levels} valid={total.valid} />
          <p className="note soft small mt">{ways(view)}</p>
        </Panel>
      </div>
      <Panel title="提到最多的详情" id="options" aside={<span className="soft small">有效评价，不分渠道</span>}><OptionRanking options={options} /></Panel>
      <Panel flush title="按事项" id="matters" aside={<><span className="soft small">{participationNote}</span> <Link className="link" href={badHref}>差评办理</Link></>}><GroupTable caption="按事项统计" head="事项" rows={matters} /></Panel>
      {offices.length > 0 && <Panel flush title="按单位" id="offices" aside={<span className="soft small">{participationNote}</span>}><GroupTable caption="按单位统计" head="单位" rows={offices} /></Panel>}
    </>
  );
}

function MonthlyTrend({ months, about }: { months: readonly FiguresOf[]; about: string }) {
  const years = new Set(months.map(({ key }) => key.slice(0, 4))).size;
  return (
    <TrendChart
      about={about}
      head="月份"
      labels={months.map(({ key }) => (years > 1 ? `${key.slice(2, 4)}/${Number(key.slice(5))}` : monthTick(key)))}
      series={[
        { name: "满意率", values: months.map(({ indicators }) => percentage(indicators.satisfied)) },
        { name: "参评率", values: months.map(({ indicators }) => percentage(indicators.participation)) },
      ]}
    />
  );
}

/** 渠道：待办一事一评 502，扫码一次一评 287；复核后不计入 17 条。 */
function ways({ channels, total }: FiguresView): string {
  const counted = channels.map(({ word, indicators }) => `${word} ${indicators.received}`).join("，");
  return `渠道：${counted}；复核后不计入 ${total.excluded} 条。`;
}
