"use server";

import { defineAction } from "@/lib/actions/define-action";
import { approveClaim, ApproveClaimInput, rejectClaim, RejectClaimInput } from "@/lib/services/claims/decide-claim";

export const approveClaimAction = defineAction(ApproveClaimInput, approveClaim);

export const rejectClaimAction = defineAction(RejectClaimInput, rejectClaim);
