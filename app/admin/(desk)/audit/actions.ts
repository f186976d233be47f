"use server";

import { defineAction } from "@/lib/actions/define-action";
import { verifyAudit, VerifyAuditInput } from "@/lib/services/audit/verify-audit";

export const verifyAuditAction = defineAction(VerifyAuditInput, verifyAudit);
