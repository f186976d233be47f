import { Button } from "@/components/ui/Button";
import { FilterField } from "@/components/ui/FilterField";
import { Link } from "@/components/ui/Link";
import { Select } from "@/components/ui/Select";
import { periodChoices } from "@/lib/workflow/period";
import { matterWord, ratableMatters } from "@/lib/evaluation/matters";
import { ratingLevels } from "@/lib/evaluation/options";
import { badLevels, badLevelsWord, type ReceivedFilter as Filter, type ReceivedQuery } from "@/lib/evaluation/received";
import { isMisread, type Misreadings } from "@/lib/forms/address-filters";
import { evaluationChannels } from "@/lib/terms/evaluation";
import type { IsoDate } from "@/lib/workflow/iso-date";

const levels = [{ value: badLevels, label: badLevelsWord }, ...ratingLevels.map(({ level, word }) => ({ value: String(level), label: word }))];
const channels = Object.entries(evaluationChannels).map(([value, label]) => ({ value, label }));
const matters = ratableMatters.map((value) => ({ value, label: matterWord(value) }));

/** 收到的评价按等级、渠道、事项、期间筛选；没有脚本也能用。 */
export function ReceivedFilter({ action, filter, misread, today }: { action: string; filter: Filter; misread: Misreadings<keyof ReceivedQuery>; today: IsoDate }) {
  const { level, channel, matter, period } = filter;
  const fields = [
    { name: "level", label: "评价", value: level, empty: "全部等级", options: levels },
    { name: "channel", label: "渠道", value: channel, empty: "全部渠道", options: channels },
    { name: "matter", label: "事项", value: matter, empty: "全部事项", options: matters },
    { name: "period", label: "期间", value: period?.key ?? "", empty: "全部期间", options: periodChoices(today).slice(0, -1) },
  ] as const;
  return (
    <form className="tools" role="search" aria-label="筛选" method="get" action={action} key={JSON.stringify([filter, misread])}>
      {fields.map(({ name, label, value, empty, options }) => (
        <FilterField key={name} id={`received-${name}`} label={label} value={value} misread={misread[name]}>
          {(control) => <Select name={name} empty={empty} options={options} {...control} />}
        </FilterField>
      ))}
      <Button type="submit">筛选</Button>
      {(isMisread(misread) || fields.some(({ value }) => value)) && <Link className="link" href={action}>清除</Link>}
    </form>
  );
}
