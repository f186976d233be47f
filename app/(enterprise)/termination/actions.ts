"use server";

import { defineAction } from "@/lib/actions/define-action";
import { TerminateApplicationInput, terminateApplication } from "@/lib/services/applications/terminate-application";

/** 终止一件在办的申请。 */
export const terminateApplicationAction = defineAction(TerminateApplicationInput, terminateApplication);
