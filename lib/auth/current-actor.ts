import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import type { Actor, EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { readSession, type SignedInSession } from "@/lib/services/accounts/read-session";
import { clientAddress } from "./client-address";
import { loginPath } from "./login-path";
import { isPrefetch, pathHeader } from "./request-path";
import { usesSecureCookies } from "./secure-cookies";

/** 本次请求的会话；一次请求只查一次库。预取不算「在用」。 */
export const currentSession = cache(async (): Promise<SignedInSession | undefined> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const req = { cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])), headers: {} };
  const token = await getToken({ req: req as Parameters<typeof getToken>[0]["req"], secureCookie: usesSecureCookies() });
  if (typeof token?.sessionId !== "string") return undefined;
  const found = await readSession(token.sessionId, !isPrefetch(head));
  return found?.session.audience === token.audience ? found : undefined;
});

/** 谁在操作：企业人员、内网人员，或未登录的公众。每个服务的第一个参数由此而来。 */
export async function currentActor(): Promise<Actor> {
  const found = await currentSession();
  return found?.actor ?? { kind: "public", address: clientAddress(await headers()) };
}

async function herePath(): Promise<string | undefined> {
  return (await headers()).get(pathHeader) ?? undefined;
}

/** 企业页面的入口：不是企业账号就去企业登录页，登录后回到原处。 */
export async function requireEnterpriseActor(): Promise<EnterpriseActor> {
  const actor = await currentActor();
  if (actor.kind === "enterprise") return actor;
  redirect(loginPath("enterprise", await herePath(), actor.kind === "staff" ? "audience" : "ended"));
}

/** 内网页面的入口。 */
export async function requireStaffActor(): Promise<StaffActor> {
  const actor = await currentActor();
  if (actor.kind === "staff") return actor;
  redirect(loginPath("staff", await herePath(), actor.kind === "enterprise" ? "audience" : "ended"));
}
