import { type Indicators, mean, percent, type SatisfiedFrom } from "./indicators";
import { tooFewBelow } from "./publication";

export type IndicatorKey = "participation" | "good" | "satisfied" | "bad" | "average" | "rectified" | "onTime" | "calledBack";

/** 一个指标的名称与算法；页面、导出、公示都用这一份。 */
export interface IndicatorWords {
  key: IndicatorKey;
  name: string;
  /** 分子与分母是什么。 */
  formula: string;
}

/** 满意率的口径，写出来的样子。 */
export const satisfiedWords: Record<SatisfiedFrom, string> = { 4: "满意及以上", 3: "基本满意及以上" };

/** 指标按公示的次序；满意率的口径随设置。 */
export function indicatorWords(satisfiedFrom: SatisfiedFrom): IndicatorWords[] {
  return [
    { key: "participation", name: "参评率", formula: "一事一评的评价 / 办结的件数" },
    { key: "good", name: "好评率", formula: "基本满意及以上 / 有效评价" },
    { key: "satisfied", name: "满意率", formula: `${satisfiedWords[satisfiedFrom]} / 有效评价` },
    { key: "bad", name: "差评率", formula: "不满意、非常不满意 / 有效评价" },
    { key: "average", name: "平均分", formula: "等级之和 / 有效评价，满分 5 分" },
    { key: "rectified", name: "差评整改率", formula: "已整改 / 有效差评" },
    { key: "onTime", name: "按期整改率", formula: "按期整改 / 到期应整改" },
    { key: "calledBack", name: "实名差评回访率", formula: "已回访 / 留名的差评" },
  ];
}

/** 有效评价与参评率写在同一行的地方都说：两个数的范围不同。 */
export const participationNote = "参评率只数一事一评";

/** 一个指标写出来的样子。 */
export const indicatorText = (indicators: Indicators, key: IndicatorKey): string => (key === "average" ? mean(indicators.average) : percent(indicators[key]));

/** 小字：由哪两个数得出。 */
export function indicatorNote(indicators: Indicators, key: IndicatorKey): string {
  const { part, whole, withheld } = indicators[key];
  if (withheld) return tooFewBelow;
  const counted = `${part} / ${whole}`;
  if (key === "participation") return `${counted} 件办结`;
  if (key === "average") return "满分 5 分";
  if (key === "rectified") return `${counted} 条有效差评`;
  if (key === "onTime") return whole === 0 ? "没有到期应整改的" : `${counted} 条到期应整改`;
  if (key === "calledBack") return whole === 0 ? "没有留名的差评" : `${counted} 条留名的差评`;
  return `${counted} 条有效`;
}
