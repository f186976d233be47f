import { textOf } from "@/lib/forms/answers";
import type { Condition, Field, Scope, Slot } from "@/lib/forms/definition";
import { birthDateOf, checkIdNumber, genderOf } from "@/lib/forms/identifiers";
import { formatChineseDate } from "@/lib/terms/dates";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { educations, genders, idTypes } from "@/lib/terms/person";
import { powerSpecialties, titleLevels } from "@/lib/terms/title";
import type { LicensingContext } from "../context";
import { material } from "../procedures/materials";
import { notInFuture } from "./dates";

type LicensingField = Field<LicensingContext>;
type LicensingScope = Scope<LicensingContext>;

/** 没选证件类型时按居民身份证看待（初值）。 */
const idTypeOf = ({ own }: LicensingScope): string => textOf(own, "idType") || "residentId";
const onResidentId: Condition<LicensingContext> = (scope) => idTypeOf(scope) === "residentId";
const onOtherDocument: Condition<LicensingContext> = (scope) => idTypeOf(scope) !== "residentId";

const genderText = ({ own }: { own: LicensingScope["own"] }): string => wordOf(genders, genderOf(textOf(own, "idNo")) ?? "");

const FROM_ID = "由身份证号码得出";

/** 姓名到证件；居民身份证的性别、出生日期由号码得出，其他证件才须填写。 */
export const identityFields: readonly LicensingField[] = [
  { key: "name", label: "姓名", kind: "text", maxLength: 50 },
  { key: "idType", label: "证件类型", kind: "select", options: idTypes, initial: "residentId" },
  {
    key: "idNo", label: "身份证号码", kind: "identityNumber", strict: true, mask: "identity", help: "与证件类型相符的号码",
    check: (value, scope) => {
      const type = idTypeOf(scope);
      return isCodeOf(idTypes, type) ? checkIdNumber(type, String(value), scope.context.today)?.message : undefined;
    },
  },
  { key: "gender", label: "性别", kind: "text", visible: onResidentId, derive: genderText, source: FROM_ID },
  { key: "genderStated", label: "性别（非居民身份证）", kind: "select", options: genders, visible: onOtherDocument },
];

export const birthFields: readonly LicensingField[] = [
  {
    key: "birth", label: "出生日期", kind: "date", visible: onResidentId, source: FROM_ID,
    derive: ({ own }) => formatChineseDate(birthDateOf(textOf(own, "idNo")) ?? ""),
  },
  { key: "birthStated", label: "出生日期（非居民身份证）", kind: "date", visible: onOtherDocument, check: notInFuture },
];

/** 只有居民身份证的人（电工）：性别由号码得出。 */
export const derivedGender: LicensingField = { key: "gender", label: "性别", kind: "text", derive: genderText, source: FROM_ID };

export const mobileField: LicensingField = { key: "mobile", label: "手机号码", kind: "mobile", mask: "phone" };

export const educationFields: readonly LicensingField[] = [
  { key: "education", label: "学历", kind: "select", options: educations },
  { key: "school", label: "毕业院校", kind: "text", required: false },
  { key: "major", label: "所学专业", kind: "text", required: false },
];

const hasTitle: Condition<LicensingContext> = ({ own }) => textOf(own, "titleLevel") !== "none";

export const titleFields: readonly LicensingField[] = [
  { key: "titleLevel", label: "职称级别", kind: "select", options: titleLevels },
  { key: "titleSpecialty", label: "职称专业", kind: "select", options: powerSpecialties, required: hasTitle, help: "没有对应的选“其他电力相关专业”，由审查人员认定" },
  { key: "titleCertNo", label: "职称证书编号", kind: "text", maxLength: 60, required: hasTitle },
  { key: "titleIssuer", label: "职称证书发证机关", kind: "text", required: hasTitle },
  { key: "titleIssuedOn", label: "发证日期", kind: "date", required: hasTitle, check: notInFuture },
];

export const employmentFields: readonly LicensingField[] = [
  { key: "post", label: "现任职务", kind: "text", maxLength: 60 },
  { key: "joinedOn", label: "入职日期", kind: "date", check: notInFuture },
  {
    key: "socialSecurityFrom", label: "社会保险缴纳起始月", kind: "month", check: notInFuture, help: "由本单位缴纳的起始年月，如 2023-05",
  },
];

/** 一个人身份、职称、任职、社保的四份材料；前缀不同，内容相同。 */
export function leadSlots(prefix: "TL" | "SL"): Slot<LicensingContext>[] {
  return [
    { key: `${prefix}_PHOTO`, label: "个人登记照", imagesOnly: true, help: "近期免冠证件照", aliases: ["登记照", "照片", "证件照"] },
    { key: `${prefix}_ID`, label: "身份证", help: "正反两面", aliases: ["身份证"] },
    material({ key: `${prefix}_TITLE`, label: "职称证书", deferrable: true, replacedByCommitment: true, aliases: ["职称"] }),
    material({ key: `${prefix}_APPT`, label: "任职文件", replacedByCommitment: true, aliases: ["任职", "任命"] }),
    material({ key: `${prefix}_SS`, label: "近三个月社会保险缴纳证明", deferrable: true, replacedByCommitment: true, aliases: ["社保", "社会保险"] }),
  ];
}

