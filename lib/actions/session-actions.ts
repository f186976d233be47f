"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { loginPath } from "@/lib/auth/login-path";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";
import { ChangePasswordInput, changePassword } from "@/lib/services/accounts/change-password";
import { endSession, extendSession } from "@/lib/services/accounts/sessions";
import { defineAction } from "./define-action";
import { requireOwnOrigin } from "@/lib/auth/origin";

/** 【继续填写】：顺延闲置时间。 */
export const extendSessionAction = defineAction(z.object({}), (actor) => extendSession(actor), { whoActs: actorBeforePassword });

/** 改好之后重画本页：密码到期的提示随之不见。 */
export const changePasswordAction = defineAction(
  ChangePasswordInput,
  async (actor, input) => {
    await changePassword(actor, input);
    refresh();
  },
  { whoActs: actorBeforePassword },
);

/** 退出登录：先在服务器上结束会话，再去掉 Cookie（过长时会分成几段）。 */
export async function signOutAction(): Promise<void> {
  requireOwnOrigin(await headers());
  const actor = await actorBeforePassword();
  await endSession(actor);
  const jar = await cookies();
  const name = `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
  for (const cookie of jar.getAll()) if (cookie.name === name || cookie.name.startsWith(`${name}.`)) jar.delete({ name: cookie.name, secure: usesSecureCookies(), path: "/" });
  redirect(loginPath(actor.kind === "staff" ? "staff" : "enterprise", undefined, "signedOut"));
}
