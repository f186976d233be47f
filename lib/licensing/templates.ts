import { factText, registrationFields } from "@/lib/enterprise/particulars";
import { fieldsOf } from "@/lib/forms/definition";
import { formatChineseDate } from "@/lib/terms/dates";
import type { EnterpriseFacts, LicenceFacts } from "./context";
import { applicationForm, safetyOrganisation, workResume } from "./templates/forms";
import { cancellationForm, registrationChangeForm, reissueForm } from "./templates/licence-changes";
import { commitmentLetter, deferralRequest } from "./templates/promises";
import { renewalForm } from "./templates/renewal";
import { legalRepresentativeStatement, powerOfAttorney, selfSubmissionStatement } from "./templates/statements";
import type { TemplateDocument, TemplatePart } from "./templates/template";

export type { TemplateDocument, TemplatePart } from "./templates/template";

/** 全部可下载的模板；键即各附件声明里的 template。 */
export const templates = {
  "application-form": applicationForm,
  "legal-representative-statement": legalRepresentativeStatement,
  "self-submission-statement": selfSubmissionStatement,
  "power-of-attorney": powerOfAttorney,
  "work-resume": workResume,
  "safety-organisation": safetyOrganisation,
  "registration-change-form": registrationChangeForm,
  "reissue-form": reissueForm,
  "cancellation-form": cancellationForm,
  "commitment-letter": commitmentLetter,
  "deferral-request": deferralRequest,
  "renewal-form": renewalForm,
} as const satisfies Readonly<Record<string, TemplateDocument>>;

export type TemplateKey = keyof typeof templates;

export function isTemplateKey(key: string): key is TemplateKey {
  return Object.hasOwn(templates, key);
}

/** 没有登记的留一段横线，下载后手写。 */
const BLANK = "＿＿＿＿＿＿";

/** 登记事实的文字（选项译成中文），再加上申请本身的几项，供模板预填。 */
export function templateValues(enterprise: EnterpriseFacts, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const facts = fieldsOf(registrationFields).map((field) => [field.key, factText(field, enterprise)] as const);
  return { ...Object.fromEntries(facts), ...extra };
}

/** 现行许可证的几项，供模板预填；没有许可证的留空。 */
export const licenceValues = (licence: LicenceFacts | undefined): Record<string, string> =>
  licence ? { licenceNumber: licence.number, licenceScope: licence.scopeText, licenceExpiry: formatChineseDate(licence.validTo) } : {};

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] || BLANK);

function fillPart(part: TemplatePart, values: Readonly<Record<string, string>>): TemplatePart {
  if (part.kind === "fields") return { ...part, rows: part.rows.map((row) => ({ ...row, value: row.value ? fillOrEmpty(row.value, values) : "" })) };
  if (part.kind === "signature") return { ...part, lines: part.lines.map((line) => fill(line, values)) };
  return part.kind === "paragraph" ? { ...part, text: fill(part.text, values) } : part;
}

/** 表格里没有的留空格，不画横线。 */
const fillOrEmpty = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");

/** 预填好的模板；values 由 templateValues 得来，多一项 scope（申请内容）。 */
export function filledTemplate(key: TemplateKey, values: Readonly<Record<string, string>>): TemplateDocument {
  const template: TemplateDocument = templates[key];
  return { ...template, parts: template.parts.map((part) => fillPart(part, values)) };
}
