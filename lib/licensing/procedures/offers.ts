import type { BusinessCode } from "@/lib/terms/businesses";
import type { CreditGradeCode, RestrictionKind } from "@/lib/terms/credit";
import { addMonths, type IsoDate } from "@/lib/workflow/iso-date";
import { limits } from "../rule-sets/limits";
import type { SpecialProcedure } from "./start";

/** 判断能用哪些办理方式所知的一家企业。 */
export interface CreditStanding {
  today: IsoDate;
  grade: CreditGradeCode;
  /** 在自贸区试点范围内。 */
  pilotZone: boolean;
  /** 在承诺制区域内。 */
  commitmentRegion: boolean;
  /** 申请容缺受理而未按时提交容缺材料的日期。 */
  deferralDefaults: readonly IsoDate[];
  /** 限制期；untilOn 为最后一日。 */
  restrictions: readonly { kind: RestrictionKind | (string & {}); untilOn: IsoDate }[];
}

interface Procedure {
  /** 手册里有这种办理方式的业务。 */
  businesses: readonly BusinessCode[];
  /** 在试点之内的才有；缺省都有。 */
  within?: (standing: CreditStanding) => boolean;
  /** 不得使用到哪天为止（含当日），没有限制的为 undefined。 */
  barredUntil: (standing: CreditStanding) => IsoDate | undefined;
}

/** 正在限制期内的最后一日。 */
function restrictedUntil({ restrictions, today }: CreditStanding, kind: RestrictionKind): IsoDate | undefined {
  return restrictions.filter((restriction) => restriction.kind === kind && restriction.untilOn >= today).map(({ untilOn }) => untilOn).sort().at(-1);
}

/** 两年内有「申请容缺受理，但未按时提交容缺材料」的；满二十四个月的当日仍算在内。 */
function deferralBarredUntil(standing: CreditStanding): IsoDate | undefined {
  const { deferralDefaults, today } = standing;
  const defaulted = deferralDefaults.filter((date) => date <= today).map((date) => addMonths(date, limits.deferredMaterialBarMonths.value)).filter((until) => until >= today);
  return [...defaulted, restrictedUntil(standing, "deferral") ?? ""].filter(Boolean).sort().at(-1);
}

const commitmentBarredUntil = (standing: CreditStanding): IsoDate | undefined => restrictedUntil(standing, "commitment");

/** 次序即对话框里的次序：自贸区的提示在先（gaps G-L-07）。 */
const special: Readonly<Record<SpecialProcedure, Procedure>> = {
  freeTradeZone: {
    businesses: ["new-licence", "registration-change", "scope-change", "renewal", "reissue"],
    within: ({ pilotZone }) => pilotZone,
    barredUntil: commitmentBarredUntil,
  },
  commitment: {
    businesses: ["new-licence", "scope-change", "renewal", "division", "merger"],
    within: ({ commitmentRegion }) => commitmentRegion,
    barredUntil: commitmentBarredUntil,
  },
  conditionalAcceptance: {
    businesses: ["new-licence", "scope-change"],
    barredUntil: deferralBarredUntil,
  },
};

const codes = Object.keys(special) as SpecialProcedure[];

/** 这个业务有没有一般程序之外的办理方式；没有的不必问信用接口。 */
export function hasSpecialProcedures(business: BusinessCode): boolean {
  return codes.some((code) => special[code].businesses.includes(business));
}

/** 信用良好、在试点之内的企业办这个业务本有的办理方式，限制期除外（决定十一）。 */
function eligibleFor(business: BusinessCode, standing: CreditStanding): SpecialProcedure[] {
  if (standing.grade !== "good") return [];
  return codes.filter((code) => special[code].businesses.includes(business) && (special[code].within?.(standing) ?? true));
}

/** 这家企业办这个业务可以用的办理方式。 */
export function offersFor(business: BusinessCode, standing: CreditStanding): SpecialProcedure[] {
  return eligibleFor(business, standing).filter((code) => special[code].barredUntil(standing) === undefined);
}

/** 本来可以用、因在限制期内而不能用的办理方式，到哪天为止；别的不说（L-4.1.7-10）。 */
export function barsFor(business: BusinessCode, standing: CreditStanding): { procedure: SpecialProcedure; untilOn: IsoDate }[] {
  return eligibleFor(business, standing).flatMap((procedure) => {
    const untilOn = special[procedure].barredUntil(standing);
    return untilOn === undefined ? [] : [{ procedure, untilOn }];
  });
}
