import { formatChineseDate } from "@/lib/terms/dates";
import type { LicenceEffect, LicenceItem } from "./business";
import type { LicenceFacts, LicensingContext, PartyFacts } from "./context";
import { scopeText } from "./items";
import { peopleOf } from "./people";

/** 一家企业的许可证与人员会怎样，逐句。 */
export interface EffectWords {
  uscc: string;
  name: string;
  lines: string[];
}

/**
 * 准予之后哪家的许可证、多少人会怎样，全用文字：签发前、另一方确认时看到的，与签发后通知、经过里写的是同一份。
 * 人员按身份证号码计，一人兼两职只算一人。
 */
export function effectsInWords(effects: readonly LicenceEffect[], context: LicensingContext): EffectWords[] {
  const { enterprise, parties = [] } = context;
  const said = effects.flatMap((effect) => saidBy(effect, effects, context));
  return [{ uscc: enterprise.uscc ?? "", name: nameOf(context) }, ...parties.map(({ uscc, unitName }) => ({ uscc, name: unitName }))]
    .map((one): EffectWords => ({ ...one, lines: said.filter(({ uscc }) => uscc === one.uscc).flatMap(({ lines }) => lines) }))
    .filter(({ lines }) => lines.length > 0);
}

type Said = Pick<EffectWords, "uscc" | "lines">;

const nameOf = ({ enterprise }: LicensingContext): string => enterprise.unitName ?? "申请人";

function saidBy(effect: LicenceEffect, all: readonly LicenceEffect[], context: LicensingContext): Said[] {
  const applicant = context.enterprise.uscc ?? "";
  switch (effect.kind) {
    case "issue":
      return [{ uscc: applicant, lines: [`发给新的许可证：${scopeText(context.ruleSet, effect.items)}，有效期${context.ruleSet.validityYears.value}年`] }];
    case "amend":
      return [{ uscc: holderOf(effect.holder, applicant), lines: amended(licenceOf(effect.holder, context), effect.items, context) }];
    case "cancel":
      return [{ uscc: holderOf(effect.holder, applicant), lines: cancelledLicence(licenceOf(effect.holder, context)) }];
    case "roster":
      return [{ uscc: applicant, lines: joining(context) }, ...leavers(effect.from ?? [], all, context)];
    default:
      return [];
  }
}

function leavers(from: readonly string[], all: readonly LicenceEffect[], context: LicensingContext): Said[] {
  const cancelled = all.flatMap((effect) => (effect.kind === "cancel" ? [holderOf(effect.holder, "")] : []));
  const left = (context.parties ?? []).filter(({ uscc }) => from.includes(uscc));
  return left.map((party) => ({ uscc: party.uscc, lines: leaving(party, nameOf(context), cancelled.includes(party.uscc)) }));
}

type Holder = Extract<LicenceEffect, { kind: "amend" }>["holder"];

const holderOf = (holder: Holder, applicant: string): string => (holder === "applicant" ? applicant : holder.uscc);

function licenceOf(holder: Holder, { licence, parties = [] }: LicensingContext): LicenceFacts | undefined {
  return holder === "applicant" ? licence : parties.find(({ uscc }) => uscc === holder.uscc)?.licence;
}

function amended(licence: LicenceFacts | undefined, items: readonly LicenceItem[] | undefined, { ruleSet }: LicensingContext): string[] {
  if (!licence) return [];
  const after = items ? scopeText(ruleSet, items) : licence.scopeText;
  const scope = after === licence.scopeText ? `仍为${after}` : `由${licence.scopeText}变更为${after}`;
  return [`许可证 ${licence.number} ${scope}，编号与有效期（至${formatChineseDate(licence.validTo)}）不变`];
}

const cancelledLicence = (licence: LicenceFacts | undefined): string[] => (licence ? [`许可证 ${licence.number}（${licence.scopeText}）注销`] : []);

const countOf = (numbers: readonly string[]): number => new Set(numbers).size;

function joining({ answers, people, parties = [] }: LicensingContext): string[] {
  const listed = peopleOf(answers).map(({ idNumber }) => idNumber);
  const moved = parties.filter((party) => (party.people?.moving.length ?? 0) > 0).map((party) => `${party.people?.moving.length} 人由${party.unitName}转入`);
  const gone = people ? countOf(people.map(({ idNumber }) => idNumber).filter((number) => !listed.includes(number))) : 0;
  return [[`在册人员以本次申请的名册为准，共 ${countOf(listed)} 人`, ...moved, ...(gone > 0 ? [`原在册的 ${gone} 人离册`] : [])].join("，")];
}

function leaving({ people }: PartyFacts, applicant: string, losesLicence: boolean): string[] {
  if (!people) return [];
  const { engaged, moving } = people;
  const rest = engaged - moving.length;
  const others = losesLicence ? `其余 ${rest} 人不再在册，可以到其他企业登记` : `其余 ${rest} 人仍在册`;
  return [`在册人员 ${engaged} 人，其中 ${moving.length} 人转到${applicant}${rest > 0 ? `，${others}` : ""}`];
}

/** 一句话一行，供通知与经过；如「沈阳甲公司：许可证 … 注销」。 */
export const effectSentences = (words: readonly EffectWords[]): string[] => words.map(({ name, lines }) => `${name}：${lines.join("；")}`);
