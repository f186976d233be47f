import type { Indicators, Ratio } from "./indicators";
import { type PublicationGroup, publishedKeys } from "./publication";

/** 公示树上的一组，各项指标都在。 */
export interface IndicatorGroup {
  key: string;
  indicators: Indicators;
  children: readonly IndicatorGroup[];
}

/** 分母不是有效评价的比率：组里评价够多，它们的分母也可能只有一两件。 */
const narrowRates = ["participation", "rectified", "onTime", "calledBack"] as const satisfies readonly (keyof Indicators)[];

const WITHHELD: Ratio = { part: 0, whole: 0, withheld: true };

const flat = (group: IndicatorGroup): IndicatorGroup[] => [group, ...group.children.flatMap(flat)];

/** 按一个数成树；within 之外的组已经隐去。 */
const countedBy = (count: (indicators: Indicators) => number, within?: ReadonlySet<string>) =>
  function counted({ key, indicators, children }: IndicatorGroup): PublicationGroup {
    return { key, count: count(indicators), children: children.map(counted), ...(within && !within.has(key) ? { withheld: true } : {}) };
  };

/** 可以公示的各组与其指标；分母少于五的比率不公示，各比率各自防止从合计里减出来。 */
export function publishedIndicators(root: IndicatorGroup): Map<string, Indicators> {
  const open = publishedKeys(countedBy(({ valid }) => valid)(root));
  const shown = narrowRates.map((rate) => ({ rate, keys: publishedKeys(countedBy((indicators) => indicators[rate].whole, open)(root)) }));
  const masked = ({ key, indicators }: IndicatorGroup): Indicators => ({ ...indicators, ...Object.fromEntries(shown.flatMap(({ rate, keys }) => (keys.has(key) ? [] : [[rate, WITHHELD]]))) });
  return new Map(flat(root).filter(({ key }) => open.has(key)).map((group) => [group.key, masked(group)]));
}
