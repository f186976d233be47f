"use server";

import { defineAction } from "@/lib/actions/define-action";
import { ResetPasswordInput, resetStaffPassword } from "@/lib/services/accounts/staff-accounts";
import { ChooseProfileInput, choosePasswordProfile, chooseRuleSet, ChooseRuleSetInput, confirmOfficeDigits, OfficeDigitsInput } from "@/lib/services/settings/manage-settings";

export const chooseRuleSetAction = defineAction(ChooseRuleSetInput, chooseRuleSet);

export const choosePasswordProfileAction = defineAction(ChooseProfileInput, choosePasswordProfile);

export const confirmOfficeDigitsAction = defineAction(OfficeDigitsInput, confirmOfficeDigits);

export const resetStaffPasswordAction = defineAction(ResetPasswordInput, resetStaffPassword);
