import { GroupTable } from "@/components/evaluation/figures/GroupTable";
import { IndicatorTiles } from "@/components/evaluation/figures/IndicatorTiles";
import { LevelDistribution } from "@/components/evaluation/figures/LevelDistribution";
import { TrendChart } from "@/components/charts/TrendChart";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { participationNote } from "@/lib/evaluation/figures/indicator-words";
import { percentage } from "@/lib/evaluation/figures/indicators";
import { SMALLEST_GROUP, tooFewWords, withheldWord } from "@/lib/evaluation/figures/publication";
import type { PublicationView, PublishedGroup } from "@/lib/evaluation/figures/views";

/** 公示的主体：指标、分布、各季走势、按机构或按事项。 */
export function PublicationBoard({ view, officeHref }: { view: PublicationView; officeHref: (code: string) => string }) {
  const { total, office, quarter, satisfiedFrom } = view;
  return (
    <>
      {total.indicators ? (
        <IndicatorTiles indicators={total.indicators} satisfiedFrom={satisfiedFrom} />
      ) : (
        <Message title={`${total.word}${quarter.word}的评价不公示`}>有效评价{tooFewWords}，免得认出评价人；为免从合计里减出来，同级另有一项可能一并不公示。</Message>
      )}
      {total.indicators && (
        <Panel title="评价分布" id="levels" aside={<span className="soft small">有效 {total.indicators.valid} 条</span>}>
          <LevelDistribution levels={total.indicators.levels} valid={total.indicators.valid} />
        </Panel>
      )}
      {view.trend.some(({ indicators }) => indicators) && <Panel className="chart" title="各季走势（%）" id="trend"><QuarterlyTrend trend={view.trend} about={`${total.word}各季`} /></Panel>}
      {office && total.indicators && (
        <Panel flush title="按事项" id="matters" aside={<span className="soft small">{participationNote}；{tooFewWords}</span>}>
          <GroupTable caption={`${office.name}${quarter.word}按事项`} head="事项" rows={view.matters} hiddenWords={withheldWord} />
        </Panel>
      )}
      {!office && (
        <Panel flush title="按单位" id="offices" aside={<span className="soft small">{participationNote}；{tooFewWords}</span>}>
          <GroupTable
            caption={`${quarter.word}按单位`}
            head="单位"
            rows={view.offices.map(({ key, word, indicators }) => ({ key, indicators, word: <a className="link" href={officeHref(key)}>{word}</a> }))}
            hiddenWords={withheldWord}
          />
        </Panel>
      )}
      <p className="soft small">
        每季公示一次。有效评价少于 {SMALLEST_GROUP} 条的单位、事项不公示，分母少于 {SMALLEST_GROUP} 的比率不公示（走势里空着）；为免从合计里减出来，同级另有一项可能一并不公示。复核认定误评、恶意的不计入。文字评价与评价人不公示。
      </p>
    </>
  );
}

function QuarterlyTrend({ trend, about }: { trend: readonly PublishedGroup[]; about: string }) {
  const value = (name: "satisfied" | "participation") => trend.map(({ indicators }) => indicators && percentage(indicators[name]));
  return (
    <TrendChart
      about={about}
      head="季度"
      labels={trend.map(({ key }) => `${key.slice(2, 4)}/${key.slice(-1)}季`)}
      series={[{ name: "满意率", values: value("satisfied") }, { name: "参评率", values: value("participation") }]}
    />
  );
}
