"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { rate } from "@/lib/services/evaluation/rate";

const RateCommand = z.object({ caseId: z.uuid(), idempotencyKey: z.uuid(), rating: z.unknown() });

export const rateAction = defineAction(RateCommand, (actor, input) => rate(actor, input));
