"use server";

import { defineAction } from "@/lib/actions/define-action";
import { recordDeferral, RecordDeferralInput } from "@/lib/services/follow-ups/record-deferral";
import { recordVerification, RecordVerificationInput } from "@/lib/services/follow-ups/record-verification";

export const recordDeferralAction = defineAction(RecordDeferralInput, recordDeferral);

export const recordVerificationAction = defineAction(RecordVerificationInput, recordVerification);
