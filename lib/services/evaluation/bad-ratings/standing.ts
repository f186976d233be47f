import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, can, requireStaff } from "@/lib/access/can";
import { forbidden, notFound } from "@/lib/access/refusal";
import type { BadRatingRecord } from "@/lib/data/bad-ratings";
import { phoneStates } from "@/lib/evaluation/bad-ratings/phone-look";
import { type BadRatingFacts, type BadRatingRole, type BadRatingStanding, type Doer } from "@/lib/evaluation/bad-ratings/workflow";
import type { BadRatingState } from "@/lib/terms/bad-ratings";

export const WHAT = "这件差评";

/** 地址与表单里的编号不可信。 */
export const isBadRatingId = (id: string): boolean => z.uuid().safeParse(id).success;

/** 内网的人才谈得上；走错一侧、未登录的拒绝。 */
export function requireHandler(actor: Actor): StaffActor {
  const staff = requireStaff(actor);
  authorise(staff, "badRating.answer", { officeCode: staff.officeCode });
  return staff;
}

/** 看得到的人：管好差评的、系统管理员，与这一件的承办人；别的机构答没有找到。 */
export function requireReadable(staff: StaffActor, record: BadRatingRecord | undefined): BadRatingRecord {
  if (!record || record.officeCode !== staff.officeCode) throw notFound(WHAT);
  if (!can(staff, "badRating.oversee", { officeCode: record.officeCode }) && record.assigneeId !== staff.accountId) throw forbidden();
  return record;
}

/** 此人在这一件上以什么身份办。 */
export function doerOn(staff: StaffActor, { officeCode, assigneeId }: Pick<BadRatingRecord, "officeCode" | "assigneeId">): Doer {
  const roles: BadRatingRole[] = [];
  if (can(staff, "badRating.dispatch", { officeCode })) roles.push("officer");
  if (assigneeId === staff.accountId) roles.push("assignee");
  return { accountId: staff.accountId, roles };
}

/** 为回访查看电话：好差评管理员，且正到回访这一步。 */
export const mayLookUpPhone = (staff: StaffActor, { officeCode, state }: BadRatingRecord): boolean =>
  can(staff, "badRating.dispatch", { officeCode }) && phoneStates.includes(state as BadRatingState);

export const standingOf = ({ state, verdict, appeal, callBack, raterName }: BadRatingRecord): BadRatingStanding => ({
  state: state as BadRatingState, verdict, appeal, callBack, raterName,
});

export const factsOf = (record: BadRatingRecord, history: BadRatingFacts["history"], caseHandlers: readonly string[]): BadRatingFacts => ({
  ...standingOf(record), history, caseHandlers,
});
