"use server";

import { defineAction } from "@/lib/actions/define-action";
import { generateMatterCode, GenerateMatterCodeInput } from "@/lib/services/evaluation/codes/matter-codes";
import { revokeCode, RevokeCodeInput } from "@/lib/services/evaluation/codes/revoke-code";
import { generateVisitCodes, GenerateVisitCodesInput } from "@/lib/services/evaluation/codes/visit-codes";

export const generateVisitCodesAction = defineAction(GenerateVisitCodesInput, generateVisitCodes);

export const generateMatterCodeAction = defineAction(GenerateMatterCodeInput, generateMatterCode);

export const revokeCodeAction = defineAction(RevokeCodeInput, revokeCode);
