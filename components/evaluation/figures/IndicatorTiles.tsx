import { Tiles } from "@/components/ui/Tiles";
import type { Indicators, SatisfiedFrom } from "@/lib/evaluation/figures/indicators";
import { indicatorNote, indicatorText, indicatorWords } from "@/lib/evaluation/figures/indicator-words";

/** 各项指标，下面写着由哪两个数得出；有差评到期没整改的标出件数。 */
export function IndicatorTiles({ indicators, satisfiedFrom }: { indicators: Indicators; satisfiedFrom: SatisfiedFrom }) {
  const late = indicators.onTime.whole - indicators.onTime.part;
  return (
    <Tiles
      label="公示指标"
      items={indicatorWords(satisfiedFrom).map(({ key, name, formula }) => ({
        term: name,
        figure: <span title={formula}>{indicatorText(indicators, key)}</span>,
        note: key === "onTime" && late > 0 ? `${late} 件未按期` : indicatorNote(indicators, key),
        ...(key === "onTime" && late > 0 ? { tone: "bad" as const } : {}),
      }))}
    />
  );
}
