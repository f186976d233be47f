import { numberOf, type Row, textOf } from "@/lib/forms/answers";
import type { Field, Table } from "@/lib/forms/definition";
import { checkIdNumber, checkUscc } from "@/lib/forms/identifiers";
import { contributionMethods, shareholderIdTypes, shareholderTypes } from "@/lib/terms/enterprise";
import type { LicensingContext } from "../context";

/** 股东的证件号码按证件类型校验；「其他」只限长短。 */
const byType: Field<LicensingContext>["check"] = (value, { own, context }) => {
  const type = textOf(own, "idType");
  if (type === "uscc") return checkUscc(String(value))?.message;
  return type === "residentId" || type === "passport" ? checkIdNumber(type, String(value), context.today)?.message : undefined;
};

const fields: readonly Field<LicensingContext>[] = [
  { key: "name", label: "股东（出资人）名称", kind: "text", maxLength: 100 },
  { key: "type", label: "股东类型", kind: "select", options: shareholderTypes },
  { key: "idType", label: "证件类型", kind: "select", options: shareholderIdTypes },
  { key: "idNo", label: "证件号码", kind: "identityNumber", check: byType, mask: "identity" },
  { key: "amount", label: "认缴出资额（万元）", kind: "decimal", min: 0 },
  { key: "ratio", label: "出资比例（%）", kind: "decimal", min: 0.000001, max: 100 },
  { key: "method", label: "出资方式", kind: "select", options: contributionMethods, required: false },
  { key: "remark", label: "备注", kind: "text", required: false, width: "full" },
];

/** 出资比例合计，到六位小数为止。 */
export function ratioSum(rows: readonly Row[]): number {
  return Number(rows.reduce((sum, row) => sum + (numberOf(row, "ratio") ?? 0), 0).toFixed(6));
}

/** 股权结构：一位股东一行。 */
export const shareholders: Table<LicensingContext> = {
  key: "shareholders",
  label: "股权结构",
  rowLabel: "股东",
  groups: [{ note: "如实填写股权信息", fields }],
  presentation: "dialog",
  columns: ["name", "type", "idNo", "amount", "ratio"],
  titleField: "name",
  unique: { field: "idNo", message: "证件号码与其他行重复，同一股东只填一行" },
  addLabel: "股东+",
  editLabel: "修改",
  totals: (rows) => [
    { label: "股东", value: `${rows.length} 位` },
    { label: "出资比例合计", value: `${ratioSum(rows)}%` },
  ],
};
