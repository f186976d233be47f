import { textOf } from "@/lib/forms/answers";
import type { Condition, Field, Slot } from "@/lib/forms/definition";
import { submitterTypes } from "@/lib/terms/application";
import type { LicensingContext } from "../context";

const submittedBy = (type: string): Condition<LicensingContext> => ({ section }) => textOf(section, "submitterType") === type;

/** 谁来提交：法定代表人自己，或受委托的人；各业务共用。 */
export const submitterFields: readonly Field<LicensingContext>[] = [
  { key: "submitterType", label: "提交类型", kind: "radio", options: submitterTypes },
  { key: "submitterName", label: "提交人姓名", kind: "text", maxLength: 50 },
  { key: "submitterId", label: "提交人证件号（身份证号）", kind: "residentId", strict: true, mask: "identity" },
  { key: "submitterMobile", label: "提交人手机", kind: "mobile", mask: "phone" },
];

/** 提交类型各自要的材料，与法定代表人声明。 */
export const submitterSlots: readonly Slot<LicensingContext>[] = [
  {
    key: "SUB_SELF", label: "法定代表人自行提交声明及身份证", template: "self-submission-statement",
    visible: submittedBy("legalRepresentative"), aliases: ["自行提交"],
  },
  {
    key: "SUB_AUTH", label: "授权委托书及委托人、受托人身份证", template: "power-of-attorney",
    visible: submittedBy("agent"), aliases: ["授权委托", "委托书"],
  },
  { key: "LEGAL_STMT", label: "法定代表人声明", template: "legal-representative-statement", aliases: ["法定代表人声明", "法人声明"] },
];

/** 登记事项变更、补（换）证、注销的提交人：证件号码即「身份证号码」，没有手机一栏。 */
export const submitterWithIdentity: readonly Field<LicensingContext>[] = submitterFields
  .filter(({ key }) => key !== "submitterMobile")
  .map((field) => (field.key === "submitterId" ? { ...field, label: "身份证号码" } : field));

/** 只要提交类型各自的材料，不另要法定代表人声明。 */
export const submissionSlots: readonly Slot<LicensingContext>[] = submitterSlots.filter(({ key }) => key !== "LEGAL_STMT");
