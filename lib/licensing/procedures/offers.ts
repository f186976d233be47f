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
  qualifies: (standing: CreditStanding) => boolean;
}

const isBarred = ({ restrictions, today }: CreditStanding, kind: RestrictionKind): boolean =>
  restrictions.some((restriction) => restriction.kind === kind && restriction.untilOn >= today);

/** 两年内有没有「申请容缺受理，但未按时提交容缺材料」；满二十四个月的当日仍算在内。 */
function hasDefaulted({ deferralDefaults, today }: CreditStanding): boolean {
  return deferralDefaults.some((date) => date <= today && today <= addMonths(date, limits.deferredMaterialBarMonths.value));
}

/** 次序即对话框里的次序：自贸区的提示在先（gaps G-L-07）。 */
const special: Readonly<Record<SpecialProcedure, Procedure>> = {
  freeTradeZone: {
    businesses: ["new-licence", "registration-change", "scope-change", "renewal", "reissue"],
    qualifies: (standing) => standing.pilotZone && !isBarred(standing, "commitment"),
  },
  commitment: {
    businesses: ["new-licence", "scope-change", "renewal", "division", "merger"],
    qualifies: (standing) => standing.commitmentRegion && !isBarred(standing, "commitment"),
  },
  conditionalAcceptance: {
    businesses: ["new-licence", "scope-change"],
    qualifies: (standing) => !hasDefaulted(standing) && !isBarred(standing, "deferral"),
  },
};

const codes = Object.keys(special) as SpecialProcedure[];

/** 这个业务有没有一般程序之外的办理方式；没有的不必问信用接口。 */
export function hasSpecialProcedures(business: BusinessCode): boolean {
  return codes.some((code) => special[code].businesses.includes(business));
}

/** 这家企业办这个业务可以用的办理方式；只有信用良好的才有（决定十一）。 */
export function offersFor(business: BusinessCode, standing: CreditStanding): SpecialProcedure[] {
  if (standing.grade !== "good") return [];
  return codes.filter((code) => special[code].businesses.includes(business) && special[code].qualifies(standing));
}
