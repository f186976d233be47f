import { type Answers, answersOf, rowsOf, textOf } from "@/lib/forms/answers";
import { normaliseIdentifier } from "@/lib/forms/identifiers";
import { isCodeOf } from "@/lib/terms/option-map";
import { divisionTypes, mergerTypes, type ReorganisationCode, reorganisations } from "@/lib/terms/reorganisation";
import type { LicenceEffect, LicenceItem } from "./business";
import type { LicenceFacts, LicensingContext, PartyFacts } from "./context";
import { CATEGORY_SECTION, itemsIn, licenceItemsOf } from "./items";
import { convertItems } from "./licence/conversion";
import { getRuleSet } from "./rule-sets";

/** 分立方式所在的页签；合并方式与类别级别同页。 */
export const DIVISION_TYPE_SECTION = "division-type";

/** 一次合并至多几家另一方。 */
export const MAX_PARTIES = 20;

/** 选定的一家另一方与它在表里的位置。 */
export interface ChosenParty {
  uscc: string;
  field: string;
  table?: string;
  row?: string;
}

/** 申请里选定的另一方：分立一家，合并一家或几家。 */
export function chosenParties(answers: Answers): ChosenParty[] {
  const section = answersOf(answers, CATEGORY_SECTION);
  const own = { uscc: normaliseIdentifier(textOf(section, "counterparty")), field: "counterparty" };
  const listed = rowsOf(section, "absorbed").map((row) => ({ uscc: normaliseIdentifier(textOf(row, "uscc")), field: "uscc", table: "absorbed", row: row.rowId }));
  return [own, ...listed].filter(({ uscc }) => uscc !== "").slice(0, MAX_PARTIES);
}

/** 另一方的统一社会信用代码，不重复。 */
export const partiesOf = (answers: Answers): string[] => [...new Set(chosenParties(answers).map(({ uscc }) => uscc))];

/** 分立方式或合并方式；还没选的为空。 */
export function reorganisationOf(answers: Answers): ReorganisationCode | undefined {
  const division = textOf(answersOf(answers, DIVISION_TYPE_SECTION), "divisionType");
  if (isCodeOf(divisionTypes, division)) return division;
  const merger = textOf(answersOf(answers, CATEGORY_SECTION), "mergerType");
  return isCodeOf(mergerTypes, merger) ? merger : undefined;
}

/** 今天仍在有效期内的；届满的当作没有。 */
export function inForce(licence: LicenceFacts | undefined, today: string): LicenceFacts | undefined {
  return licence && licence.validTo >= today ? licence : undefined;
}

/** 一家另一方原有的类别和等级，换算到本次所用的条件标准。 */
export function itemsOfParty({ licence }: PartyFacts, { ruleSet }: Pick<LicensingContext, "ruleSet">): LicenceItem[] {
  return licence ? convertItems(licence.items, getRuleSet(licence.ruleSetId), ruleSet) : [];
}

/** 存续分立：原企业保留的类别和等级。 */
export const remainingItemsOf = (answers: Answers): LicenceItem[] => itemsIn(answersOf(answers, CATEGORY_SECTION), "remainingItems");

const words = {
  absorption: (name: string) => `由${name}吸收合并`,
  newEntity: (name: string) => `新设合并为${name}`,
  surviving: (name: string) => `存续分立，派生${name}`,
  dissolving: (name: string) => `解散分立，由${name}承继`,
} as const satisfies Record<ReorganisationCode, (name: string) => string>;

/**
 * 准予之后对各方许可证与人员的作用（决定八、ADR 0014）：申请人是合并后存续、新设的，或分立后新设的一方。
 * 申请人持有有效许可证的变更自己的，编号与有效期不变；没有的发新证。名册上另一方的人先转来，再变更或注销另一方的许可证；存续的另一方少了人，重新核对它的许可条件。
 */
export function reorganisationEffects(context: LicensingContext): LicenceEffect[] {
  const { answers, today, enterprise } = context;
  const type = reorganisationOf(answers);
  const parties = partiesOf(answers);
  if (!type) return [];
  const items = licenceItemsOf(answers);
  const own: LicenceEffect = inForce(context.licence, today) ? { kind: "amend", holder: "applicant", reason: reorganisations[type], items } : { kind: "issue", items };
  const reason = words[type](enterprise.unitName ?? "");
  const others = parties.flatMap((uscc): LicenceEffect[] =>
    type === "surviving"
      ? [{ kind: "amend", holder: { uscc }, reason, items: remainingItemsOf(answers) }, { kind: "conditions", holder: { uscc } }]
      : [{ kind: "cancel", holder: { uscc }, reason }],
  );
  return [own, { kind: "roster", from: parties }, ...others];
}
