import { answersOf, textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field, type Slot } from "@/lib/forms/definition";
import { leaveReasons, personnelRoles } from "@/lib/terms/person";
import type { OptionMap } from "@/lib/terms/option-map";
import type { LicensingContext } from "../context";
import { changeText, DEPARTURE, ENTRY, roleIn } from "../personnel/change";
import { personChoices, rolesOf } from "../personnel/roster";
import { conditionsAfterDepartureRule } from "../rules/personnel";
import { notInFuture } from "./dates";

type LicensingField = Field<LicensingContext>;
type Holds = Condition<LicensingContext>;

const isChosen: Holds = ({ section }) => textOf(section, "person") !== "";
const heldBy = ({ section, context }: Parameters<Extract<Holds, (...scope: never[]) => boolean>>[0]) => rolesOf(context.people ?? [], textOf(section, "person"));
const joins = ({ answers }: LicensingContext): boolean => roleIn(answersOf(answers, ENTRY)) !== undefined;

const FROM_ROSTER = "取自在册人员";

const fields: readonly LicensingField[] = [
  {
    key: "person", label: "离职人员", kind: "person", people: ({ context }) => personChoices(context.people), required: ({ context }) => !joins(context),
    help: "按“+”，从在册人员中查询、选择",
  },
  { key: "personIdNo", label: "身份证号", kind: "text", mask: "identity", visible: isChosen, derive: ({ section }) => textOf(section, "person"), source: FROM_ROSTER },
  { key: "personRoles", label: "人员类型", kind: "text", visible: isChosen, derive: (scope) => heldBy(scope).map((role) => personnelRoles[role]).join("、"), source: FROM_ROSTER },
  {
    key: "leaveRoles", label: "结束哪些任职", kind: "multiSelect", width: "full", visible: (scope) => heldBy(scope).length > 1,
    help: "离开本单位的全部勾选；只卸任其中一项的只勾那一项",
    options: (scope): OptionMap => {
      const held = heldBy(scope);
      return held.length === 0 ? personnelRoles : Object.fromEntries(held.map((role) => [role, personnelRoles[role]]));
    },
  },
  { key: "leaveOn", label: "离职日期", kind: "date", visible: isChosen, check: notInFuture },
  { key: "leaveReason", label: "离职原因", kind: "select", options: leaveReasons, visible: isChosen },
];

const slots: readonly Slot<LicensingContext>[] = [
  { key: "PL_PROOF", label: "解除劳动关系证明", help: "只卸任部分职务的上传免职文件", visible: isChosen, aliases: ["解除", "离职", "免职"] },
];

/** 人员离职申请：选一位在册人员，【确认离职】即进入审批阶段。 */
export const departure = defineSection<LicensingContext>({
  key: DEPARTURE,
  label: "人员离职申请",
  layout: "form",
  groups: [{ title: "离职人员", fields }],
  tables: [],
  slots,
  rules: [conditionsAfterDepartureRule],
  notRequired: (context) => (joins(context) && textOf(answersOf(context.answers, DEPARTURE), "person") === "" ? "本次没有人员离职" : undefined),
  submits: {
    by: "button",
    label: "确认离职",
    ready: ({ answers }) => textOf(answersOf(answers, DEPARTURE), "person") !== "",
    confirm: ({ answers, people }) => `${changeText(answers, people)}。确定后进入审批阶段；准予之后所选的任职结束，不再任职的身份证号码随即释放。`,
  },
});
