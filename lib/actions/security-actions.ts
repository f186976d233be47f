"use server";

import * as z from "zod";
import { actorBeforeSecondFactor } from "@/lib/auth/current-actor";
import { chooseDailyReminder, DailyReminderInput } from "@/lib/services/accounts/daily-reminder";
import { endOtherSessions, endOwnSession, EndSessionInput } from "@/lib/services/accounts/own-sessions";
import { beginEnrolment, BeginEnrolmentInput, confirmEnrolment, ConfirmEnrolmentInput, ProveInput, removeSecondFactor, renewRecoveryCodes } from "@/lib/services/accounts/second-factor";
import { defineAction } from "./define-action";

const early = { whoActs: actorBeforeSecondFactor };

export const beginEnrolmentAction = defineAction(BeginEnrolmentInput, beginEnrolment, early);

export const confirmEnrolmentAction = defineAction(ConfirmEnrolmentInput, confirmEnrolment, early);

export const removeSecondFactorAction = defineAction(ProveInput, removeSecondFactor, early);

export const renewRecoveryCodesAction = defineAction(ProveInput, renewRecoveryCodes, early);

export const endOwnSessionAction = defineAction(EndSessionInput, endOwnSession, early);

export const endOtherSessionsAction = defineAction(z.object({}), (actor) => endOtherSessions(actor), early);

export const chooseDailyReminderAction = defineAction(DailyReminderInput, chooseDailyReminder);
