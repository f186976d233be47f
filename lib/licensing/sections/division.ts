import { textOf } from "@/lib/forms/answers";
import { type Condition, defineSection, type Field } from "@/lib/forms/definition";
import { categories } from "@/lib/terms/categories";
import { codesOf } from "@/lib/terms/option-map";
import { divisionTypes } from "@/lib/terms/reorganisation";
import type { LicenceItem } from "../business";
import type { LicensingContext } from "../context";
import { CATEGORY_SECTION, itemOptions, itemText } from "../items";
import { DIVISION_TYPE_SECTION, itemsOfParty, reorganisationOf } from "../reorganisation";
import { compareLevels } from "../rule-sets/levels";
import { counterpartiesRule, reorganisedScopeRule } from "../rules/counterparties";
import { agreementSlot, fixedNature, itemsField, partyField, reorganisationRoute } from "./reorganisation";
import { isOffered, levelCodes } from "./held-licence";

/** 申请类型：办理方式、分立方式。 */
export const divisionType = defineSection<LicensingContext>({
  key: DIVISION_TYPE_SECTION,
  label: "申请类型",
  layout: "form",
  groups: [
    {
      fields: [
        reorganisationRoute,
        {
          key: "divisionType", label: "分立方式", kind: "select", options: divisionTypes,
          help: "存续分立：原企业保留许可证，范围与人员按申报减少；解散分立：原企业的许可证注销",
        },
      ],
    },
  ],
  tables: [],
  slots: [],
});

const survives: Condition<LicensingContext> = ({ context }) => reorganisationOf(context.answers) === "surviving";

/** 原企业现有的各项。 */
function held({ section, context }: { section: Parameters<typeof textOf>[0]; context: LicensingContext }): LicenceItem[] {
  const party = context.parties?.find(({ uscc }) => uscc === textOf(section, "counterparty"));
  return party ? itemsOfParty(party, context) : [];
}

const isKept = (context: LicensingContext, before: readonly LicenceItem[], { category, level }: LicenceItem): boolean =>
  before.some((item) => item.category === category && isOffered(context, category, level) && compareLevels(context.ruleSet, level, item.level) <= 0);

const remaining: Field<LicensingContext> = {
  key: "remainingItems", label: "原企业保留的类别与级别", kind: "levelMatrix", width: "full", visible: survives,
  help: "存续分立填写：不高于原企业现有的级别，不选即不再保留；保存被吸收方企业之后再选",
  options: ({ section, context, own }) => {
    const before = held({ section, context });
    // 对方还没有选定，或者刚选定还没读出它的许可证：先列出全部，保存时再判断
    const categoryCodes = before.length > 0 ? before.map(({ category }) => category) : codesOf(categories);
    const offered = categoryCodes.flatMap((category) => levelCodes(context.ruleSet).map((level) => ({ category, level }))).filter((item) => before.length === 0 || isKept(context, before, item));
    return itemOptions(context.ruleSet, offered, own, "remainingItems");
  },
  check: (value, { section, context }) => {
    const before = held({ section, context });
    const chosen = Object.entries(value as Record<string, string>).filter(([, level]) => level !== "").map(([category, level]) => ({ category, level }));
    const beyond = before.length > 0 && chosen.find((item) => !isKept(context, before, item));
    return beyond ? `请重新选择，原企业现有的许可证没有${itemText(context.ruleSet, beyond)}` : undefined;
  },
};

/** 申请信息：被吸收方企业（分立前的原企业）、申请的类别与级别、分立的材料。未完成时后面的页签不开放。 */
export const divisionInformation = defineSection<LicensingContext>({
  key: CATEGORY_SECTION,
  label: "申请信息",
  layout: "form",
  gate: true,
  groups: [
    { title: "对方企业", fields: [partyField("counterparty", "被吸收方企业"), remaining] },
    { title: "申请内容", fields: [fixedNature("afterDivision"), itemsField("afterDivision")] },
  ],
  tables: [],
  slots: [agreementSlot("SPLIT_DOC", "分立协议、决议、登记证明", "分立")],
  rules: [counterpartiesRule, reorganisedScopeRule],
});
