import { anchorOf, type Finding, type Issue } from "@/lib/forms/issue";
import type { FormDefinition } from "@/lib/forms/business";
import { isBlocking } from "@/lib/forms/business";
import type { LicensingContext } from "@/lib/licensing/context";
import { sectionPath } from "../directory-entries";

/** 资料审核的一条：说什么、要求多少、现有多少、去哪里改。 */
export interface UnmetLine {
  key: string;
  href: string;
  text: string;
  need?: string;
  present: string;
}

export interface UnmetGroup {
  section: string;
  label: string;
  lines: UnmetLine[];
}

const presentOf = (issue: Issue): string => issue.present ?? (issue.nature === "missing" ? (issue.slot ? "未上传" : "未填写") : "填写有误");
const needOf = (issue: Issue): string | undefined => issue.need ?? (issue.nature === "missing" ? (issue.slot ? "必须上传" : "必填") : undefined);

function lineOf(issue: Issue | Finding, applicationId: string): UnmetLine {
  const text = "label" in issue && issue.label ? issue.label : issue.message;
  const href = `${sectionPath(applicationId, issue.section)}#${anchorOf(issue)}`;
  return { key: `${href} ${issue.rule ?? ""} ${issue.message}`, href, text, need: needOf(issue), present: presentOf(issue) };
}

/** 全部挡住提交的不符项，按页签归组。 */
export function unmetGroups(form: FormDefinition<LicensingContext>, issues: readonly Issue[], applicationId: string): UnmetGroup[] {
  const blocking = issues.filter(isBlocking);
  return form.sections
    .map((section) => ({
      section: section.key,
      label: section.label,
      lines: blocking.filter((issue) => issue.section === section.key).map((issue) => lineOf(issue, applicationId)),
    }))
    .filter((group) => group.lines.length > 0);
}
