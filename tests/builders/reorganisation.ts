import type { Answers } from "@/lib/forms/answers";
import type { LicenceFacts, LicensingContext, PartyFacts } from "@/lib/licensing/context";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { DIVISION_TYPE_SECTION } from "@/lib/licensing/reorganisation";
import type { ReorganisationCode } from "@/lib/terms/reorganisation";
import { completeNewLicence, licensingContext } from "./new-licence";

/** 一件有效的许可证：承装四级、承试五级。 */
export function heldLicence(changes: Partial<LicenceFacts> = {}): LicenceFacts {
  return {
    licenceId: "licence-1", number: "2-1-00007-2023", ruleSetId: "NDRC-36-2020", items: [{ category: "installation", level: "4" }, { category: "testing", level: "5" }],
    scopeText: "承装四级、承试五级", holderName: "-", issuedOn: "2023-05-01", validFrom: "2023-05-01", validTo: "2029-04-30", nature: "first", ...changes,
  };
}

/** 一家持证的另一方；n 只为区别。 */
export function party(n: number, changes: Partial<PartyFacts> = {}): PartyFacts {
  return { uscc: `91210102XFAKE00${n}XY`, unitName: `沈阳${n}号电力工程有限公司`, legalRep: "钱进", licence: heldLicence({ number: `2-1-0000${n}-2023` }), people: { engaged: 12, moving: [] }, ...changes };
}

export interface ReorganisationOptions {
  type: ReorganisationCode;
  parties?: readonly PartyFacts[];
  licence?: LicenceFacts;
  items?: Record<string, string>;
  remainingItems?: Record<string, string>;
  chosen?: readonly string[];
}

const isDivision = (type: ReorganisationCode): boolean => type === "surviving" || type === "dissolving";

function choiceOf({ type, parties = [party(1)], items = { installation: "5", testing: "5" }, remainingItems, chosen = parties.map(({ uscc }) => uscc) }: ReorganisationOptions): Answers {
  if (!isDivision(type)) return { [CATEGORY_SECTION]: { mergerType: type, items, absorbed: chosen.map((uscc, n) => ({ rowId: `absorbed-${n}-row`, uscc })) } };
  return { [DIVISION_TYPE_SECTION]: { divisionType: type }, [CATEGORY_SECTION]: { counterparty: chosen[0] ?? "", items, ...(remainingItems ? { remainingItems } : {}) } };
}

/** 一件没有不符的分立或合并申请的上下文：人员、业绩与新申请的相同。 */
export function reorganisationContext(options: ReorganisationOptions): LicensingContext {
  const built = completeNewLicence({ items: options.items ?? { installation: "5", testing: "5" } });
  const { [CATEGORY_SECTION]: _choice, ...pages } = built.answers;
  const slots = isDivision(options.type) ? ["SPLIT_DOC"] : ["MERGE_DOC", "MG_CONSENT"];
  const files = [
    ...built.files.filter(({ section }) => section !== CATEGORY_SECTION),
    ...slots.map((slot) => ({ id: slot, section: CATEGORY_SECTION, slot, name: `${slot}.pdf`, size: 9, mediaType: "application/pdf" })),
  ];
  return { ...licensingContext({ answers: { ...pages, ...choiceOf(options) }, files }), parties: options.parties ?? [party(1)], ...(options.licence ? { licence: options.licence } : {}) };
}
