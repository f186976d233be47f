"use client";

import { useDeferredValue, useMemo } from "react";
import { type FormDefinition, issuesOf } from "@/lib/forms/business";
import type { Section } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { issuesOfSection } from "@/lib/forms/issues";
import type { LicensingContext } from "@/lib/licensing/context";

/**
 * 全部不符项：本页随写随判，别页按已存的判；跨页规则随保存更新。
 * 输入时不重判别页的名册，上千人也不拖慢打字。
 */
export function useLiveIssues(
  form: FormDefinition<LicensingContext>,
  section: Section<LicensingContext>,
  saved: LicensingContext,
  live: LicensingContext,
): readonly Issue[] {
  const stored = useMemo(() => issuesOf(form, saved), [form, saved]);
  const settled = useDeferredValue(live);
  return useMemo(() => {
    const cross = new Set(form.crossRules.map((rule) => rule.id));
    const kept = stored.filter((issue) => issue.section !== section.key || (issue.rule !== undefined && cross.has(issue.rule)));
    return [...kept, ...issuesOfSection(section, settled)];
  }, [form, section, stored, settled]);
}
