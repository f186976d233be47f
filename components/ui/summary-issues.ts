import type { SummaryIssue } from "./ErrorSummary";

/** 逐格的提示照页面的次序列在摘要里，各带到自己的一格；不论服务端先说哪一处。 */
export const issuesInOrder = (order: readonly string[], faults: Readonly<Record<string, string>>, idOf: (key: string) => string): SummaryIssue[] =>
  order.flatMap((key) => (faults[key] ? [{ href: `#${idOf(key)}`, text: faults[key] }] : []));
