import { FieldError } from "@/components/ui/FieldFrame";
import { FilterField } from "@/components/ui/FilterField";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import type { Misread, Misreadings } from "@/lib/forms/address-filters";
import { type Period, type PeriodChoice, reversedWords } from "@/lib/workflow/period";

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

/** 期间；起讫两格总在，选了自定义的才看得见（figures.css），不用脚本。写反了的照样放回来，旁边说明。 */
export function PeriodFields({ period, choices, misread = {} }: { period: Period; choices: readonly PeriodChoice[]; misread?: Misreadings<"from" | "to"> }) {
  const [from, to] = period.reversed ? [period.to, period.from] : [period.from, period.to];
  const fault = period.reversed ? "figures-months-error" : undefined;
  return (
    <>
      <RangeChoice name="period" label="期间" value={period.key} options={choices} />
      <div className="months">
        <MonthField name="from" label="从" value={from} fault={fault} misread={misread.from} />
        <MonthField name="to" label="到" value={to} fault={fault} misread={misread.to} />
        {fault && <FieldError id={fault}>{reversedWords}</FieldError>}
      </div>
    </>
  );
}

type MonthFieldProps = { name: "from" | "to"; label: string; value: string; fault: string | undefined; misread: Misread | undefined };

/** 认不出的照写着的放回来，旁边说明。 */
function MonthField({ name, label, value, fault, misread }: MonthFieldProps) {
  const described = fault ? { "aria-describedby": fault, "aria-invalid": true as const } : {};
  return (
    <FilterField id={`figures-${name}`} label={label} value={value} misread={misread}>
      {(control) => <TextInput name={name} inputMode="numeric" size={9} placeholder="YYYY-MM" {...described} {...control} />}
    </FilterField>
  );
}
