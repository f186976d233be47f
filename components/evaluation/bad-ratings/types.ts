import type { Act } from "@/components/account/reply";
import type { BadRatingAction } from "@/lib/evaluation/bad-ratings/workflow";
import type { HandlingWords } from "@/lib/evaluation/bad-ratings/handling";
import type { BadRatingState } from "@/lib/terms/bad-ratings";

export type Handle = Act<HandlingWords & { badRatingId: string; action: BadRatingAction; revision: number; idempotencyKey: string }, { state: BadRatingState }>;
export type LookUp = Act<{ badRatingId: string; reason: string }, { phone: string }>;
