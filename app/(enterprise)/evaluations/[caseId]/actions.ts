"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { rate } from "@/lib/services/evaluation/rate";

const RateCommand = z.object({ caseId: z.uuid(), idempotencyKey: z.uuid(), rating: z.unknown() });

/** 评成之后重画页首：待办的数目随之减一。 */
export const rateAction = defineAction(RateCommand, async (actor, input) => {
  const rated = await rate(actor, input);
  refresh();
  return rated;
});
