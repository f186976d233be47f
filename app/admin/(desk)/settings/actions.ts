"use server";

import { defineAction } from "@/lib/actions/define-action";
import { assignPosts, AssignPostsInput, ResetPasswordInput, resetStaffPassword } from "@/lib/services/accounts/staff-accounts";
import { changeHandlingDays, ChangeHandlingDaysInput } from "@/lib/services/evaluation/bad-ratings/handling-days";
import { ChooseProfileInput, choosePasswordProfile, chooseRuleSet, ChooseRuleSetInput, confirmOfficeDigits, OfficeDigitsInput } from "@/lib/services/settings/manage-settings";

export const chooseRuleSetAction = defineAction(ChooseRuleSetInput, chooseRuleSet);

export const choosePasswordProfileAction = defineAction(ChooseProfileInput, choosePasswordProfile);

export const confirmOfficeDigitsAction = defineAction(OfficeDigitsInput, confirmOfficeDigits);

export const assignPostsAction = defineAction(AssignPostsInput, assignPosts);

export const resetStaffPasswordAction = defineAction(ResetPasswordInput, resetStaffPassword);

export const changeHandlingDaysAction = defineAction(ChangeHandlingDaysInput, changeHandlingDays);
