import { Button } from "@/components/ui/Button";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import { customPeriod, periodChoices } from "@/lib/evaluation/figures/period";
import type { FiguresView } from "@/lib/evaluation/figures/views";
import { matterWord, ratableMatters } from "@/lib/evaluation/matters";
import { evaluationChannels } from "@/lib/terms/evaluation";

type FiguresFilterProps = Pick<FiguresView, "period" | "office" | "matter" | "channel" | "officeChoices" | "today"> & { action: string };

const channelOptions = Object.entries(evaluationChannels).map(([value, label]) => ({ value, label }));
const matterOptions = ratableMatters.map((value) => ({ value, label: matterWord(value) }));

/** 统计范围：都在地址里，可以收藏、转发；没有脚本也能用。 */
export function FiguresFilter({ action, period, office, matter, channel, officeChoices, today }: FiguresFilterProps) {
  const officeOptions = officeChoices.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <form className="tools" role="search" aria-label="统计范围" method="get" action={action} key={`${period.key} ${office?.code} ${matter} ${channel}`}>
      {officeOptions.length > 0 && <Choice name="office" label="单位" value={office?.code ?? "all"} options={[{ value: "all", label: "全部单位" }, ...officeOptions]} />}
      <Choice name="period" label="期间" value={period.key} options={periodChoices(today)} />
      {period.key === customPeriod && (
        <>
          <MonthField name="from" label="从" value={period.from} />
          <MonthField name="to" label="到" value={period.to} />
        </>
      )}
      <Choice name="matter" label="事项" value={matter} options={matterOptions} empty="全部事项" />
      <Choice name="channel" label="渠道" value={channel} options={channelOptions} empty="全部渠道" />
      <Button type="submit">统计</Button>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; value: string; empty?: string; options: Parameters<typeof Select>[0]["options"] };

function Choice({ name, label, value, empty, options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`figures-${name}`}>{label}</label>
      <Select id={`figures-${name}`} name={name} defaultValue={value} empty={empty ?? null} options={options} />
    </div>
  );
}

function MonthField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div>
      <label htmlFor={`figures-${name}`}>{label}</label>
      <TextInput id={`figures-${name}`} name={name} defaultValue={value} inputMode="numeric" size={9} placeholder="YYYY-MM" />
    </div>
  );
}
