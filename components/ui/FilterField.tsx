import type { ReactNode } from "react";
import type { Misread } from "@/lib/forms/address-filters";
import { FieldError } from "./FieldFrame";

/** What a control of a filter carries: what is in it, and that it could not be read. */
export interface FilterControl {
  id: string;
  defaultValue: string | undefined;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

type FilterFieldProps = { id: string; label: string; value: string | undefined; misread?: Misread | undefined; children: (control: FilterControl) => ReactNode };

/** One field of a filter in the address: what could not be read stays as it was typed, with the reason under it. */
export function FilterField({ id, label, value, misread, children }: FilterFieldProps) {
  const error = `${id}-error`;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children({ id, defaultValue: misread?.typed ?? value, ...(misread ? { "aria-describedby": error, "aria-invalid": true as const } : {}) })}
      {misread && <FieldError id={error}>{misread.message}</FieldError>}
    </div>
  );
}
