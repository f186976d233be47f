"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { currentActor } from "@/lib/auth/current-actor";
import { loginPath } from "@/lib/auth/login-path";
import { usesSecureCookies } from "@/lib/auth/secure-cookies";
import { endSession, extendSession } from "@/lib/services/accounts/sessions";

/** 【继续填写】：顺延闲置时间。 */
export const extendSessionAction = defineAction(z.object({}), (actor) => extendSession(actor));

/** 退出登录：先在服务器上结束会话，再去掉 Cookie。 */
export async function signOutAction(): Promise<void> {
  await endSession(await currentActor());
  (await cookies()).delete(`${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`);
  redirect(loginPath("enterprise", undefined, "signedOut"));
}
