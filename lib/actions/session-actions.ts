"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import * as z from "zod";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { loginPath } from "@/lib/auth/login-path";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";
import { endSession, extendSession } from "@/lib/services/accounts/sessions";
import { defineAction } from "./define-action";
import { requireOwnOrigin } from "./origin";

/** 【继续填写】：顺延闲置时间。 */
export const extendSessionAction = defineAction(z.object({}), (actor) => extendSession(actor), { whoActs: actorBeforePassword });

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
