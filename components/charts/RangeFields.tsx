import { FilterField } from "@/components/ui/FilterField";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import type { MonthRange } from "@/lib/forms/month-range";
import type { Period, PeriodChoice } from "@/lib/workflow/period";

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

const ends = [["from", "从"], ["to", "到"]] as const;

/** 期间；起讫两格总在，选了自定义的才看得见（figures.css），不用脚本。认不出的、写反了的照样放回来，旁边说明。 */
export function PeriodFields({ period, choices, asked: { read, misread } }: { period: Period; choices: readonly PeriodChoice[]; asked: MonthRange }) {
  return (
    <>
      <RangeChoice name="period" label="期间" value={period.key} options={choices} />
      <div className="months">
        {ends.map(([name, label]) => (
          <FilterField key={name} id={`figures-${name}`} label={label} value={read[name] ?? period[name]} misread={misread[name]}>
            {(control) => <TextInput name={name} inputMode="numeric" size={9} placeholder="YYYY-MM" {...control} />}
          </FilterField>
        ))}
      </div>
    </>
  );
}
