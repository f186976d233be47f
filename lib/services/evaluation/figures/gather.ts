import type { CutTally, FinishedTally } from "@/lib/data/evaluation-figures";
import { type Indicators, indicatorsOf, type LevelTally, type SatisfiedFrom } from "@/lib/evaluation/figures/indicators";

/** 一种分法里的每一组；order 给出次序，其中没有的组不要。 */
export function gather(
  { tallies, finished, cut, order }: { tallies: readonly CutTally[]; finished: readonly FinishedTally[]; cut: CutTally["cut"]; order: readonly string[] },
  satisfiedFrom: SatisfiedFrom,
): { key: string; indicators: Indicators }[] {
  const found = new Map<string, LevelTally[]>();
  for (const tally of tallies) if (tally.cut === cut) found.set(tally.key, [...(found.get(tally.key) ?? []), tally]);
  const done = new Map(finished.filter((one) => one.cut === cut).map(({ key, finished: count }) => [key, count]));
  return order.map((key) => ({ key, indicators: indicatorsOf(found.get(key) ?? [], done.get(key) ?? 0, satisfiedFrom) }));
}
