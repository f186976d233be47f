import { registrationFields } from "@/lib/enterprise/particulars";
import type { BaseContext } from "@/lib/forms/answers";
import { defineSection, type Field, type FieldGroup, type Slot } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";
import { material } from "../procedures/materials";
import { netAssetPercent, netAssetsRule } from "../rules/net-assets";
import { organisationCodeRule } from "../rules/organisation-code";
import { shareholdingRule } from "../rules/shareholding";
import { notInFuture } from "./dates";
import { promiseSlot } from "./promise";
import { registered } from "./registered";
import { shareholders } from "./shareholders";

/** 登记信息原样列出、不可修改。 */
const fromRegistration = ({ title, fields }: FieldGroup<BaseContext>): FieldGroup<LicensingContext> => ({ title, fields: fields.map(({ key }) => registered(key)) });

const finance: readonly Field<LicensingContext>[] = [
  { key: "totalAssets", label: "总资产（万元）", kind: "decimal", min: 0.000001 },
  { key: "netAssets", label: "净资产（万元）", kind: "decimal", help: "可以为负" },
  {
    key: "netAssetRatio", label: "净资产占比", kind: "decimal", source: "由净资产除以总资产得出",
    derive: ({ section }) => {
      const percent = netAssetPercent(section);
      return percent === undefined ? "" : `${percent.toFixed(2)}%`;
    },
  },
  { key: "financeAsOf", label: "财务数据截止日期", kind: "date", check: notInFuture },
  { key: "auditReportNo", label: "审计报告文号", kind: "text", required: false, maxLength: 80 },
];

const situation: readonly Field<LicensingContext>[] = [
  { key: "employees", label: "职工总数（人）", kind: "integer", min: 0, required: false },
  { key: "officeArea", label: "经营场所面积（平方米）", kind: "decimal", min: 0, required: false },
  { key: "safetyOrg", label: "安全生产组织和制度说明", kind: "longText", required: false, width: "full" },
];

/** 申请什么、由谁签字盖章：每件申请一份，不沿用（carried-over）。 */
export const applicationFormSlot: Slot<LicensingContext> = { key: "FORM", label: "许可证申请表（签字盖章）", template: "application-form", aliases: ["申请表"] };

const slots: readonly Slot<LicensingContext>[] = [
  applicationFormSlot,
  { key: "BIZ_LIC", label: "营业执照/事业单位法人证书", aliases: ["营业执照", "法人证书"] },
  { key: "REP_ID", label: "法定代表人身份证明", aliases: ["法定代表人身份证", "法人身份证"] },
  material({ key: "ASSETS", label: "审计报告或净资产证明", replacedByCommitment: true, aliases: ["审计报告", "净资产"] }),
  material({ key: "SAFETY", label: "安全生产组织和制度材料", replacedByCommitment: true, template: "safety-organisation", aliases: ["安全生产"] }),
  promiseSlot,
];

export const basicInformation = defineSection<LicensingContext>({
  key: "basic-information",
  label: "基本情况",
  layout: "form",
  groups: [
    ...registrationFields.map(fromRegistration),
    { title: "资产", fields: finance },
    { title: "经营情况", fields: situation },
  ],
  tables: [shareholders],
  slots,
  rules: [organisationCodeRule, netAssetsRule, shareholdingRule],
});
