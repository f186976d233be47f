import { rowsOf } from "@/lib/forms/answers";
import { defineSection, type Field, type FieldGroup } from "@/lib/forms/definition";
import { categories } from "@/lib/terms/categories";
import type { LicensingContext } from "../context";
import { categoriesOf } from "../items";
import { managementYearsText } from "../management-years";
import { safetyLeadRule, technicalLeadRule } from "../rules/leads";
import { birthFields, educationFields, employmentFields, identityFields, leadSlots, mobileField, titleFields } from "./person-fields";
import { training, workExperience } from "./work-experience";

export const responsibility: readonly Field<LicensingContext>[] = [
  { key: "categories", label: "负责类别", kind: "multiSelect", options: categories, help: "须包括申请的每个类别" },
  {
    key: "managementYears", label: "相关管理工作年限", kind: "text", source: "由下面的工作经历得出，重叠的月份只计一次",
    derive: ({ section, context }) => managementYearsText(rowsOf(section, workExperience.key), categoriesOf(context.answers), context.today),
  },
];

/** 两位负责人的字段相同。 */
const leadGroups: readonly FieldGroup<LicensingContext>[] = [
  { title: "个人信息", fields: [...identityFields, ...birthFields, mobileField] },
  { title: "学历与职称", fields: [...educationFields, ...titleFields] },
  { title: "任职", fields: [...employmentFields, ...responsibility] },
];

export const technicalLead = defineSection<LicensingContext>({
  key: "technical-lead",
  label: "技术负责人",
  layout: "form",
  groups: leadGroups,
  tables: [workExperience],
  slots: [
    ...leadSlots("TL"),
    { key: "TL_CV", label: "工作简历及业绩证明", required: false, template: "work-resume", aliases: ["简历"] },
  ],
  rules: [technicalLeadRule],
});

export const safetyLead = defineSection<LicensingContext>({
  key: "safety-lead",
  label: "安全负责人",
  layout: "form",
  groups: leadGroups,
  tables: [workExperience, training],
  slots: leadSlots("SL"),
  rules: [safetyLeadRule],
});
