import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };

export type SelectProps = ComponentProps<"select"> & {
  options: readonly (Option | OptionGroup)[];
  /** The first, empty choice. Null leaves it out. */
  empty?: string | null;
};

/** The native list of choices: right on phones, with any keyboard and any reader. */
export function Select({ options, empty = "请选择", className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={classNames("in", className)}>
      {empty !== null && <option value="">{empty}</option>}
      {options.map((entry) =>
        "options" in entry ? (
          <optgroup key={entry.label} label={entry.label}>
            {entry.options.map(choice)}
          </optgroup>
        ) : (
          choice(entry)
        ),
      )}
    </select>
  );
}

function choice({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
