import type { FieldErrors, UseFormReturn } from "react-hook-form";
import type { SummaryIssue } from "@/components/ui/ErrorSummary";
import { anchorOf } from "@/lib/forms/issue";

export const fieldId = (key: string): string => anchorOf({ field: key });

export const messageOf = (errors: FieldErrors, key: string): string | undefined => {
  const message = errors[key]?.message;
  return typeof message === "string" ? message : undefined;
};

/** 错误摘要：按页面上的次序，每条都链接到字段。 */
export function summaryOf(errors: FieldErrors, order: readonly string[]): SummaryIssue[] {
  return order.flatMap((key) => {
    const text = messageOf(errors, key);
    return text === undefined ? [] : [{ href: `#${fieldId(key)}`, text }];
  });
}

/** 提示语 → 表单的错误。 */
export const asErrors = (faults: Readonly<Record<string, string>>): FieldErrors =>
  Object.fromEntries(Object.entries(faults).map(([key, message]) => [key, { type: "declared", message }]));

/** 服务器退回的提示放到各字段旁；有放下去的返回 true。 */
export function placeFaults(form: UseFormReturn, faults: Readonly<Record<string, string>>, order: readonly string[]): boolean {
  const placed = order.filter((key) => faults[key] !== undefined);
  for (const key of placed) form.setError(key, { type: "server", message: faults[key] ?? "" });
  return placed.length > 0;
}
