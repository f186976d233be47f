import { type ProcedureCode, procedures } from "@/lib/terms/application";
import { type BusinessCode, businesses } from "@/lib/terms/businesses";
import { applicationBarEvents, type RestrictionKind, upgradeBarEvents } from "@/lib/terms/credit";
import { isCodeOf, wordOf } from "@/lib/terms/option-map";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import type { Business } from "./business";
import { isInForce, type LicenceRecord } from "./licence/state";
import { renewalStanding, renewalWindow } from "./licence/validity";
import { upgradeBar } from "./rule-sets/periods";

/** 判断能不能开始、能不能提交所知的企业现状。 */
export interface Standing {
  today: IsoDate;
  licence?: LicenceRecord;
  /** 企业（分立、合并时连同另一方）未办结的其他申请。 */
  running: readonly { business: BusinessCode; number: string; submitted: boolean }[];
  /** 今天仍在限制期内的。 */
  restrictions: readonly { kind: string; untilOn: IsoDate; reason: string }[];
}

/** 不能办的原因，以及可以改办什么。 */
export interface Obstacle {
  reason: string;
  instead?: BusinessCode;
}

type Code = Pick<Business, "code" | "startsFrom">;

/** 现在不能开始的原因；能开始时为 undefined。依据：决定二、十四；限制期见行政许可法第七十八、七十九条。 */
export function startObstacle(business: Code, standing: Standing): Obstacle | undefined {
  return restrictionObstacle(business, standing) ?? licenceObstacle(business, standing);
}

function restrictionObstacle({ code }: Code, { restrictions }: Standing): Obstacle | undefined {
  const barred = code === "cancellation" ? undefined : restrictions.find(({ kind }) => kind === "application" || (kind === "upgrade" && code === "scope-change"));
  if (!barred) return undefined;
  return { reason: `${becauseOf(barred)}，${formatChineseDate(barred.untilOn)}以前（含当日）不能申请${businesses[code]}。` };
}

/** 登记的情形存的是代码，其余存的就是文字。 */
function becauseOf({ kind, reason }: Standing["restrictions"][number]): string {
  if (kind === "upgrade") return `贵单位${upgradeBar}内有“${wordOf(upgradeBarEvents, reason)}”的情形`;
  return isCodeOf(applicationBarEvents, reason) ? `贵单位有“${applicationBarEvents[reason]}”的情形` : reason;
}

function licenceObstacle({ code, startsFrom }: Code, { licence, today }: Standing): Obstacle | undefined {
  if (startsFrom === "any") return undefined;
  const held = licence !== undefined && isInForce(licence, today) ? licence : undefined;
  if (startsFrom === "none") {
    if (!held || isTooLateToRenew(held, today)) return undefined;
    return { reason: "贵单位持有有效的许可证；增加类别或变更等级请办理许可事项变更", instead: "scope-change" };
  }
  if (!held) return { reason: "贵单位没有有效的许可证，请先办理许可证新申请", instead: "new-licence" };
  // 期限管的是首次提交：按期提交过的，补正后再交不受限
  const inTime = held.renewalSubmittedOn !== undefined && held.renewalSubmittedOn <= renewalWindow(held.validTo).closesOn;
  return code === "renewal" && !inTime ? renewalObstacle(held, today) : undefined;
}

/** 错过延续期限的，有效期内即可新申请，期满后生效（决定二）。 */
function isTooLateToRenew({ validTo, renewalSubmittedOn }: LicenceRecord, today: IsoDate): boolean {
  return renewalSubmittedOn === undefined && renewalStanding(validTo, today) === "closed";
}

function renewalObstacle({ validTo }: LicenceRecord, today: IsoDate): Obstacle | undefined {
  const { opensOn, closesOn } = renewalWindow(validTo);
  const expiry = `许可证有效期至${formatChineseDate(validTo)}`;
  switch (renewalStanding(validTo, today)) {
    case "notYetOpen":
      return { reason: `${expiry}，${formatChineseDate(opensOn)}起可以办理延续，最迟${formatChineseDate(closesOn)}提交` };
    case "closed":
      return { reason: `${expiry}，延续须在${formatChineseDate(closesOn)}前提交，已经逾期；请办理许可证新申请，期满后生效`, instead: "new-licence" };
    case "open":
      return undefined;
  }
}

/** 须独自办理：不能与任何在办的申请并存。 */
const ALONE: readonly BusinessCode[] = ["cancellation", "division", "merger"];
/** 互相排斥。 */
const EXCLUSIVE: readonly BusinessCode[] = ["scope-change", "renewal"];

/** 现在不能提交的原因：互斥自提交时起（决定十四）；开始时的前提到提交时再核一遍。 */
export function submitObstacle(business: Code, standing: Standing): Obstacle | undefined {
  const before = startObstacle(business, standing);
  if (before) return before;
  const rival = standing.running.find((other) => other.submitted && excludes(business.code, other.business));
  return rival && { reason: `${businesses[rival.business]} ${rival.number} 正在办理，办结或终止之后才能提交${businesses[business.code]}` };
}

/** 办理方式因哪种限制期不能再用。 */
const barOf: Readonly<Partial<Record<ProcedureCode, RestrictionKind>>> = { conditionalAcceptance: "deferral", commitment: "commitment", freeTradeZone: "commitment" };

/** 开始之后才受限制的，第一次提交时拒绝：所选的办理方式只在开始时核过（决定十二、十三）。 */
export function procedureObstacle(procedure: ProcedureCode, { restrictions }: Pick<Standing, "restrictions">): Obstacle | undefined {
  const kind = barOf[procedure];
  const barred = kind && restrictions.find((restriction) => restriction.kind === kind);
  return barred && { reason: `${barred.reason}，${formatChineseDate(barred.untilOn)}前不能按${procedures[procedure]}办理；请废弃这份草稿，改按一般程序重新开始` };
}

function excludes(own: BusinessCode, other: BusinessCode): boolean {
  if (ALONE.includes(own) || ALONE.includes(other)) return true;
  return EXCLUSIVE.includes(own) && EXCLUSIVE.includes(other);
}
