import type { Row } from "@/lib/forms/answers";
import { defineSection, type Field, type Table, type Total } from "@/lib/forms/definition";
import { certificateKinds, electricianCategories, electricianIssuers } from "@/lib/terms/electrician";
import { educations } from "@/lib/terms/person";
import type { LicensingContext } from "../context";
import { highestLevelOf } from "../items";
import { material } from "../procedures/materials";
import { SKILLED_WORKERS } from "../places";
import { needOf } from "../rules/quota";
import { skilledWorkersRule } from "../rules/skilled-workers";
import { countSkilledWorkers, worksInGroup } from "../staff";
import { notInFuture } from "./dates";
import { derivedGender, mobileField } from "./person-fields";

const person: readonly Field<LicensingContext>[] = [
  { key: "name", label: "姓名", kind: "text", maxLength: 50 },
  {
    key: "idNo", label: "身份证号码", kind: "residentId", strict: true, index: "electrician", mask: "identity",
    help: "同一电工的身份证号码只能使用一次",
  },
  derivedGender,
  { ...mobileField, required: false },
  { key: "education", label: "学历", kind: "select", options: educations, required: false },
  { key: "socialSecurityFrom", label: "社会保险缴纳起始月", kind: "month", required: false, check: notInFuture },
];

export const certificateFields: readonly Field<LicensingContext>[] = [
  { key: "issuer", label: "电工发证机关", kind: "select", options: electricianIssuers },
  { key: "certType", label: "证书类型", kind: "select", options: certificateKinds },
  { key: "workCategory", label: "作业类别", kind: "multiSelect", options: electricianCategories },
  { key: "certNo", label: "证书编号", kind: "text", maxLength: 60, mask: "identity", help: "特种作业操作证为 T 加身份证号码" },
  { key: "firstIssuedOn", label: "初领日期", kind: "date", check: notInFuture },
  { key: "validFrom", label: "有效期起", kind: "date", check: notInFuture },
  {
    key: "validTo", label: "有效期止", kind: "date",
    notBefore: { key: "validFrom", label: "有效期起" },
    check: (value, { context }) => (String(value) < context.today ? "证书已过有效期" : undefined),
  },
  { key: "reviewBy", label: "复审日期", kind: "date", required: false },
];

function totals(rows: readonly Row[], context: LicensingContext): Total[] {
  const count = countSkilledWorkers(rows, context.today);
  const level = highestLevelOf(context);
  return [
    { label: "电工人员总数", value: String(count.total), ...needOf(count.total, level?.skilledWorkers.value) },
    { label: "高压", value: String(count.highVoltage), ...needOf(count.highVoltage, level?.highVoltageElectricians.value) },
    { label: "低压", value: String(count.lowVoltage) },
    { label: "特种", value: String(count.special) },
    ...(count.expired > 0 ? [{ label: "证书过期不计", value: String(count.expired) }] : []),
  ];
}

const table: Table<LicensingContext> = {
  key: SKILLED_WORKERS.table,
  label: "电工信息",
  rowLabel: "电工",
  groups: [
    { title: "证书", fields: certificateFields },
    { title: "个人信息", fields: person },
  ],
  slots: [
    material({ key: "WORKER_CERT", label: "电工证书扫描件", deferrable: true, replacedByCommitment: true, aliases: ["操作证", "电工证", "证书"] }),
    { key: "WORKER_ID", label: "身份证扫描件", aliases: ["身份证"] },
    material({ key: "WORKER_SS", label: "社会保险缴纳证明", deferrable: true, replacedByCommitment: true, aliases: ["社会保险", "社保"] }),
  ],
  presentation: "sheet",
  columns: ["name", "idNo", "issuer", "workCategory", "certNo", "validTo"],
  titleField: "name",
  min: 1,
  unique: { field: "idNo", message: "身份证号码与其他行重复，同一电工的身份证号码只能使用一次" },
  addLabel: "+",
  editLabel: "编辑",
  chooseFirst: "issuer",
  spreadsheet: true,
  views: [
    { label: "高压", matches: worksInGroup("highVoltage") },
    { label: "低压", matches: worksInGroup("lowVoltage") },
    { label: "特种", matches: worksInGroup("special") },
  ],
  totals,
};

export const skilledWorkers = defineSection<LicensingContext>({
  key: SKILLED_WORKERS.section,
  label: "电力相关专业技能人员",
  layout: "roster",
  groups: [],
  tables: [table],
  slots: [],
  rules: [skilledWorkersRule],
});
