"use client";

import { useDeferredValue, useMemo } from "react";
import { type FormDefinition, issuesOf } from "@/lib/forms/business";
import type { Section } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { issuesOfSection } from "@/lib/forms/issues";
import type { LicensingContext } from "@/lib/licensing/context";
import { crossingOf } from "./section-standing";

/**
 * 全部不符项：本页随写随判，别页按已存的判；跨页规则随保存更新。整份表还没载入时只有本页的。
 * 输入时不重判别页的名册，上千人也不拖慢打字。
 */
export function useLiveIssues(
  form: FormDefinition<LicensingContext> | undefined,
  crossing: readonly Issue[],
  section: Section<LicensingContext>,
  saved: LicensingContext,
  live: LicensingContext,
): readonly Issue[] {
  const stored = useMemo(() => (form ? issuesOf(form, saved) : crossing), [form, crossing, saved]);
  const settled = useDeferredValue(live);
  return useMemo(() => {
    const kept = form ? [...stored.filter((issue) => issue.section !== section.key), ...crossingOf(form, stored).filter((issue) => issue.section === section.key)] : stored;
    return [...kept, ...issuesOfSection(section, settled)];
  }, [form, section, stored, settled]);
}
