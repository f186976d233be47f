"use server";

import { defineAction } from "@/lib/actions/define-action";
import { changeHandlingDays, ChangeHandlingDaysInput } from "@/lib/services/evaluation/bad-ratings/handling-days";
import { ChooseProfileInput, choosePasswordProfile, chooseRuleSet, ChooseRuleSetInput, confirmOfficeDigits, OfficeDigitsInput, requireSecondFactor, RequireSecondFactorInput } from "@/lib/services/settings/manage-settings";

export const chooseRuleSetAction = defineAction(ChooseRuleSetInput, chooseRuleSet);

export const choosePasswordProfileAction = defineAction(ChooseProfileInput, choosePasswordProfile);

export const requireSecondFactorAction = defineAction(RequireSecondFactorInput, requireSecondFactor);

export const confirmOfficeDigitsAction = defineAction(OfficeDigitsInput, confirmOfficeDigits);

export const changeHandlingDaysAction = defineAction(ChangeHandlingDaysInput, changeHandlingDays);
