import type { BaseContext } from "./answers";
import type { Rule, Section } from "./definition";
import type { Finding, Issue } from "./issue";
import { findingsOfSection, issuesOfSection } from "./issues";

/** 一份申请表：按序的页签，加上跨页签的规则。业务在此之上再声明办理程序与生效后的作用。 */
export interface FormDefinition<C extends BaseContext> {
  sections: readonly Section<C>[];
  crossRules: readonly Rule<C>[];
}

/** 唯一的完整性判断：目录、错误摘要、资料审核、内网自动核验都只读它。 */
export function issuesOf<C extends BaseContext>(form: FormDefinition<C>, context: C): Issue[] {
  return [
    ...form.sections.flatMap((section) => issuesOfSection(section, context)),
    ...crossFindings(form, context).filter((finding) => !finding.met),
  ];
}

/** 不符项与规则逐条的结论一同得出，每条规则只判断一遍；与 issuesOf、findingsOf 相同。 */
export function judge<C extends BaseContext>(form: FormDefinition<C>, context: C): { issues: Issue[]; findings: Finding[] } {
  const own = form.sections.map((section) => ({ section, judged: findingsOfSection(section, context) }));
  const cross = crossFindings(form, context);
  return {
    issues: [...own.flatMap(({ section, judged }) => issuesOfSection(section, context, judged)), ...cross.filter((finding) => !finding.met)],
    findings: [...own.flatMap(({ judged }) => judged), ...cross],
  };
}

/** 规则逐条的结论（要求多少、现有多少），供资料审核页与自动核验。 */
export function findingsOf<C extends BaseContext>(form: FormDefinition<C>, context: C): Finding[] {
  return [...form.sections.flatMap((section) => findingsOfSection(section, context)), ...crossFindings(form, context)];
}

function crossFindings<C extends BaseContext>(form: FormDefinition<C>, context: C): Finding[] {
  return form.crossRules.flatMap((rule) => rule.judge(context).map((finding) => ({ ...finding, rule: rule.id })));
}

export function isBlocking(issue: Issue): boolean {
  return issue.severity === "blocking";
}

/** 按键取页签；没有这个页签时为 undefined（地址栏里的键不可信）。 */
export function findSection<C extends BaseContext>(form: FormDefinition<C>, key: string): Section<C> | undefined {
  return form.sections.find((section) => section.key === key);
}

/** 挡住此页签的门：前面有声明为 gate 而未完成的页签时，返回那个页签的键。 */
export function gateBefore<C extends BaseContext>(form: FormDefinition<C>, key: string, issues: readonly Issue[]): string | undefined {
  const index = form.sections.findIndex((section) => section.key === key);
  return form.sections
    .slice(0, Math.max(index, 0))
    .find((section) => section.gate && issues.some((issue) => issue.section === section.key && isBlocking(issue)))?.key;
}
