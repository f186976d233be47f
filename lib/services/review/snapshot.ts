import * as z from "zod";
import type { Finding } from "@/lib/forms/issue";
import type { FactChange } from "@/lib/licensing/changes";
import type { SummarySection } from "@/lib/forms/summary";

/** 冻结的可读摘要，由 submitApplication 写入、永不修改；这里只确认形状，下同。 */
export function summaryIn(json: unknown): SummarySection[] {
  return z.array(z.looseObject({ section: z.string() })).parse(json) as unknown as SummarySection[];
}

/** 冻结的自动核验结论。 */
export function findingsIn(json: unknown): Finding[] {
  return z.array(z.looseObject({ section: z.string(), message: z.string() })).parse(json) as unknown as Finding[];
}

/** 冻结的变更前后；从前的提交没有这一项。 */
export function changesIn(json: unknown): FactChange[] {
  return z.array(z.looseObject({ label: z.string(), before: z.string(), after: z.string() })).catch([]).parse(json) as FactChange[];
}
