"use client";

import { ErrorSummary } from "@/components/ui/ErrorSummary";
import type { Section } from "@/lib/forms/definition";
import { anchorOf, type Issue } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import type { SectionPage } from "./use-section-page";

/** 错误摘要：与字段旁同样的话，每条带到它的字段；在行里的先打开那一行。 */
export function SectionErrors({ section, page, title }: { section: Section<LicensingContext>; page: SectionPage; title?: string }) {
  const { reported, draft } = page;
  const shown = [...draft.refused.filter((issue) => !reported.shown.some((other) => sameAs(issue, other))), ...reported.shown];
  // 还没按过保存或下一步：只在字段旁说，不出摘要
  if (reported.attempt === 0 && draft.refused.length === 0) return null;
  return (
    <ErrorSummary
      attempt={reported.attempt}
      title={title ?? `有 ${shown.length} 处需要修改`}
      issues={shown.slice(0, LISTED).map((issue) => ({ href: `#${anchorOf(issue)}`, text: issue.message, onSelect: () => openRowOf(issue, section, page) }))}
    >
      {shown.length > LISTED && <p>另有 {shown.length - LISTED} 处没有列出；名册可以用“有问题”筛选，逐行修改。</p>}
    </ErrorSummary>
  );
}

/** 千人名册可能有几千处，摘要只列得下这么多。 */
const LISTED = 50;

const sameAs = (a: Issue, b: Issue): boolean => anchorOf(a) === anchorOf(b);

/** 不符项在一行里：打开那一行的编辑器，字段才在页面上。 */
export function openRowOf(issue: Pick<Issue, "table" | "row">, section: Section<LicensingContext>, { draft, editing }: SectionPage): void {
  const table = section.tables.find((one) => one.key === issue.table);
  const row = table && draft.tables[table.key]?.find((one) => one.rowId === issue.row);
  if (table && row && editing.open?.row.rowId !== row.rowId) editing.edit(table, row);
}
