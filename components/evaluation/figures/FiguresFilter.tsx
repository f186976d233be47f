import { PeriodFields, RangeChoice } from "@/components/charts/RangeFields";
import { Button } from "@/components/ui/Button";
import { periodChoices } from "@/lib/workflow/period";
import type { FiguresView } from "@/lib/evaluation/figures/views";
import { matterWord, ratableMatters } from "@/lib/evaluation/matters";
import { evaluationChannels } from "@/lib/terms/evaluation";

type FiguresFilterProps = Pick<FiguresView, "period" | "asked" | "office" | "matter" | "channel" | "officeChoices" | "today"> & { action: string };

const channelOptions = Object.entries(evaluationChannels).map(([value, label]) => ({ value, label }));
const matterOptions = ratableMatters.map((value) => ({ value, label: matterWord(value) }));

/** 统计范围：都在地址里，可以收藏、转发；没有脚本也能用。 */
export function FiguresFilter({ action, period, asked, office, matter, channel, officeChoices, today }: FiguresFilterProps) {
  const officeOptions = officeChoices.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form className="tools" role="search" aria-label="统计范围" method="get" action={action} key={JSON.stringify([period, asked, office?.code, matter, channel])}>
      {officeOptions.length > 0 && <RangeChoice name="office" label="单位" value={office?.code ?? "all"} options={[{ value: "all", label: "全部单位" }, ...officeOptions]} />}
      <PeriodFields period={period} asked={asked} choices={periodChoices(today)} />
      <RangeChoice name="matter" label="事项" value={matter} options={matterOptions} empty="全部事项" />
      <RangeChoice name="channel" label="渠道" value={channel} options={channelOptions} empty="全部渠道" />
      <Button type="submit">统计</Button>
    </form>
  );
}
