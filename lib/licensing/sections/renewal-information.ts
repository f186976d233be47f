import { textOf } from "@/lib/forms/answers";
import { defineSection, type Field } from "@/lib/forms/definition";
import { downgradeChoices } from "@/lib/terms/application";
import type { LicensingContext } from "../context";
import { heldItems } from "../held-items";
import { CATEGORY_SECTION, itemOptions } from "../items";
import { compareLevels } from "../rule-sets/levels";
import { renewedScopeRule } from "../rules/renewed-scope";
import { routeField } from "./application-category";
import { expiryField, heldLicenceFields, isOffered, knownLevels, levelCodes } from "./held-licence";
import { submitterFields, submitterSlots } from "./submitter";

const choice: readonly Field<LicensingContext>[] = [
  { key: "downgrade", label: "是否降级", kind: "radio", options: downgradeChoices, help: "否：按原类别和等级延续；是：降低等级或减少类别后延续" },
  routeField,
  {
    key: "items", label: "延续后类别与级别", kind: "levelMatrix", width: "full", check: knownLevels,
    options: ({ section, context }) => {
      const lower = textOf(section, "downgrade") === "yes";
      const held = heldItems(context);
      const offered = held.flatMap(({ category, level }) =>
        lower ? levelCodes(context.ruleSet).filter((code) => isOffered(context, category, code) && compareLevels(context.ruleSet, code, level) <= 0).map((code) => ({ category, level: code })) : [{ category, level }],
      );
      return itemOptions(context.ruleSet, offered, section);
    },
    help: "已按原许可证填好；不降级的不用改，提高等级或增加类别请办理许可事项变更",
  },
];

/** 申请信息：原许可证只读，是否降级决定延续后的类别和等级。未完成时后面的页签不开放。 */
export const renewalInformation = defineSection<LicensingContext>({
  key: CATEGORY_SECTION,
  label: "申请信息",
  layout: "form",
  gate: true,
  groups: [
    { title: "原许可证", fields: [...heldLicenceFields, expiryField] },
    { title: "延续内容", fields: choice },
    { title: "提交人", fields: submitterFields },
  ],
  tables: [],
  slots: [{ key: "RN_FORM", label: "延续申请表", template: "renewal-form", aliases: ["延续申请表"] }, ...submitterSlots],
  rules: [renewedScopeRule],
});
