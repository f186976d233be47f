import { textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field, type Slot } from "@/lib/forms/definition";
import { applicationNatures, procedures, submitterTypes } from "@/lib/terms/application";
import { categories } from "@/lib/terms/categories";
import type { LicensingContext } from "../context";
import { CATEGORY_SECTION, itemText, levelOptions } from "../items";
import { findLevel } from "../rule-sets";
import { firstApplicationLevelRule } from "../rules/application-level";

type Of = Condition<LicensingContext>;
type LicensingField = Field<LicensingContext>;

const submittedBy = (type: string): Of => ({ section }) => textOf(section, "submitterType") === type;
const natureIs = (nature: string): Of => ({ section }) => textOf(section, "nature") === nature;
const isDeferred: Of = ({ context }) => context.procedure === "conditionalAcceptance";

/** 级别须属于现行所用的规则，且不是只由换算得来的。 */
const knownLevels: LicensingField["check"] = (value, { context }) => {
  const chosen = Object.entries(value as Record<string, string>).filter(([, level]) => level !== "");
  const wrong = chosen.find(([category, code]) => {
    const level = findLevel(context.ruleSet, code);
    return !Object.hasOwn(categories, category) || !level || level.onlyByConversion;
  });
  return wrong && `请重新选择级别，现行规则下不能申请${itemText(context.ruleSet, { category: wrong[0], level: wrong[1] })}`;
};

const choice: readonly LicensingField[] = [
  { key: "nature", label: "申请性质", kind: "radio", options: applicationNatures },
  { key: "route", label: "办理方式", kind: "text", derive: ({ context }) => procedures[context.procedure], source: "开始申请时确定" },
  {
    key: "items", label: "申请类别与级别", kind: "levelMatrix", width: "full", check: knownLevels,
    options: ({ section, context }) => levelOptions(context, section),
    help: "承装、承修、承试可以同时选择，每个类别选一个级别；各类别的材料分别提供",
  },
];

const submitter: readonly LicensingField[] = [
  { key: "submitterType", label: "提交类型", kind: "radio", options: submitterTypes },
  { key: "submitterName", label: "提交人姓名", kind: "text", maxLength: 50 },
  { key: "submitterId", label: "提交人证件号（身份证号）", kind: "residentId", strict: true, mask: "identity" },
  { key: "submitterMobile", label: "提交人手机", kind: "mobile", mask: "phone" },
];

const slots: readonly Slot<LicensingContext>[] = [
  {
    key: "SUB_SELF", label: "法定代表人自行提交声明及身份证", template: "self-submission-statement",
    visible: submittedBy("legalRepresentative"), aliases: ["自行提交"],
  },
  {
    key: "SUB_AUTH", label: "授权委托书及委托人、受托人身份证", template: "power-of-attorney",
    visible: submittedBy("agent"), aliases: ["授权委托", "委托书"],
  },
  { key: "LEGAL_STMT", label: "法定代表人声明", template: "legal-representative-statement", aliases: ["法定代表人声明", "法人声明"] },
  { key: "MERGE_DOC", label: "合并协议/决议及市场监管登记证明", visible: natureIs("afterMerger"), aliases: ["合并"] },
  { key: "SPLIT_DOC", label: "分立协议/决议及市场监管登记证明", visible: natureIs("afterDivision"), aliases: ["分立"] },
  { key: "DEFER", label: "容缺受理申请及补齐承诺", template: "deferral-request", visible: isDeferred, aliases: ["容缺"] },
];

/** 第一个页签：未完成时后面的页签不开放。 */
export const applicationCategory = defineSection<LicensingContext>({
  key: CATEGORY_SECTION,
  label: "申请类别",
  layout: "form",
  gate: true,
  groups: [
    { title: "申请内容", fields: choice },
    { title: "提交人", fields: submitter },
  ],
  tables: [],
  slots,
  rules: [firstApplicationLevelRule],
});
