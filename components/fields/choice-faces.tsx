import type { Ref } from "react";
import { Checkbox, CheckboxSet, RadioSet } from "@/components/ui/Choices";
import { Select } from "@/components/ui/Select";
import { choicesOf, type Face } from "./face";
import { PlainDisplay } from "./text-faces";

export const selectFace: Face<string> = {
  Input: ({ control, name, value, options, disabled, inputRef, onChange, onBlur }) => (
    <Select
      {...control}
      name={name}
      value={value}
      disabled={disabled}
      ref={inputRef as Ref<HTMLSelectElement>}
      options={withPresent(choicesOf(options), value)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  ),
  Display: PlainDisplay,
};

/** 已存的值不在现有选项里时仍要看得见，由引擎提示重新选择。 */
function withPresent(choices: { value: string; label: string }[], value: string) {
  return value === "" || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }];
}

export const radioFace: Face<string> = {
  group: "radio",
  Input: ({ name, value, options, disabled, onChange, onBlur }) => (
    <RadioSet
      name={name}
      value={value}
      disabled={disabled}
      options={choicesOf(options)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  ),
  Display: PlainDisplay,
};

export const multiSelectFace: Face<string[]> = {
  group: "checkbox",
  Input: ({ name, value, options, disabled, onChange, onBlur }) => {
    const choices = choicesOf(options);
    const toggle = (code: string, on: boolean) =>
      onChange(choices.map((choice) => choice.value).filter((other) => (other === code ? on : value.includes(other))));
    return (
      <CheckboxSet
        name={name}
        value={value}
        disabled={disabled}
        options={choices}
        onChange={(event) => toggle(event.target.value, event.target.checked)}
        onBlur={onBlur}
      />
    );
  },
  Display: PlainDisplay,
};

export const checkboxFace: Face<boolean> = {
  Input: ({ control, name, value, disabled, inputRef, onChange, onBlur }) => (
    <Checkbox
      {...control}
      name={name}
      checked={value}
      disabled={disabled}
      ref={inputRef as Ref<HTMLInputElement>}
      label="是"
      onChange={(event) => onChange(event.target.checked)}
      onBlur={onBlur}
    />
  ),
  Display: PlainDisplay,
};
