import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A line of text. Spread `register(...)` or plain input attributes into it. */
export function TextInput({ className, type = "text", autoComplete = "off", ...rest }: ComponentProps<"input">) {
  return <input {...rest} type={type} autoComplete={autoComplete} className={classNames("in", className)} />;
}

/** Several lines of text. */
export function TextArea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} rows={rows} className={classNames("in", className)} />;
}
