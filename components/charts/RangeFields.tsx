import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import { customPeriod, type Period, type PeriodChoice } from "@/lib/workflow/period";

export type RangeChoiceProps = { name: string; label: string; value: string; empty?: string; options: Parameters<typeof Select>[0]["options"] };

/** 统计范围的一格。 */
export function RangeChoice({ name, label, value, empty, options }: RangeChoiceProps) {
  return (
    <div>
      <label htmlFor={`figures-${name}`}>{label}</label>
      <Select id={`figures-${name}`} name={name} defaultValue={value} empty={empty ?? null} options={options} />
    </div>
  );
}

/** 期间；选了自定义的才有起讫两格。 */
export function PeriodFields({ period, choices }: { period: Period; choices: readonly PeriodChoice[] }) {
  return (
    <>
      <RangeChoice name="period" label="期间" value={period.key} options={choices} />
      {period.key === customPeriod && (
        <>
          <MonthField name="from" label="从" value={period.from} />
          <MonthField name="to" label="到" value={period.to} />
        </>
      )}
    </>
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
