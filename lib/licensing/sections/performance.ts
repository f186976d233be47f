import { type Row, textOf } from "@/lib/forms/answers";
import { defineSection, type Field, type Slot, type Table, type Total } from "@/lib/forms/definition";
import { categories } from "@/lib/terms/categories";
import { codesOf } from "@/lib/terms/option-map";
import { projectKinds, projectQualities, unitsOfMeasure, voltageClasses } from "@/lib/terms/project";
import type { LicensingContext } from "../context";
import { highestLevelOf } from "../items";
import { material } from "../procedures/materials";
import { PERFORMANCE } from "../places";
import { activityWords, type PerformanceDemands, performanceDemands, performanceRuleFor } from "../rules/performance";
import { notInFuture } from "./dates";

const project: readonly Field<LicensingContext>[] = [
  { key: "category", label: "业绩类别", kind: "select", options: categories, help: "承装、承修、承试的业绩分别填写" },
  { key: "projectName", label: "工程名称", kind: "text", width: "full" },
  { key: "owner", label: "建设单位（业主）", kind: "text" },
  { key: "generalContractor", label: "总包/委托单位", kind: "text", required: false },
  { key: "region", label: "工程地点", kind: "region" },
  { key: "voltage", label: "电压等级", kind: "select", options: voltageClasses },
  { key: "kind", label: "工程类别", kind: "select", options: projectKinds },
  { key: "quantity", label: "工程规模（数量）", kind: "decimal", min: 0.000001 },
  { key: "unit", label: "单位", kind: "select", options: unitsOfMeasure, width: "short" },
  { key: "capacity", label: "变电容量（兆伏安）", kind: "decimal", min: 0, required: false },
];

const contract: readonly Field<LicensingContext>[] = [
  { key: "contractNo", label: "合同编号", kind: "text", maxLength: 80 },
  { key: "contractAmount", label: "合同金额（万元）", kind: "decimal", min: 0 },
  { key: "contractDate", label: "合同签订日期", kind: "date", check: notInFuture },
  { key: "startOn", label: "开工日期", kind: "date", check: notInFuture },
  { key: "completedOn", label: "竣工日期", kind: "date", notBefore: { key: "startOn", label: "开工日期" }, check: notInFuture },
  { key: "acceptedOn", label: "验收日期", kind: "date", required: false, notBefore: { key: "startOn", label: "开工日期" }, check: notInFuture },
  { key: "quality", label: "工程质量", kind: "select", options: projectQualities, help: "不合格的不计入业绩" },
  { key: "licenceNoAtTime", label: "施工时许可证编号", kind: "text", required: false, maxLength: 60 },
  { key: "contactName", label: "业主联系人", kind: "text", required: false, maxLength: 50 },
  { key: "contactPhone", label: "联系电话", kind: "phone", required: false },
];

const slots: readonly Slot<LicensingContext>[] = [
  material({ key: "PF_CONTRACT", label: "工程合同", deferrable: true, replacedByCommitment: true, aliases: ["合同"] }),
  material({
    key: "PF_ACCEPTANCE", label: "竣工验收/交接试验/维修证明", deferrable: true, replacedByCommitment: true, aliases: ["验收", "交接试验", "维修证明"],
  }),
];

/** 按类别、工程电压等级汇总项数；没有业绩的不列。 */
function totals(rows: readonly Row[]): Total[] {
  return codesOf(categories).flatMap((category) => {
    const own = rows.filter((row) => textOf(row, "category") === category);
    const byVoltage = codesOf(voltageClasses).flatMap((voltage) => {
      const count = own.filter((row) => textOf(row, "voltage") === voltage).length;
      return count === 0 ? [] : [{ label: `${categories[category]} ${voltageClasses[voltage]}`, value: `${count} 项` }];
    });
    return own.length === 0 ? [] : [{ label: `${categories[category]}合计`, value: `${own.length} 项` }, ...byVoltage];
  });
}

const table: Table<LicensingContext> = {
  key: PERFORMANCE.table,
  label: "工程业绩表",
  rowLabel: "业绩",
  groups: [
    { title: "工程", fields: project },
    { title: "合同与竣工", fields: contract },
  ],
  slots,
  presentation: "sheet",
  columns: ["category", "projectName", "owner", "voltage", "kind", "quantity", "unit", "completedOn", "quality"],
  titleField: "projectName",
  addLabel: "+",
  editLabel: "修改",
  chooseFirst: "category",
  spreadsheet: true,
  views: codesOf(categories).map((category) => ({ label: categories[category], matches: (row) => textOf(row, "category") === category })),
  totals,
};

const period: readonly Field<LicensingContext>[] = [
  { key: "consecutiveFrom", label: "连续从事活动起始", kind: "month", required: false, check: notInFuture, help: "级别要求业绩的，申请承试须填写" },
  { key: "consecutiveTo", label: "连续从事活动截止", kind: "month", required: false, notBefore: { key: "consecutiveFrom", label: "连续从事活动起始" }, check: notInFuture },
];

/** 页签总在；级别都不要求业绩时说明「本级别不要求」（决定五）。 */
export const performanceSection = (demands: PerformanceDemands) =>
  defineSection<LicensingContext>({
    key: PERFORMANCE.section,
    label: "规定年限内主要业绩",
    layout: "roster",
    groups: [{ title: "连续从事活动", note: `承修、承试填写，须为${activityWords("repair", "testing")}`, fields: period }],
    tables: [table],
    slots: [],
    rules: [performanceRuleFor(demands)],
    notRequired: (context) => (highestLevelOf(context) && demands(context).length === 0 ? "本级别不要求" : undefined),
  });

export const performance = performanceSection(performanceDemands);
