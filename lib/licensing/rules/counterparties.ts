// 依据：《承装（修、试）电力设施许可证管理办法》许可证的变更与注销：分立、合并；另一方须持有有效的许可证（决定八）。
import type { Finding } from "@/lib/forms/issue";
import type { LicensingContext } from "../context";
import { CATEGORY_SECTION, demandsOf, itemText } from "../items";
import { type ChosenParty, chosenParties, inForce, itemsOfParty, reorganisationOf } from "../reorganisation";
import { heldItems } from "../held-items";
import { compareLevels } from "../rule-sets/levels";
import { defineRule, judged } from "./finding";

/** 另一方不能是自己，须持有有效的许可证；持证的企业不能申请新设合并。 */
export const counterpartiesRule = defineRule("counterparties", (context) => [
  ...chosenParties(context.answers).flatMap((chosen) => standingOf(chosen, context)),
  ...newEntity(context),
]);

function standingOf({ uscc, ...place }: ChosenParty, { enterprise, parties = [], today }: LicensingContext): Finding[] {
  const at = { section: CATEGORY_SECTION, ...place, label: "被吸收方企业", need: "持有有效许可证的另一家企业", nature: "wrong" as const };
  if (uscc === enterprise.uscc) return [judged({ ...at, present: "本企业", met: false, message: "被吸收方企业不能是本企业，请重新选择" })];
  const party = parties.find((one) => one.uscc === uscc);
  // 刚选定、还没有读出它的许可证
  if (!party) return [];
  const name = party.unitName || uscc;
  const licence = inForce(party.licence, today);
  return [judged({ ...at, present: licence ? `${name}，许可证 ${licence.number}` : name, met: licence !== undefined, message: `“${name}”没有有效的许可证，请重新选择被吸收方企业` })];
}

function newEntity(context: LicensingContext): Finding[] {
  if (reorganisationOf(context.answers) !== "newEntity" || !inForce(context.licence, context.today)) return [];
  return [
    judged({
      section: CATEGORY_SECTION, field: "mergerType", label: "合并方式", need: "新设立的企业申请", present: `持有许可证 ${context.licence?.number}`, met: false, nature: "wrong",
      message: "贵单位持有有效的许可证，合并方式请选吸收合并；新设合并由合并后新设立的企业申请",
    }),
  ];
}

/** 申请的级别高于各方原有级别的，提示审查人逐项核对条件；不挡提交（决定二：分立、合并不受首次申请的级别限制）。 */
export const reorganisedScopeRule = defineRule("reorganisedScope", (context) => {
  const known = [...(inForce(context.licence, context.today) ? heldItems(context) : []), ...(context.parties ?? []).flatMap((party) => itemsOfParty(party, context))];
  if (known.length === 0) return [];
  return demandsOf(context).map(({ category, level }) => {
    const text = itemText(context.ruleSet, { category, level: level.code });
    const met = known.some((held) => held.category === category && compareLevels(context.ruleSet, level.code, held.level) <= 0);
    return judged({
      section: CATEGORY_SECTION, field: "items", label: `${text}与各方原有级别`, need: "不高于各方原有的级别", present: met ? "不高于" : "高于原有的级别，或原来没有这个类别",
      met, severity: "warning", nature: "wrong", message: `${text}高于各方原有的级别，或者各方原来没有这个类别，将逐项核对条件`,
    });
  });
});
