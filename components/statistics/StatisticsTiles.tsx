import { Tiles } from "@/components/ui/Tiles";
import { percent } from "@/lib/evaluation/figures/indicators";
import { totalOf } from "@/lib/licensing/statistics/indicators";
import type { StatisticsView } from "@/lib/licensing/statistics/views";
import { applicationStates, finishedStates } from "@/lib/terms/states";
import { daysText } from "./days-text";

/** 几个总数，下面写着由哪些数得出；有逾期的、超期的标出。 */
export function StatisticsTiles({ view: { received, running, overdue, unclaimed, outcomes, timing, returns } }: { view: StatisticsView }) {
  const late = ({ part, whole }: { part: number; whole: number }): number => whole - part;
  const onTime = (term: string, share: { part: number; whole: number }, word: string) => ({
    term, figure: percent(share), note: late(share) > 0 ? `${late(share)} 件超过${word}` : share.whole > 0 ? `${share.whole} 件都未超过` : "没有作出决定的",
    ...(late(share) > 0 ? { tone: "bad" as const } : {}),
  });
  return (
    <Tiles
      label="办理情况"
      items={[
        { term: "提交", figure: received, note: "按最近一次提交的日期" },
        { term: "办结", figure: totalOf(outcomes), note: finishedStates.filter((state) => outcomes[state] > 0).map((state) => `${applicationStates[state]} ${outcomes[state]}`).join("，") || "没有办结的" },
        { term: "现在在办", figure: running.reduce((sum, { count }) => sum + count, 0), note: `逾期 ${overdue}，未领取 ${unclaimed}`, ...(overdue > 0 ? { tone: "bad" as const } : {}) },
        { term: "退回意见", figure: returns.remarks, note: `${returns.cases} 件案件` },
        onTime("承诺期限内办结", timing.promised, "承诺期限"),
        onTime("法定期限内办结", timing.statutory, "法定期限"),
        { term: "用时中位数", figure: daysText(timing.median), note: "一半的案件不超过" },
        { term: "九成用时", figure: daysText(timing.ninety), note: "九成的案件不超过" },
      ]}
    />
  );
}
