"use client";

import { useRef, type ChangeEvent, type ComponentProps, type FocusEvent, type Ref } from "react";
import { normaliseDate, normaliseMonth } from "@/lib/forms/kinds/dates";
import { classNames } from "./class-names";
import { Icon } from "./Icon";

export type DateInputProps = Omit<ComponentProps<"input">, "type"> & {
  /** The field's name, read out with the calendar button. */
  label?: string;
};

/** A date as text, YYYY-MM-DD, so that it can be typed and pasted; the button opens the browser's calendar. */
export function DateInput(props: DateInputProps) {
  return <PickedText {...props} kind="date" tidy={normaliseDate} />;
}

/** A month as text, YYYY-MM, in the same way. */
export function MonthInput(props: DateInputProps) {
  return <PickedText {...props} kind="month" tidy={normaliseMonth} />;
}

type PickedTextProps = DateInputProps & { kind: "date" | "month"; tidy: (text: string) => string };

const shape = { date: "YYYY-MM-DD", month: "YYYY-MM" } as const;
const act = { date: "选择日期", month: "选择年月" } as const;

function PickedText({ kind, tidy, label, ref, className, onBlur, ...rest }: PickedTextProps) {
  const text = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  function leave(event: FocusEvent<HTMLInputElement>) {
    const tidied = tidy(event.target.value);
    if (tidied !== event.target.value) type(event.target, tidied);
    onBlur?.(event);
  }

  function openPicker() {
    if (!picker.current || !text.current) return;
    picker.current.value = tidy(text.current.value);
    picker.current.showPicker();
  }

  function pick(event: ChangeEvent<HTMLInputElement>) {
    if (!text.current) return;
    type(text.current, event.target.value);
    text.current.focus();
  }

  return (
    <>
      <input
        {...rest}
        ref={(node) => join(node, text, ref)}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={shape[kind]}
        onBlur={leave}
        className={classNames("in d", className)}
      />
      {!rest.readOnly && (
        <>
          <input ref={picker} className="pick" type={kind} tabIndex={-1} aria-hidden="true" onChange={pick} />
          <button
            type="button"
            className="cal"
            aria-label={label ? `${act[kind]}：${label}` : act[kind]}
            disabled={rest.disabled}
            onClick={openPicker}
          >
            <Icon name="calendar" />
          </button>
        </>
      )}
    </>
  );
}

/** Writes as a person would, so that React and react-hook-form hear of it. */
function type(input: HTMLInputElement, value: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function join(node: HTMLInputElement | null, own: { current: HTMLInputElement | null }, given?: Ref<HTMLInputElement>) {
  own.current = node;
  const leaveGiven = typeof given === "function" ? given(node) : undefined;
  if (given && typeof given === "object") given.current = node;
  return () => {
    own.current = null;
    if (typeof leaveGiven === "function") leaveGiven();
    else if (typeof given === "function") given(null);
    else if (given) given.current = null;
  };
}
