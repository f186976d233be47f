import { byIdType, factText } from "@/lib/enterprise/particulars";
import { textOf } from "@/lib/forms/answers";
import { type Comparison, defineSection, type Field } from "@/lib/forms/definition";
import { changeItems } from "@/lib/terms/licence-changes";
import { codesOf } from "@/lib/terms/option-map";
import { addDays } from "@/lib/workflow/iso-date";
import type { LicensingContext } from "../context";
import { afterKey, beforeKey, changeableParticulars, changedItemsText, CHANGES_SECTION } from "../particulars-changes";
import { limits } from "../rule-sets/limits";
import { particularsChangeRule } from "../rules/particulars-change";
import { notInFuture } from "./dates";
import { registrationField } from "./registered";

type LicensingField = Field<LicensingContext>;

const keys = codesOf(changeItems).flatMap((item) => changeableParticulars[item]);

/** 证件号码按变更后的证件类型校验，不合法的不能保存。 */
const strictly: Partial<Record<string, Partial<LicensingField>>> = {
  legalRepId: { strict: true, check: byIdType(afterKey("legalRepIdType")) },
};

function before(key: string): LicensingField {
  const field = registrationField(key);
  return {
    key: beforeKey(key), label: `变更前${field.label}`, kind: field.kind, ...(field.mask ? { mask: field.mask } : {}),
    derive: ({ context }) => factText(field, context.enterprise), source: "由系统带入",
  };
}

function after(key: string): LicensingField {
  const { label, kind, options, minLength, maxLength, mask } = registrationField(key) as LicensingField;
  return {
    key: afterKey(key), label: `变更后${label}`, kind, ...(options ? { options } : {}), ...(minLength ? { minLength } : {}), ...(maxLength ? { maxLength } : {}),
    ...(mask ? { mask } : {}), ...strictly[key],
  };
}

const comparison = (key: string): Comparison<LicensingContext> => ({
  label: registrationField(key).label, before: beforeKey(key), after: afterKey(key), original: ({ context }) => context.enterprise[key] ?? "",
});

/** 超过一个月才来申请的，须说明原因。 */
const isLate = (changedOn: string, today: string): boolean => changedOn !== "" && changedOn < addDays(today, -limits.registrationChangeDays.value);

const circumstances: readonly LicensingField[] = [
  {
    key: "items", label: "变更事项", kind: "text", width: "full", source: "由变更前后比较得出",
    derive: ({ section, context: { answers, enterprise } }) => changedItemsText({ answers: { ...answers, [CHANGES_SECTION]: section }, enterprise }),
  },
  { key: "regChangedOn", label: "市场监管变更登记日期", kind: "date", check: notInFuture },
  {
    key: "reason", label: "变更原因", kind: "longText", width: "full", maxLength: 500,
    help: `变更登记超过 ${limits.registrationChangeDays.value} 天的，请说明没有及时申请的原因`,
    required: ({ section, context }) => isLate(textOf(section, "regChangedOn"), context.today),
  },
];

/** 变更前后并排，几项可以一次变更；至少一项真的变了。 */
export const particularsChangesSection = defineSection<LicensingContext>({
  key: CHANGES_SECTION,
  label: "申请变更内容",
  layout: "form",
  groups: [
    {
      title: "变更前与变更后",
      note: "变更前由系统带入，不能修改。变更后已按原值填好，只改需要变更的项目；审批通过后，外网各处按变更后显示。",
      fields: keys.flatMap((key) => [before(key), after(key)]),
      comparisons: keys.map(comparison),
    },
    { title: "变更情况", fields: circumstances },
  ],
  tables: [],
  slots: [],
  rules: [particularsChangeRule],
});
