"use server";

import { defineAction } from "@/lib/actions/define-action";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { RecoverInput, recoverPassword, RecoveryCodeInput, requestRecoveryCode } from "@/lib/services/accounts/recover-password";

export const requestRecoveryCodeAction = defineAction(RecoveryCodeInput, requestRecoveryCode, { whoActs: actorBeforePassword });

export const recoverPasswordAction = defineAction(RecoverInput, recoverPassword, { whoActs: actorBeforePassword });
