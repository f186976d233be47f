import { answersOf, type Row, textOf } from "@/lib/forms/answers";
import { defineSection, type Field, type Table, type Total } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";
import { highestLevelOf } from "../items";
import { material } from "../procedures/materials";
import { TECHNICIANS } from "../places";
import { techniciansRule } from "../rules/technicians";
import { needOf } from "../rules/quota";
import { countTechnicians, holdsTitle } from "../staff";
import { educationFields, employmentFields, identityFields, mobileField, titleFields } from "./person-fields";

const isTechLeader: Field<LicensingContext> = {
  key: "isTechLeader", label: "是否兼任技术负责人", kind: "checkbox", required: false,
  check: (value, { own, context }) => {
    const lead = textOf(answersOf(context.answers, "technical-lead"), "idNo");
    return value === true && lead !== "" && lead !== textOf(own, "idNo") ? "请核对，技术负责人页签上登记的是另一人" : undefined;
  },
};

function totals(rows: readonly Row[], context: LicensingContext): Total[] {
  const count = countTechnicians(rows);
  const level = highestLevelOf(context);
  return [
    { label: "电力相关技术人员总数", value: String(count.total), ...needOf(count.total, level?.technicians.value) },
    { label: "高级", value: String(count.senior) },
    { label: "中级", value: String(count.intermediate) },
    { label: "中级以上", value: String(count.intermediateOrAbove), ...needOf(count.intermediateOrAbove, level?.intermediateTechnicians.value) },
    { label: "初级", value: String(count.junior) },
  ];
}

const table: Table<LicensingContext> = {
  key: TECHNICIANS.table,
  label: "电力相关技术人员",
  rowLabel: "技术人员",
  groups: [
    { title: "个人信息", fields: [...identityFields, mobileField] },
    { title: "学历与职称", fields: [...educationFields, ...titleFields] },
    { title: "任职", fields: [...employmentFields, isTechLeader] },
  ],
  slots: [
    material({ key: "TE_TITLE", label: "职称证书", deferrable: true, replacedByCommitment: true, aliases: ["职称证书", "职称"] }),
    material({ key: "TE_SS", label: "社会保险缴纳证明", deferrable: true, replacedByCommitment: true, aliases: ["社会保险", "社保"] }),
  ],
  presentation: "sheet",
  columns: ["name", "idNo", "titleLevel", "titleSpecialty", "post", "mobile"],
  titleField: "name",
  min: 1,
  unique: { field: "idNo", message: "身份证号码与其他行重复，同一人只能登记一次" },
  addLabel: "＋",
  editLabel: "编辑",
  spreadsheet: true,
  views: [
    { label: "高级", matches: holdsTitle("senior") },
    { label: "中级以上", matches: holdsTitle("intermediateOrAbove") },
  ],
  totals,
};

export const technicians = defineSection<LicensingContext>({
  key: TECHNICIANS.section,
  label: "电力相关技术人员",
  layout: "roster",
  groups: [],
  tables: [table],
  slots: [],
  rules: [techniciansRule],
});
