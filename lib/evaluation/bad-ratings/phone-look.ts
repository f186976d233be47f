import type { BadRatingState } from "@/lib/terms/bad-ratings";

/** 只在该回访的时候看得到评价人的电话。 */
export const phoneStates: readonly BadRatingState[] = ["answered", "calledBack"];

export const PHONE_REASON_MAX = 200;
