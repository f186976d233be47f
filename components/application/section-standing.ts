import type { DirectoryEntry } from "@/components/ui/Directory";
import { type FormDefinition, issuesOf } from "@/lib/forms/business";
import type { Issue } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { directoryEntries } from "./directory-entries";
import type { ApplicationFacts } from "./types";

/** 一个页签从整份申请表得知的；由服务端算好，页签初次画出不必带着别的页签的声明。 */
export interface SectionStanding {
  entries: readonly DirectoryEntry[];
  /** 跨页签的规则里，落在本页的不符项。 */
  crossing: readonly Issue[];
}

export function sectionStanding(form: FormDefinition<LicensingContext>, facts: ApplicationFacts, section: string): SectionStanding {
  const { context } = facts;
  const issues = issuesOf(form, context);
  return {
    entries: directoryEntries({ form, facts, context, issues, current: section }),
    crossing: crossingOf(form, issues).filter((issue) => issue.section === section),
  };
}

/** 跨页签规则得出的不符项。 */
export function crossingOf(form: FormDefinition<LicensingContext>, issues: readonly Issue[]): Issue[] {
  const cross = new Set(form.crossRules.map((rule) => rule.id));
  return issues.filter((issue) => issue.rule !== undefined && cross.has(issue.rule));
}
