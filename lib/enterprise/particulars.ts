import { type Answers, type BaseContext, isRecord, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { defineSection, type Field, type FieldGroup, fieldsOf } from "@/lib/forms/definition";
import { checkIdNumber } from "@/lib/forms/identifiers";
import type { Issue } from "@/lib/forms/issue";
import { issuesOfSection } from "@/lib/forms/issues";
import { kindOf } from "@/lib/forms/kinds";
import { enterpriseTypes, registrationTypes } from "@/lib/terms/enterprise";
import { idTypes, type IdTypeCode } from "@/lib/terms/person";
import { isCodeOf } from "@/lib/terms/option-map";
import { faultInName } from "./written-name";

type RegistrationField = Field<BaseContext>;

const notInFuture: RegistrationField["check"] = (value, { context }) =>
  String(value) > context.today ? "不得晚于今天" : undefined;

const aName: RegistrationField["check"] = (value) => faultInName(String(value));

/** 证件号码按所选证件类型校验；typeKey 是同一记录里的证件类型。 */
export const byIdType =
  (typeKey: string): NonNullable<RegistrationField["check"]> =>
  (value, { own, context }) => {
    const type = textOf(own, typeKey);
    return isCodeOf(idTypes, type) ? checkIdNumber(type as IdTypeCode, String(value), context.today)?.message : undefined;
  };

const unit: readonly RegistrationField[] = [
  { key: "unitName", label: "单位名称", kind: "text", minLength: 2, maxLength: 100, help: "与营业执照或法人证书一致", autoComplete: "organization" },
  { key: "uscc", label: "统一社会信用代码（法人执照/证书编号）", kind: "uscc", help: "18 位，须为法人单位" },
  { key: "enterpriseType", label: "企业类型", kind: "select", options: enterpriseTypes },
  { key: "registrationType", label: "登记注册类型", kind: "select", options: registrationTypes },
  { key: "registeredCapital", label: "注册资本（万元）", kind: "decimal", min: 0.000001, max: 100_000_000 },
  { key: "foundedOn", label: "成立日期", kind: "date", check: notInFuture },
  { key: "businessTermTo", label: "营业期限至", kind: "date", required: false, help: "长期的请留空" },
  { key: "registrationAuthority", label: "登记机关", kind: "text" },
  { key: "region", label: "所在省市区", kind: "region", help: "决定由哪个派出机构办理" },
  { key: "domicile", label: "住所（营业执照地址/营业场所）", kind: "text", width: "full" },
  { key: "businessScope", label: "经营范围", kind: "longText", required: false, width: "full" },
  { key: "parentOrg", label: "上级企业", kind: "text", required: false, help: "没有上级企业的不填" },
];

const representative: readonly RegistrationField[] = [
  { key: "legalRep", label: "法定代表人", kind: "text", maxLength: 50, check: aName },
  { key: "legalRepIdType", label: "法定代表人证件类型", kind: "select", options: idTypes },
  { key: "legalRepId", label: "法定代表人证件号码", kind: "identityNumber", check: byIdType("legalRepIdType"), mask: "identity" },
  { key: "legalRepMobile", label: "法定代表人手机", kind: "mobile", required: false, mask: "phone" },
];

const contact: readonly RegistrationField[] = [
  { key: "mailingAddress", label: "通讯地址", kind: "text", width: "full", autoComplete: "street-address" },
  { key: "postalCode", label: "邮政编码", kind: "postalCode", width: "short", autoComplete: "postal-code" },
  { key: "contact", label: "联系人", kind: "text", maxLength: 50, check: aName, autoComplete: "name" },
  { key: "contactMobile", label: "联系人手机", kind: "mobile", mask: "phone", help: "接收通知和验证码", autoComplete: "tel" },
  { key: "phone", label: "固定电话", kind: "fixedLine", required: false },
  { key: "fax", label: "传真", kind: "fixedLine", required: false },
  { key: "email", label: "电子邮箱", kind: "email", required: false, autoComplete: "email" },
];

/** 企业注册要填的登记信息，也是每份申请「基本情况」里只读的那些。账号一组另见 account.ts。 */
export const registrationFields: readonly FieldGroup<BaseContext>[] = [
  { title: "单位信息", fields: unit },
  { title: "法定代表人", fields: representative },
  { title: "联系方式", fields: contact },
];

/** 在「企业信息修改」里锁定的四项，变更须办理登记事项变更。 */
export const lockedParticulars = ["unitName", "enterpriseType", "legalRep", "domicile"] as const;

/** 「企业信息修改」里只读的全部：锁定四项、随法定代表人锁定的证件，以及永不改变的代码。 */
export const readOnlyParticulars: readonly string[] = [...lockedParticulars, "legalRepIdType", "legalRepId", "uscc"];

/** 在页面上说明为什么锁定。 */
export const lockedNotice = "企业类型、法人名称、法定代表人、营业执照地址（营业场所）不能在此修改，如要修改需要进行“登记事项变更”流程。";

/** 登记信息作为一个页签，引擎据此判断、出错误摘要。 */
export const registrationSection = defineSection<BaseContext>({
  key: "registration", label: "企业注册", layout: "form", groups: registrationFields, tables: [], slots: [],
});

const registrationKinds = fieldsOf(registrationFields);

/** 登记信息哪里不对；today 为 YYYY-MM-DD。 */
export function judgeParticulars(values: SectionAnswers, today: string): Issue[] {
  const answers: Answers = { [registrationSection.key]: values };
  return issuesOfSection(registrationSection, { today, answers, files: [] });
}

/** 库里的一家企业，判断与展示所需的部分。 */
export interface EnterpriseRecord {
  name: string;
  uscc: string;
  /** Enterprise.particulars：其余各项，按字段键。 */
  particulars: unknown;
  parentName?: string | null;
}

/** 把库里的企业变成以字段键取值的事实，申请的上下文与登记表单共用。 */
export function asFacts(enterprise: EnterpriseRecord): Record<string, string> {
  const values = isRecord(enterprise.particulars) ? enterprise.particulars : {};
  const facts = registrationKinds.map(({ key }) => [key, typeof values[key] === "string" ? values[key] : ""] as const);
  return { ...Object.fromEntries(facts), unitName: enterprise.name, uscc: enterprise.uscc, parentOrg: enterprise.parentName ?? String(values.parentOrg ?? "") };
}

/** 登记表单的值 → Enterprise.particulars 的内容（名称与代码有自己的列）。 */
export function asParticulars(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept = registrationKinds.filter(({ key }) => key !== "unitName" && key !== "uscc");
  return Object.fromEntries(kept.map(({ key }) => [key, values[key] ?? ""]));
}

/** 一项登记事实的文字，选项译成中文。 */
export function factText(field: RegistrationField, facts: Readonly<Record<string, string>>): string {
  const options = typeof field.options === "object" ? field.options : undefined;
  return kindOf(field).toText(facts[field.key], options);
}
