import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { headers } from "next/headers";
import * as z from "zod";
import type { PublicActor } from "@/lib/access/actor";
import { describeDevice } from "@/lib/access/device";
import { Refusal } from "@/lib/access/refusal";
import { isPlainInput } from "@/lib/forms/plain-text";
import { completeSignIn } from "@/lib/services/accounts/complete-sign-in";
import { sessionHours } from "@/lib/services/accounts/session-policy";
import { endSession } from "@/lib/services/accounts/sessions";
import { readSession } from "@/lib/services/accounts/read-session";
import { signIn, wrongCredentials } from "@/lib/services/accounts/sign-in";
import { reportFault } from "@/lib/services/platform/report-fault";
import { clientAddress } from "./client-address";
import { currentSession } from "./current-actor";
import { usesSecureCookies } from "./secure-cookies";
import { decodeSession } from "./session-token";

const audience = z.enum(["enterprise", "staff"]);

/** 第一步：账号与密码。 */
const Credentials = z.object({
  audience,
  login: z.string().trim().min(1).max(60).refine(isPlainInput),
  password: z.string().min(1).max(200).refine(isPlainInput),
});

/** 第二步：第一步给的令牌与动态口令；密码不再送一次。 */
const SecondStep = z.object({ audience, pending: z.string().min(1).max(200).refine(isPlainInput), code: z.string().trim().min(1).max(40).refine(isPlainInput) });

/** 登录失败时给登录框的内容；next-auth 把错误文字原样带回浏览器。pending 是还要动态口令的登录，again 是要从密码重新来。 */
const failure = (message: string, more: { note?: string | undefined; pending?: string | undefined; again?: boolean } = {}): Error => new Error(JSON.stringify({ message, note: "", ...more }));

/** 一步登录：按送来的内容是哪一步。 */
async function enterWith(actor: PublicActor, given: unknown) {
  const second = SecondStep.safeParse(given);
  if (second.success) return { ...(await completeSignIn(actor, second.data)), audience: second.data.audience };
  const first = Credentials.safeParse(given);
  if (!first.success) throw new Refusal("invalid", isBlank(given) ? "请输入登录账号和登录密码" : wrongCredentials);
  return { ...(await signIn(actor, first.data)), audience: first.data.audience };
}

/** 账号或密码有一样空着；过长的、夹着控制字符的不会是谁的账号。 */
const isBlank = (given: unknown): boolean => !z.object({ login: z.string().trim().min(1), password: z.string().min(1) }).safeParse(given).success;

async function authorizeCredentials(given: unknown) {
  const head = await headers();
  const device = describeDevice(head.get("user-agent") ?? "");
  try {
    const former = await currentSession();
    const { accountId, ...entered } = await enterWith({ kind: "public", address: clientAddress(head), ...(device ? { device } : {}) }, given);
    // Cookie 就要换成新的：原来那一次登录在服务器上也到此为止
    if (former) await endSession(former.actor);
    return { id: accountId, ...entered };
  } catch (error) {
    if (error instanceof Refusal) throw failure(error.message, { note: error.fields.note, pending: error.fields.pending, again: error.code === "unauthenticated" });
    throw failure(`系统繁忙，请稍后再试。编号 ${reportFault(error)}`);
  }
}

/** Cookie 里只有会话号与受众；是谁、有什么权限，每次都从会话行读取（decisions 21）。 */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: sessionHours * 3_600 },
  jwt: { decode: decodeSession },
  useSecureCookies: usesSecureCookies(),
  pages: { signIn: "/login", error: "/login", signOut: "/login" },
  providers: [CredentialsProvider({ name: "账号密码", credentials: { login: {}, password: {}, audience: {}, pending: {}, code: {} }, authorize: authorizeCredentials })],
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
