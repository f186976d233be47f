import { PeriodFields, RangeChoice } from "@/components/charts/RangeFields";
import { Button } from "@/components/ui/Button";
import { statisticsPeriodChoices } from "@/lib/licensing/statistics/period";
import type { StatisticsView } from "@/lib/licensing/statistics/views";

type StatisticsFilterProps = Pick<StatisticsView, "period" | "asked" | "office" | "officeChoices" | "business" | "businessChoices" | "today"> & { action: string };

/** 统计范围：都在地址里，可以收藏、转发；没有脚本也能用。 */
export function StatisticsFilter({ action, period, asked, office, officeChoices, business, businessChoices, today }: StatisticsFilterProps) {
  const officeOptions = officeChoices.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form className="tools" role="search" aria-label="统计范围" method="get" action={action} key={JSON.stringify([period, asked, office?.code, business])}>
      {officeOptions.length > 0 && <RangeChoice name="office" label="单位" value={office?.code ?? "all"} options={[{ value: "all", label: "全部单位" }, ...officeOptions]} />}
      <PeriodFields period={period} asked={asked} choices={statisticsPeriodChoices(today)} />
      <RangeChoice name="business" label="业务" value={business} options={businessChoices.map(({ code, word }) => ({ value: code, label: word }))} empty="全部业务" />
      <Button type="submit">统计</Button>
    </form>
  );
}
