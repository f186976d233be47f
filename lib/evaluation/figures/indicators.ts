import { withheldWord } from "./publication";
import { type RatingLevel, ratingLevels } from "../options";

/** 合计的一行：一个等级收到多少条，其中差评办到哪一步。 */
export interface LevelTally {
  level: RatingLevel;
  /** 收到的，含复核后不计入的。 */
  ratings: number;
  /** 复核后不计入的（误评、恶意）。 */
  excluded: number;
  /** 收到的当中属于一事一评的，参评率只数它们。 */
  ofMatters: number;
  /** 以下只数计入统计的差评：到期应整改、已整改、按期整改、留名、已回访。 */
  rectifyDue: number;
  rectified: number;
  onTime: number;
  named: number;
  calledBack: number;
}

/** 一个比率：分子与分母都留着，页面要把算法写出来；分母为零即没有这个比率。 */
export interface Ratio {
  part: number;
  whole: number;
  /** 不公示：分子分母都不在里面。 */
  withheld?: boolean;
}

/** 满意率从哪一级算起：满意及以上，或基本满意及以上。 */
export type SatisfiedFrom = 4 | 3;

/** 公示指标（domain 的公式，附录 B 的原文没有见到）。 */
export interface Indicators {
  received: number;
  valid: number;
  excluded: number;
  /** 各级计入统计的条数，由好到差。 */
  levels: { level: RatingLevel; count: number }[];
  participation: Ratio;
  good: Ratio;
  satisfied: Ratio;
  bad: Ratio;
  /** 等级之和比条数。 */
  average: Ratio;
  rectified: Ratio;
  onTime: Ratio;
  calledBack: Ratio;
}

const GOOD_FROM = 3;

const sum = <T>(entries: readonly T[], of: (entry: T) => number): number => entries.reduce((total, entry) => total + of(entry), 0);
const validOf = (tally: LevelTally): number => tally.ratings - tally.excluded;

/** 由各级合计与办结件数得出全部指标；同一等级可有几行。 */
export function indicatorsOf(tallies: readonly LevelTally[], finished: number, satisfiedFrom: SatisfiedFrom): Indicators {
  const valid = sum(tallies, validOf);
  const from = (level: number): number => sum(tallies.filter((tally) => tally.level >= level), validOf);
  const bad = valid - from(GOOD_FROM);
  return {
    received: sum(tallies, (tally) => tally.ratings),
    valid,
    excluded: sum(tallies, (tally) => tally.excluded),
    levels: ratingLevels.map(({ level }) => ({ level, count: sum(tallies.filter((tally) => tally.level === level), validOf) })),
    participation: { part: sum(tallies, (tally) => tally.ofMatters), whole: finished },
    good: { part: from(GOOD_FROM), whole: valid },
    satisfied: { part: from(satisfiedFrom), whole: valid },
    bad: { part: bad, whole: valid },
    average: { part: sum(tallies, (tally) => tally.level * validOf(tally)), whole: valid },
    rectified: { part: sum(tallies, (tally) => tally.rectified), whole: bad },
    onTime: { part: sum(tallies, (tally) => tally.onTime), whole: sum(tallies, (tally) => tally.rectifyDue) },
    calledBack: { part: sum(tallies, (tally) => tally.calledBack), whole: sum(tallies, (tally) => tally.named) },
  };
}

/** 没有可除的：不写 0，免得读成“一个也没有做到”。 */
export const noFigure = "—";

/** 百分数，一位小数。 */
export const percent = ({ part, whole, withheld }: Ratio): string => (withheld ? withheldWord : whole === 0 ? noFigure : `${((part / whole) * 100).toFixed(1)}%`);

/** 平均分，两位小数。 */
export const mean = ({ part, whole }: Ratio): string => (whole === 0 ? noFigure : (part / whole).toFixed(2));

/** 画图用的百分数；没有的为空。 */
export const percentage = ({ part, whole }: Ratio): number | undefined => (whole === 0 ? undefined : (part / whole) * 100);
