import { factText, registrationFields } from "@/lib/enterprise/particulars";
import { fieldsOf } from "@/lib/forms/definition";
import { formatChineseDate } from "@/lib/terms/dates";
import { personnelRoles } from "@/lib/terms/person";
import { codesOf, wordOf } from "@/lib/terms/option-map";
import type { Business, LicenceEffect, LicenceHolder } from "./business";
import type { LicenceFacts, LicensingContext } from "./context";
import { scopeText } from "./items";
import { type FactChange, scopeChanges } from "./licence/version-changes";
import { renewedExpiry } from "./licence/validity";
import { type EngagedPerson, peopleOf } from "./people";

export type { FactChange } from "./licence/version-changes";

const ON_DECISION = "作出决定之日";

/**
 * 这件申请准予之后，现有许可证、登记信息与人员会怎样变：变更前 → 变更后，全用文字。
 * 由业务声明的作用得出，所以每个业务都有；提交时冻结，签发前后看到的一样。从没有许可证开始的没有「变更前」。
 */
export function changesAgainstLicence(business: Pick<Business, "startsFrom" | "effects">, context: LicensingContext): FactChange[] {
  return business.startsFrom === "none" ? [] : business.effects(context).flatMap((effect) => changesBy(effect, context));
}

function changesBy(effect: LicenceEffect, context: LicensingContext): FactChange[] {
  switch (effect.kind) {
    case "issue":
      return [{ label: "新发许可证", before: "没有", after: `${scopeText(context.ruleSet, effect.items)}，有效期${context.ruleSet.validityYears.value}年` }];
    case "amend":
      return amended(effect, context);
    case "cancel":
      return cancelled(effect.holder, context);
    case "particulars":
      return particulars(effect.changes, context);
    case "roster":
      return rosterChanges(context.people ?? [], peopleOf(context.answers), context.people !== undefined);
    case "leave":
      return [leaving(effect, context)];
    case "join":
      return [joining(effect, context)];
    case "conditions":
      return [];
  }
}

interface Held {
  /** 另一方的企业名称；申请人自己的为空。 */
  owner: string;
  licence: LicenceFacts;
}

function heldBy(holder: LicenceHolder, { licence, parties = [] }: LicensingContext): Held | undefined {
  if (holder === "applicant") return licence && { owner: "", licence };
  const party = parties.find(({ uscc }) => uscc === holder.uscc);
  return party?.licence && { owner: party.unitName, licence: party.licence };
}

const owned = (owner: string, changes: readonly FactChange[]): FactChange[] => (owner === "" ? [...changes] : changes.map((change) => ({ ...change, label: `${owner}：${change.label}` })));

function amended({ holder, items, renew }: Extract<LicenceEffect, { kind: "amend" }>, context: LicensingContext): FactChange[] {
  const held = heldBy(holder, context);
  if (!held) return [];
  const { licence } = held;
  const expiry = { label: "有效期至", before: formatChineseDate(licence.validTo), after: formatChineseDate(renewedExpiry(licence.validTo, context.ruleSet.validityYears.value)) };
  return owned(held.owner, [
    ...(items ? scopeChanges(licence, { ruleSetId: context.ruleSet.id, items }) : []),
    ...(renew ? [expiry] : []),
    { label: "发证日期", before: formatChineseDate(licence.issuedOn), after: ON_DECISION },
  ]);
}

function cancelled(holder: LicenceHolder, context: LicensingContext): FactChange[] {
  const held = heldBy(holder, context);
  return held ? owned(held.owner, [{ label: `许可证 ${held.licence.number}`, before: held.licence.scopeText, after: "注销" }]) : [];
}

/** 登记信息里不同的几项；证件号码给人看时遮盖。 */
function particulars(changes: Readonly<Record<string, string>>, { enterprise }: LicensingContext): FactChange[] {
  const after = { ...enterprise, ...changes };
  return fieldsOf(registrationFields)
    .map((field): FactChange => ({ label: field.label, before: factText(field, enterprise), after: factText(field, after), ...(field.mask ? { mask: field.mask } : {}) }))
    .filter((change) => change.before !== change.after);
}

const sameEngagement = (a: EngagedPerson, b: EngagedPerson): boolean => a.idNumber === b.idNumber && a.kind === b.kind;
const named = (word: string, people: readonly EngagedPerson[]): string[] => (people.length === 0 ? [] : [`${word}${people.map(({ name }) => name).join("、")}`]);

/** 在册人员与申请名册相比，一种任职一处；不知道在册人员时不说。 */
function rosterChanges(engaged: readonly EngagedPerson[], listed: readonly EngagedPerson[], known: boolean): FactChange[] {
  if (!known) return [];
  return codesOf(personnelRoles).flatMap((kind) => {
    const [before, after] = [engaged.filter((person) => person.kind === kind), listed.filter((person) => person.kind === kind)];
    const joined = after.filter((person) => !before.some((other) => sameEngagement(other, person)));
    const left = before.filter((person) => !after.some((other) => sameEngagement(other, person)));
    if (joined.length + left.length === 0) return [];
    return [{ label: personnelRoles[kind], before: `${before.length} 人`, after: [`${after.length} 人`, ...named("新增", joined), ...named("减少", left)].join("，") }];
  });
}

const rolesInWords = (roles: readonly string[], none: string): string => roles.map((role) => wordOf(personnelRoles, role)).join("、") || none;
const rolesHeld = (idNumber: string, { people = [] }: LicensingContext): string[] => people.filter((person) => person.idNumber === idNumber).map(({ kind }) => kind);

/** 身兼数职而只卸任一项的，仍在册的写出来。 */
function leaving({ idNumber, roles }: Extract<LicenceEffect, { kind: "leave" }>, context: LicensingContext): FactChange {
  const held = rolesHeld(idNumber, context);
  const name = context.people?.find((person) => person.idNumber === idNumber)?.name;
  return { label: name ?? "离职人员", before: rolesInWords(held.length > 0 ? held : roles, "在册"), after: rolesInWords(held.filter((role) => !(roles as readonly string[]).includes(role)), "离册") };
}

function joining({ person }: Extract<LicenceEffect, { kind: "join" }>, context: LicensingContext): FactChange {
  const held = rolesHeld(person.idNumber, context);
  return { label: person.name, before: rolesInWords(held, "不在册"), after: rolesInWords([...held, person.kind], "") };
}
