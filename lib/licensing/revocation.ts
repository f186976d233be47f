import type { StaffRoleCode } from "@/lib/terms/roles";
import type { RevocationState } from "@/lib/terms/follow-ups";
import { type AvailableAction, availableActions, type Doer, type Transition } from "@/lib/workflow/transition";
import { addWorkingDays, type HolidayCalendar } from "@/lib/workflow/calendar";
import { formatChineseDate, type IsoDate } from "@/lib/workflow/iso-date";
import { limits } from "./rule-sets/limits";

export type RevocationAction = "propose" | "confirm" | "reject";

export const revocationActions = ["confirm", "reject"] as const satisfies readonly RevocationAction[];

/** 企业可以要求听证，到这一天为止；自听证告知书送达的次日起数。 */
export const hearingUntil = (deliveredOn: IsoDate, calendar: HolidayCalendar): IsoDate => addWorkingDays(deliveredOn, limits.hearingRequest.value, calendar);

/** 给人看的一句：告知书哪天送达，哪天以前可以要求听证；deliveredOn 为 null 即尚未送达。 */
export const hearingWords = (deliveredOn: IsoDate | null, calendar: HolidayCalendar): string =>
  deliveredOn === null ? "听证告知书尚未送达" : `听证告知书${formatChineseDate(deliveredOn)}送达，企业在${formatChineseDate(hearingUntil(deliveredOn, calendar))}以前可以要求听证`;

/**
 * 告知书没有送达的不能确认：没有告知，谈不上放弃。送达了而期限没有满就要确认的，须写明企业已书面放弃或者听证已经结束；写明了、已经满了的没有话说。
 * 依据：行政许可法第四十六条、第四十七条参照适用。
 */
export function hearingHindrance({ deliveredOn, note, today }: { deliveredOn: IsoDate | null; note: string; today: IsoDate }, calendar: HolidayCalendar): string | undefined {
  if (deliveredOn === null) return `${hearingWords(null, calendar)}，送达之后才能确认；当面、邮寄送达的请先登记`;
  const over = hearingUntil(deliveredOn, calendar) < today;
  return over || note !== "" ? undefined : `${hearingWords(deliveredOn, calendar)}；已书面放弃、或者听证已经结束的，请写明`;
}

/** 提出撤销的人不得自己决定。 */
const BEFORE_DECIDING: readonly RevocationAction[] = ["propose"];

/**
 * 撤销许可的流程：审查岗提出，另一人（签发岗）确认才生效，不同意的退回审查岗。
 * 依据：行政许可法第六十九条；职责分离见决定十八。
 */
export const revocationWorkflow: readonly Transition<RevocationState, RevocationAction, StaffRoleCode>[] = [
  {
    action: "confirm", label: "确认撤销", from: ["pending"], to: "confirmed", roles: ["signer"], tone: "danger", notBy: BEFORE_DECIDING, notice: "revoked",
    confirm: `确认后立即生效，不能撤回：许可证撤销，在册人员全部离册，电工登记释放。企业自收到听证告知书之日起${limits.hearingRequest.value}个工作日内可以要求听证，听证没有结束的，请不要确认。确定撤销吗？`,
  },
  { action: "reject", label: "不撤销，退回审查岗", from: ["pending"], to: "rejected", roles: ["signer"], needs: ["reason"], notBy: BEFORE_DECIDING, notice: "revocationRejected" },
];

/** 此人对这件提议能做什么；提出的人看得到，但说明须由他人办理。 */
export function revocationActionsFor({ state, proposedById }: { state: string; proposedById: string }, doer: Doer<StaffRoleCode>): AvailableAction<RevocationAction>[] {
  return availableActions(revocationWorkflow, { state: state as RevocationState, history: [{ action: "propose", actorId: proposedById }] }, doer);
}
