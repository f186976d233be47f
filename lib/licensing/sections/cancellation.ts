import { textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field, type FieldGroup, type Slot } from "@/lib/forms/definition";
import { cancellationGrounds, paperLicenceReturns } from "@/lib/terms/licence-changes";
import type { LicensingContext } from "../context";
import { licenceNumberField } from "./current-licence";
import { registered } from "./registered";
import { submissionSlots, submitterWithIdentity } from "./submitter";

/** 许可证注销页签的键。 */
export const CANCELLATION_SECTION = "cancellation";

/** 只读的两块：由企业注册带来，修改要去「我的信息」。 */
const broughtOver = (title: string, fields: readonly Field<LicensingContext>[]): FieldGroup<LicensingContext> => ({
  title,
  fields,
  note: "由企业注册的信息带来，不能在此修改；要修改请到",
  link: { label: "“我的信息”—“企业信息修改”", href: "/profile" },
});

const groundIsNot = (ground: string): Condition<LicensingContext> => ({ section }) => !["", ground].includes(textOf(section, "ground"));

const matters: readonly Field<LicensingContext>[] = [
  { key: "ground", label: "注销事由", kind: "select", options: cancellationGrounds },
  {
    key: "effectiveOn", label: "拟注销日期", kind: "date", required: false,
    check: (value, { context }) => (String(value) < context.today ? "不得早于今天" : undefined),
  },
  { key: "detail", label: "注销事项", kind: "longText", width: "full", minLength: 10, maxLength: 1000, help: "说明注销的原因、在建工程与人员的安排" },
  { key: "paperLicence", label: "许可证正副本交回", kind: "radio", width: "full", options: paperLicenceReturns },
];

const slots: readonly Slot<LicensingContext>[] = [
  { key: "CA_FORM", label: "注销申请表", template: "cancellation-form", aliases: ["注销申请", "申请表"] },
  { key: "CA_DOC", label: "股东会决议或终止证明", visible: groundIsNot("voluntary"), aliases: ["决议", "终止证明"] },
  { key: "OLD_LIC", label: "原许可证正、副本", visible: ({ section }) => textOf(section, "paperLicence") === "returned", aliases: ["原许可证", "许可证"] },
  { key: "CA_PROJ", label: "在建工程处置说明", required: false, aliases: ["在建工程", "处置说明"] },
  ...submissionSlots.filter(({ key }) => key === "SUB_AUTH"),
];

/** 许可证注销只有一页。 */
export const cancellationSection = defineSection<LicensingContext>({
  key: CANCELLATION_SECTION,
  label: "许可证注销",
  layout: "check",
  gate: true,
  groups: [
    broughtOver("企业信息", [...["unitName", "uscc", "enterpriseType", "registrationType", "legalRep", "legalRepIdType"].map((key) => registered(key)), licenceNumberField("licenceNo", "许可证号")]),
    broughtOver("联系方式", ["mailingAddress", "contact", "contactMobile", "phone", "email"].map((key) => registered(key))),
    { title: "注销事项", fields: matters },
    { title: "提交人", fields: submitterWithIdentity },
  ],
  tables: [],
  slots,
});
