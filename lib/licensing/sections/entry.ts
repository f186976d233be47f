import { answersOf, rowsOf, type SectionAnswers, textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field, holds, type Slot, type Table } from "@/lib/forms/definition";
import { genderOf } from "@/lib/forms/identifiers";
import type { CategoryCode } from "@/lib/terms/categories";
import { wordOf } from "@/lib/terms/option-map";
import { genders, personnelRoles } from "@/lib/terms/person";
import type { LicensingContext } from "../context";
import { managementYearsText } from "../management-years";
import type { EngagementKind } from "../people";
import { changeText, DEPARTURE, ENTRY, roleIn } from "../personnel/change";
import { leadRoles, personChoices } from "../personnel/roster";
import { conditionsAfterEntryRule, personnelEntryRule } from "../rules/personnel";
import { entryReminder } from "./entry-reminder";
import { responsibility } from "./leads";
import { birthFields, educationFields, employmentFields, identityFields, mobileField, titleFields } from "./person-fields";
import { certificateFields } from "./skilled-workers";
import { training, workExperience } from "./work-experience";

type LicensingField = Field<LicensingContext>;
type Holds = Condition<LicensingContext>;

const TITLED: readonly EngagementKind[] = [...leadRoles, "technician"];
const WORKER: readonly EngagementKind[] = ["skilledWorker"];
const EVERYONE: readonly EngagementKind[] = [...TITLED, ...WORKER];

const isOne = (roles: readonly EngagementKind[], section: SectionAnswers): boolean => {
  const role = roleIn(section);
  return role !== undefined && roles.includes(role);
};
const isFor = (roles: readonly EngagementKind[]): Holds => ({ section }) => isOne(roles, section);

/** 申请页签里的同一份声明，只在入职人员是这些类型时出现。 */
function only(roles: readonly EngagementKind[], fields: readonly LicensingField[]): LicensingField[] {
  return fields.map((field) => ({ ...field, visible: (scope) => isOne(roles, scope.section) && holds(field.visible, scope, true) }));
}

/** 电工可以不填的几项，其余人员照原来的声明。 */
const freeForWorkers = (fields: readonly LicensingField[]): LicensingField[] =>
  only(EVERYONE, fields).map((field) => ({ ...field, required: (scope) => !isOne(WORKER, scope.section) && holds(field.required, scope, true) }));

const pick = (fields: readonly LicensingField[], ...keys: string[]): LicensingField[] => fields.filter(({ key }) => keys.includes(key));
const omit = (fields: readonly LicensingField[], ...keys: string[]): LicensingField[] => fields.filter(({ key }) => !keys.includes(key));

const holdersOf = ({ people = [] }: LicensingContext, section: SectionAnswers) => people.filter(({ kind }) => leadRoles.includes(kind) && kind === roleIn(section));

const subject: readonly LicensingField[] = [
  {
    key: "role", label: "人员类型", kind: "radio", width: "full", options: personnelRoles,
    required: ({ context }) => textOf(answersOf(context.answers, DEPARTURE), "person") === "",
  },
  {
    key: "replaces", label: "接替人员", kind: "person", people: ({ section, context }) => personChoices(holdersOf(context, section)),
    visible: ({ section, context }) => holdersOf(context, section).length > 0, help: "现任的负责人；其离职在“人员离职申请”里一并填写",
  },
  ...only(EVERYONE, pick(employmentFields, "joinedOn")),
];

const electricianNumber: readonly LicensingField[] = [
  {
    key: "workerIdNo", label: "身份证号码", kind: "residentId", strict: true, mask: "identity", visible: isFor(WORKER), help: "同一电工的身份证号码只能使用一次",
    index: "electrician", indexWhen: (own) => isOne(WORKER, own),
  },
  {
    key: "workerGender", label: "性别", kind: "text", visible: isFor(WORKER), source: "由身份证号码得出",
    derive: ({ own }) => wordOf(genders, genderOf(textOf(own, "workerIdNo")) ?? ""),
  },
];

/** 管理年限按许可证所持的类别计。 */
const managementYears: LicensingField[] = pick(responsibility, "managementYears").map((field) => ({
  ...field,
  derive: ({ section, context }) =>
    managementYearsText(rowsOf(section, workExperience.key), (context.licence?.items ?? []).map(({ category }) => category as CategoryCode), context.today),
}));

const onlyFor = (roles: readonly EngagementKind[], table: Table<LicensingContext>): Table<LicensingContext> => ({ ...table, visible: isFor(roles) });

const slots: readonly Slot<LicensingContext>[] = [
  { key: "PE_CONTRACT", label: "劳动合同", visible: isFor(EVERYONE), aliases: ["劳动合同", "合同"] },
  { key: "PE_CERT", label: "职称/电工证书", visible: isFor(EVERYONE), aliases: ["职称", "操作证", "电工证", "证书"] },
  { key: "PE_ID", label: "身份证", help: "正反两面", visible: isFor(EVERYONE), aliases: ["身份证"] },
  { key: "PE_SS", label: "社会保险缴纳证明", visible: isFor(EVERYONE), aliases: ["社会保险", "社保"] },
  { key: "PE_PHOTO", label: "个人登记照", imagesOnly: true, help: "近期免冠证件照", visible: isFor(leadRoles), aliases: ["登记照", "照片"] },
  { key: "PE_APPT", label: "任职文件", visible: isFor(leadRoles), aliases: ["任职", "任命"] },
];

/** 人员入职申请：读过温馨提示，选人员类型，填写该类型的内容；填写完整的【保存】即进入审批阶段。 */
export const entry = defineSection<LicensingContext>({
  key: ENTRY,
  label: "人员入职申请",
  layout: "check",
  reminder: entryReminder,
  groups: [
    { title: "入职人员", fields: subject },
    {
      title: "个人信息",
      fields: [
        ...only(EVERYONE, pick(identityFields, "name")), ...only(TITLED, omit(identityFields, "name")), ...electricianNumber, ...only(leadRoles, birthFields), ...freeForWorkers([mobileField]),
      ],
    },
    { title: "学历与职称", fields: [...freeForWorkers(pick(educationFields, "education")), ...only(TITLED, [...omit(educationFields, "education"), ...titleFields])] },
    {
      title: "任职",
      fields: [
        ...only(TITLED, pick(employmentFields, "post")), ...freeForWorkers(pick(employmentFields, "socialSecurityFrom")), ...only(leadRoles, [...pick(responsibility, "categories"), ...managementYears]),
      ],
    },
    { title: "证书", fields: only(WORKER, certificateFields) },
  ],
  tables: [onlyFor(leadRoles, workExperience), onlyFor(["safetyLead"], training)],
  slots,
  rules: [personnelEntryRule, conditionsAfterEntryRule],
  notRequired: ({ answers }) => (roleIn(answersOf(answers, ENTRY)) === undefined && textOf(answersOf(answers, DEPARTURE), "person") !== "" ? "本次没有人员入职" : undefined),
  submits: {
    by: "save",
    label: "保存",
    ready: ({ answers }) => roleIn(answersOf(answers, ENTRY)) !== undefined,
    confirm: ({ answers, people }) => `${changeText(answers, people)}。填写已经完整；确定后进入审批阶段，准予之后列入在册人员。`,
  },
});
