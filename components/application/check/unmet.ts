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
  /** 「需 ≥ 15%」「必填」。 */
  duty?: string;
  /** 「现为 12.4%」「未填写」。 */
  present: string;
}

export interface UnmetGroup {
  section: string;
  label: string;
  lines: UnmetLine[];
}

/** 字段与附件自己的不符没有「需多少」，说「必填，未填写」。 */
const standingOf = (issue: Issue): string => {
  if (issue.nature === "wrong") return "填写有误";
  return issue.slot ? "未上传" : issue.field ? "未填写" : "不足";
};

const dutyOf = (issue: Issue): string | undefined => {
  if (issue.need !== undefined) return `需 ${issue.need}`;
  if (issue.nature === "wrong") return undefined;
  return issue.slot ? "必须上传" : issue.field ? "必填" : undefined;
};

function lineOf(issue: Issue | Finding, applicationId: string): UnmetLine {
  const text = "label" in issue && issue.label ? issue.label : issue.message.replace(/未(填写|上传)$/, "");
  const href = `${sectionPath(applicationId, issue.section)}#${anchorOf(issue)}`;
  return { key: `${href} ${issue.rule ?? ""} ${issue.message}`, href, text, duty: dutyOf(issue), present: issue.present === undefined ? standingOf(issue) : `现为 ${issue.present}` };
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
