"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { ChangePasswordInput, changePassword } from "@/lib/services/accounts/change-password";

/** 改好之后重画本页：密码到期的提示随之不见。 */
export const changePasswordAction = defineAction(
  ChangePasswordInput,
  async (actor, input) => {
    await changePassword(actor, input);
    refresh();
  },
  { whoActs: actorBeforePassword },
);
