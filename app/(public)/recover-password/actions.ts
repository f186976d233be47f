"use server";

import { defineAction } from "@/lib/actions/define-action";
import { RecoverInput, recoverPassword, RecoveryCodeInput, requestRecoveryCode } from "@/lib/services/accounts/recover-password";

export const requestRecoveryCodeAction = defineAction(RecoveryCodeInput, requestRecoveryCode);

export const recoverPasswordAction = defineAction(RecoverInput, recoverPassword);
