import { defineSection, type Field } from "@/lib/forms/definition";
import { changeNatures } from "@/lib/terms/application";
import { categories } from "@/lib/terms/categories";
import { upgradeBarEvents } from "@/lib/terms/credit";
import { codesOf } from "@/lib/terms/option-map";
import type { LicensingContext } from "../context";
import { CATEGORY_SECTION, itemOptions } from "../items";
import { upgradeBar } from "../rule-sets/periods";
import { changedScopeRule } from "../rules/changed-scope";
import { natureSlots, routeField } from "./application-category";
import { heldLicenceFields, isOffered, knownLevels, levelCodes } from "./held-licence";
import { submitterFields, submitterSlots } from "./submitter";

const choice: readonly Field<LicensingContext>[] = [
  { key: "nature", label: "申请性质", kind: "radio", options: changeNatures },
  routeField,
  {
    key: "items", label: "申请类别与级别", kind: "levelMatrix", width: "full", check: knownLevels,
    options: ({ section, context }) => {
      const offered = codesOf(categories).flatMap((category) => levelCodes(context.ruleSet).filter((level) => isOffered(context, category, level)).map((level) => ({ category, level })));
      return itemOptions(context.ruleSet, offered, section);
    },
    help: "已按原许可证填好，改成变更后的全部类别和级别；不受首次申请的级别限制",
  },
];

/** 申请信息：原许可证只读，变更后的类别和等级须不同。未完成时后面的页签不开放。 */
export const scopeChangeInformation = defineSection<LicensingContext>({
  key: CATEGORY_SECTION,
  label: "申请信息",
  layout: "form",
  gate: true,
  intro: () => `${upgradeBar}内有下列情形之一的不能申请：${Object.values(upgradeBarEvents).join("；")}`,
  groups: [
    { title: "原许可证", fields: heldLicenceFields },
    { title: "申请内容", fields: choice },
    { title: "提交人", fields: submitterFields },
  ],
  tables: [],
  slots: [...submitterSlots, ...natureSlots],
  rules: [changedScopeRule],
});
