"use server";

import { defineAction } from "@/lib/actions/define-action";
import { ChangePasswordInput, changePassword } from "@/lib/services/accounts/change-password";

export const changePasswordAction = defineAction(ChangePasswordInput, changePassword);
