"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { claimCase } from "@/lib/services/review/claim-case";

const ClaimCommand = z.object({ applicationId: z.uuid(), takeOverReason: z.string().trim().min(1, "请写明接办的理由").max(200, "理由请不超过200字").optional() });

export const claimAction = defineAction(ClaimCommand, async (actor, command) => {
  await claimCase(actor, command);
  return {};
});
