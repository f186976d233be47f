"use server";

import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { recordAbsence, RecordAbsenceInput, removeAbsence, RemoveAbsenceInput } from "@/lib/services/review/absences";
import { assignCases, AssignCasesInput, redistributeCases, RedistributeInput } from "@/lib/services/review/assign-cases";
import { claimCase } from "@/lib/services/review/claim-case";
import { acknowledgeNotices, SeenInput } from "@/lib/services/review/holder-notices";
import { removeView, RemoveViewInput, renameView, RenameViewInput, saveView, SaveViewInput } from "@/lib/services/review/saved-views";

const ClaimCommand = z.object({ applicationId: z.uuid(), takeOverReason: z.string().trim().min(1, "请写明接办的理由").max(200, "理由请不超过200字").optional() });

export const claimAction = defineAction(ClaimCommand, async (actor, command) => {
  await claimCase(actor, command);
  return {};
});

export const assignCasesAction = defineAction(AssignCasesInput, assignCases);
export const redistributeAction = defineAction(RedistributeInput, redistributeCases);
export const saveViewAction = defineAction(SaveViewInput, saveView);
export const renameViewAction = defineAction(RenameViewInput, renameView);
export const removeViewAction = defineAction(RemoveViewInput, removeView);
export const acknowledgeNoticesAction = defineAction(SeenInput, acknowledgeNotices);
export const recordAbsenceAction = defineAction(RecordAbsenceInput, recordAbsence);
export const removeAbsenceAction = defineAction(RemoveAbsenceInput, removeAbsence);
