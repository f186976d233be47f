import { registrationFields } from "@/lib/enterprise/particulars";
import type { BaseContext } from "@/lib/forms/answers";
import { defineSection, type Field, fieldsOf, type Table } from "@/lib/forms/definition";
import { categories, type CategoryCode } from "@/lib/terms/categories";
import { importSheets, type ImportSheetCode } from "@/lib/terms/imports";
import { levels2020, levels2025 } from "@/lib/terms/levels";
import { codesOf, type OptionMap } from "@/lib/terms/option-map";
import { licenceStates } from "@/lib/terms/states";
import { parseLicenceNumber } from "../licence/number";
import { ruleSets } from "../rule-sets";

type ImportField = Field<BaseContext>;

/** 旧登记簿里一定有的；其余由企业认领时补齐，填了的照样核对。 */
const known: readonly string[] = ["unitName", "uscc", "enterpriseType", "region", "domicile", "legalRep"];

/** 企业一表的列：登记信息的声明，只少上级企业。 */
const enterpriseFields: readonly ImportField[] = fieldsOf(registrationFields)
  .filter(({ key }) => key !== "parentOrg")
  .map((field) => ({ ...field, required: known.includes(field.key) }));

/** 等级标准一列写「2020年标准」。 */
export const ruleSetOptions: OptionMap = Object.fromEntries(ruleSets.map((set) => [set.id, `${set.effectiveFrom.slice(0, 4)}年标准`]));

/** 库里许可证的状态；不写的为有效。 */
export const licenceStateOptions = {
  valid: licenceStates.valid,
  cancelled: licenceStates.deregistered,
  revoked: licenceStates.revoked,
  retracted: licenceStates.retracted,
  withdrawn: licenceStates.withdrawnAsPenalty,
} as const satisfies OptionMap;

/** 一个类别的等级在哪一列。 */
export const levelField = (category: CategoryCode): string => `level-${category}`;

const notInFuture: ImportField["check"] = (value, { context }) => (String(value) > context.today ? "不得晚于今天" : undefined);

const licenceFields: readonly ImportField[] = [
  { key: "uscc", label: "统一社会信用代码", kind: "uscc" },
  {
    key: "number", label: "许可证编号", kind: "text", maxLength: 40, help: "如 4-1-00033-2006",
    check: (value) => (parseLicenceNumber(String(value)) ? undefined : "请核对许可证编号，应如 4-1-00033-2006"),
  },
  { key: "ruleSetId", label: "等级标准", kind: "select", options: ruleSetOptions },
  ...codesOf(categories).map((category): ImportField => ({
    key: levelField(category), label: `${categories[category]}等级`, kind: "select", required: false, options: { ...levels2020, ...levels2025 }, help: "没有这一类的留空",
  })),
  { key: "firstIssuedOn", label: "首次发证日期", kind: "date", check: notInFuture },
  { key: "issuedOn", label: "本次发证日期", kind: "date", check: notInFuture },
  { key: "validFrom", label: "有效期自", kind: "date" },
  { key: "validTo", label: "有效期至", kind: "date" },
  { key: "state", label: "许可证状态", kind: "select", required: false, options: licenceStateOptions, help: "不填为有效；届满的不必另写" },
];

const tableOf = (key: ImportSheetCode, fields: readonly ImportField[], unique: string, message: string): Table<BaseContext> => ({
  key, label: importSheets[key], rowLabel: importSheets[key], groups: [{ fields }], presentation: "sheet", columns: [], titleField: unique,
  unique: { field: unique, message }, addLabel: "", editLabel: "", spreadsheet: true,
});

/** 导入文件的两张表：表头、必填、选项都由此得出，模板与核对共用。 */
export const importTables: Readonly<Record<ImportSheetCode, Table<BaseContext>>> = {
  enterprises: tableOf("enterprises", enterpriseFields, "uscc", "同一企业只写一行"),
  licences: tableOf("licences", licenceFields, "number", "同一许可证只写一行"),
};

/** 两张表同属的一个页签，供读表的引擎用。 */
export const importSection = defineSection<BaseContext>({
  key: "import", label: "导入", layout: "form", groups: [], tables: Object.values(importTables), slots: [],
});
