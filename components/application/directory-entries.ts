import type { DirectoryEntry } from "@/components/ui/Directory";
import { type FormDefinition, gateBefore, isBlocking } from "@/lib/forms/business";
import { hasContent, type Section } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { statusOfSection } from "@/lib/forms/issues";
import type { LicensingContext } from "@/lib/licensing/context";
import type { ApplicationFacts, RemarkNote } from "./types";

type Form = FormDefinition<LicensingContext>;

export const sectionPath = (applicationId: string, section: string): string => `/applications/${applicationId}/sections/${section}`;

/** 这一页现在能不能改。 */
export function isOpen({ openSections }: Pick<ApplicationFacts, "openSections">, section: string): boolean {
  return openSections === "all" || (openSections !== "none" && openSections.includes(section));
}

interface Standing {
  form: Form;
  facts: ApplicationFacts;
  context: LicensingContext;
  issues: readonly Issue[];
  current?: string;
}

/** 目录的各行：状态由不符项与意见算出，从不另存。 */
export function directoryEntries(standing: Standing): DirectoryEntry[] {
  const { form, facts, current } = standing;
  return form.sections.map((section) => ({
    href: sectionPath(facts.applicationId, section.key),
    name: section.label,
    current: section.key === current,
    ...(hasContent(section) ? {} : { checkOnly: true }),
    ...stateOf(section, standing),
  }));
}

type State = Pick<DirectoryEntry, "state" | "count" | "note">;

function stateOf(section: Section<LicensingContext>, { form, facts, context, issues }: Standing): State {
  if (!hasContent(section)) return checkState(facts, issues);
  if (!isOpen(facts, section.key)) return { state: "locked" };
  const remarks = unansweredIn(facts.remarks, section.key);
  if (remarks.length > 0) return { state: "correct", count: remarks.length };
  const gate = gateBefore(form, section.key, issues);
  if (gate) return { state: "locked", note: `请先完成${labelIn(form, gate)}` };
  const own = issues.filter((issue) => issue.section === section.key && isBlocking(issue));
  switch (statusOfSection(section, context, issues)) {
    case "untouched":
      return { state: "empty" };
    case "partial":
      return { state: "filling", count: own.length };
    case "problem":
      return { state: "issues", count: own.length };
    case "notRequired":
      return { state: "exempt", note: section.notRequired?.(context) };
    case "complete":
      return { state: "done" };
  }
}

function checkState({ state, unchanged }: ApplicationFacts, issues: readonly Issue[]): State {
  if (state !== "draft" && state !== "correction") return { state: "done", note: "已提交" };
  const left = issues.filter(isBlocking).length;
  if (left > 0) return { state: "empty", note: `还有 ${left} 项未通过` };
  return { state: "empty", note: unchanged ? "还没有修改" : "可以提交" };
}

export const labelIn = (form: Form, key: string): string => form.sections.find((section) => section.key === key)?.label ?? key;

/** 还没答复的意见；提示也列出，但只有必须修改的挡住提交。 */
export function unansweredIn(remarks: readonly RemarkNote[], section: string): RemarkNote[] {
  return remarks.filter((remark) => remark.section === section && remark.answer === undefined);
}

/** 「2 / 7 已完成」，只列不符项的资料提交不算；锁定的不算在内（还没开放的算），都锁定了就说已锁定。 */
export function progressOf(entries: readonly DirectoryEntry[]): string {
  const pages = entries.filter((entry) => !entry.checkOnly);
  const open = pages.filter((entry) => entry.state !== "locked" || entry.note !== undefined);
  if (open.length === 0) return "已锁定";
  const done = open.filter((entry) => entry.state === "done" || entry.state === "exempt").length;
  return `${done} / ${open.length} 已完成${open.length < pages.length ? "，其余已锁定" : ""}`;
}
