"use server";

import { defineAction } from "@/lib/actions/define-action";
import { decideRevocation, DecideRevocationInput } from "@/lib/services/follow-ups/decide-revocation";
import { recordConditions, RecordConditionsInput } from "@/lib/services/follow-ups/record-conditions";
import { recordDeferral, RecordDeferralInput } from "@/lib/services/follow-ups/record-deferral";
import { recordVerification, RecordVerificationInput } from "@/lib/services/follow-ups/record-verification";

export const recordDeferralAction = defineAction(RecordDeferralInput, recordDeferral);

export const recordVerificationAction = defineAction(RecordVerificationInput, recordVerification);

export const recordConditionsAction = defineAction(RecordConditionsInput, recordConditions);

export const decideRevocationAction = defineAction(DecideRevocationInput, decideRevocation);
