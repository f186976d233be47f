import { type BaseContext, textOf } from "@/lib/forms/answers";
import { defineSection, type Scope, type Table } from "@/lib/forms/definition";
import { formatChineseDate } from "@/lib/terms/dates";
import { mergerTypes } from "@/lib/terms/reorganisation";
import type { LicensingContext, PartyFacts } from "../context";
import { CATEGORY_SECTION } from "../items";
import { counterpartiesRule, reorganisedScopeRule } from "../rules/counterparties";
import { agreementSlot, fixedNature, itemsField, partyField, reorganisationRoute } from "./reorganisation";

const partyOf = ({ own, context }: Pick<Scope<LicensingContext & BaseContext>, "own" | "context">): PartyFacts | undefined => context.parties?.find(({ uscc }) => uscc === textOf(own, "uscc"));
const FROM_PARTY = "取自对方现行许可证";

const absorbed: Table<LicensingContext> = {
  key: "absorbed",
  label: "被吸收方企业",
  rowLabel: "被吸收方企业",
  groups: [
    {
      fields: [
        partyField("uscc", "企业名称"),
        { key: "scope", label: "许可类别和等级", kind: "text", derive: (scope) => partyOf(scope)?.licence?.scopeText ?? "", source: FROM_PARTY },
        { key: "expiry", label: "有效期至", kind: "text", derive: (scope) => formatChineseDate(partyOf(scope)?.licence?.validTo ?? ""), source: FROM_PARTY },
      ],
    },
  ],
  presentation: "dialog",
  columns: ["uscc", "scope", "expiry"],
  titleField: "uscc",
  min: 1,
  unique: { field: "uscc", message: "同一家企业只能选一次" },
  addLabel: "+",
  editLabel: "更换",
};

/** 申请类型：办理方式、合并方式、被吸收方企业、合并后的类别与级别。未完成时后面的页签不开放。 */
export const mergerType = defineSection<LicensingContext>({
  key: CATEGORY_SECTION,
  label: "申请类型",
  layout: "form",
  gate: true,
  groups: [
    {
      title: "申请内容",
      fields: [
        reorganisationRoute,
        {
          key: "mergerType", label: "合并方式", kind: "select", options: mergerTypes,
          help: "吸收合并：由存续的一方申请；新设合并：由新设立的企业申请，各方原有的许可证注销",
        },
        fixedNature("afterMerger"),
        itemsField("afterMerger"),
      ],
    },
  ],
  tables: [absorbed],
  slots: [
    agreementSlot("MERGE_DOC", "合并协议、决议、登记证明", "合并"),
    agreementSlot("MG_CONSENT", "被合并企业注销许可承诺", "注销许可承诺"),
  ],
  rules: [counterpartiesRule, reorganisedScopeRule],
});
