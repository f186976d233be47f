import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { headers } from "next/headers";
import * as z from "zod";
import { Refusal } from "@/lib/access/refusal";
import { isPlainInput } from "@/lib/forms/plain-text";
import { sessionHours } from "@/lib/services/accounts/session-policy";
import { endSession } from "@/lib/services/accounts/sessions";
import { readSession } from "@/lib/services/accounts/read-session";
import { signIn } from "@/lib/services/accounts/sign-in";
import { reportFault } from "@/lib/services/platform/report-fault";
import { clientAddress } from "./client-address";
import { usesSecureCookies } from "./secure-cookies";

const Credentials = z.object({
  audience: z.enum(["enterprise", "staff"]),
  login: z.string().trim().min(1).max(60).refine(isPlainInput),
  password: z.string().min(1).max(200).refine(isPlainInput),
});

/** 登录失败时给登录框的内容；next-auth 把错误文字原样带回浏览器。 */
const failure = (message: string, note = ""): Error => new Error(JSON.stringify({ message, note }));

async function authorizeCredentials(given: unknown) {
  const parsed = Credentials.safeParse(given);
  if (!parsed.success) throw failure("请输入登录账号和登录密码");
  try {
    const actor = { kind: "public" as const, address: clientAddress(await headers()) };
    const { sessionId, accountId } = await signIn(actor, parsed.data);
    return { id: accountId, sessionId, audience: parsed.data.audience };
  } catch (error) {
    if (error instanceof Refusal) throw failure(error.message, error.fields.note);
    throw failure(`系统繁忙，请稍后再试。编号 ${reportFault(error)}`);
  }
}

/** Cookie 里只有会话号与受众；是谁、有什么权限，每次都从会话行读取（decisions 21）。 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: sessionHours * 3_600 },
  useSecureCookies: usesSecureCookies(),
  pages: { signIn: "/login", error: "/login", signOut: "/login" },
  providers: [CredentialsProvider({ name: "账号密码", credentials: { login: {}, password: {}, audience: {} }, authorize: authorizeCredentials })],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id, sessionId: user.sessionId, audience: user.audience } : token),
    session: ({ session, token }) => ({ expires: session.expires, accountId: token.sub, audience: token.audience }),
  },
  events: {
    signOut: async ({ token }) => {
      const found = typeof token?.sessionId === "string" ? await readSession(token.sessionId, false) : undefined;
      if (found) await endSession({ ...found.actor, address: clientAddress(await headers()) });
    },
  },
};
