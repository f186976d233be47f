"use server";

import { defineAction } from "@/lib/actions/define-action";
import { removeAttachment, RemoveAttachmentInput } from "@/lib/services/attachments/remove-attachment";
import { reportRectification, ReportRectificationInput } from "@/lib/services/follow-ups/report-rectification";
import { supplyDeferral, SupplyDeferralInput } from "@/lib/services/follow-ups/supply-deferral";

export const supplyDeferralAction = defineAction(SupplyDeferralInput, supplyDeferral);

export const reportRectificationAction = defineAction(ReportRectificationInput, reportRectification);

export const removeSuppliedFileAction = defineAction(RemoveAttachmentInput, removeAttachment);
