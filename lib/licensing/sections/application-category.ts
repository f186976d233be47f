import { textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field, type Slot } from "@/lib/forms/definition";
import { applicationNatures, procedures } from "@/lib/terms/application";
import type { LicensingContext } from "../context";
import { CATEGORY_SECTION, levelOptions } from "../items";
import { firstApplicationLevelRule } from "../rules/application-level";
import { knownLevels } from "./held-licence";
import { submitterFields, submitterSlots } from "./submitter";

type Of = Condition<LicensingContext>;
type LicensingField = Field<LicensingContext>;

const natureIs = (nature: string): Of => ({ section }) => textOf(section, "nature") === nature;
const isDeferred: Of = ({ context }) => context.procedure === "conditionalAcceptance";

export const routeField: LicensingField = {
  key: "route", label: "办理方式", kind: "text", derive: ({ context }) => procedures[context.procedure], source: "开始申请时确定",
};

const choice: readonly LicensingField[] = [
  { key: "nature", label: "申请性质", kind: "radio", options: applicationNatures },
  routeField,
  {
    key: "items", label: "申请类别与级别", kind: "levelMatrix", width: "full", check: knownLevels,
    options: ({ section, context }) => levelOptions(context, section),
    help: "承装、承修、承试可以同时选择，每个类别选一个级别；各类别的材料分别提供",
  },
];

/** 合并、分立之后申请的证明，容缺受理的承诺。 */
export const natureSlots: readonly Slot<LicensingContext>[] = [
  { key: "MERGE_DOC", label: "合并协议/决议及市场监管登记证明", visible: natureIs("afterMerger"), aliases: ["合并"] },
  { key: "SPLIT_DOC", label: "分立协议/决议及市场监管登记证明", visible: natureIs("afterDivision"), aliases: ["分立"] },
  { key: "DEFER", label: "容缺受理申请及补齐承诺", template: "deferral-request", visible: isDeferred, aliases: ["容缺"] },
];

/** 第一个页签：未完成时后面的页签不开放。 */
export const applicationCategory = defineSection<LicensingContext>({
  key: CATEGORY_SECTION,
  label: "申请类别",
  layout: "form",
  gate: true,
  groups: [
    { title: "申请内容", fields: choice },
    { title: "提交人", fields: submitterFields },
  ],
  tables: [],
  slots: [...submitterSlots, ...natureSlots],
  rules: [firstApplicationLevelRule],
});
