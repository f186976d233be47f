import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import type { Option } from "./Select";

/** One box to tick with its words. */
export function Checkbox({ label, className, ...rest }: ComponentProps<"input"> & { label: ReactNode }) {
  return (
    <label className={classNames("choice", className)}>
      <input {...rest} type="checkbox" />
      <span>{label}</span>
    </label>
  );
}

/** One of several, with its words. */
export function Radio({ label, className, ...rest }: ComponentProps<"input"> & { label: ReactNode }) {
  return (
    <label className={classNames("choice", className)}>
      <input {...rest} type="radio" />
      <span>{label}</span>
    </label>
  );
}

type SetProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "checked" | "id"> & {
  name: string;
  options: readonly Option[];
};

export type RadioSetProps = SetProps & {
  /** Given together with onChange: controlled. */
  value?: string;
  defaultValue?: string;
};

/** Radios of one name; put them in a FieldFrame with group="radio". `register(name)` may be spread. */
export function RadioSet({ options, value, defaultValue, disabled, ...rest }: RadioSetProps) {
  return options.map((option) => (
    <Radio
      {...rest}
      {...(value !== undefined ? { checked: value === option.value } : { defaultChecked: defaultValue === option.value })}
      key={option.value}
      value={option.value}
      label={option.label}
      disabled={disabled || option.disabled}
    />
  ));
}

export type CheckboxSetProps = SetProps & {
  value?: readonly string[];
  defaultValue?: readonly string[];
};

/** Boxes of one name; put them in a FieldFrame with group="checkbox". `register(name)` may be spread. */
export function CheckboxSet({ options, value, defaultValue = [], disabled, ...rest }: CheckboxSetProps) {
  return options.map((option) => (
    <Checkbox
      {...rest}
      {...(value ? { checked: value.includes(option.value) } : { defaultChecked: defaultValue.includes(option.value) })}
      key={option.value}
      value={option.value}
      label={option.label}
      disabled={disabled || option.disabled}
    />
  ));
}
