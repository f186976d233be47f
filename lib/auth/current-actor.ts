import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, EnterpriseActor, StaffActor } from "@/lib/access/actor";
import { forbidden } from "@/lib/access/refusal";
import { readSession, type SignedInSession } from "@/lib/services/accounts/read-session";
import { clientAddress } from "./client-address";
import { hindranceOf } from "./hindrance";
import { loginPath } from "./login-path";
import { passwordDueWords } from "./password-due";
import { isPrefetch, pathHeader } from "./request-path";
import { readSessionToken } from "./session-token";

/** 本次请求的会话；一次请求只查一次库。预取不算「在用」。 */
export const currentSession = cache(async (): Promise<SignedInSession | undefined> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const req = { cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])), headers: {} };
  const token = await readSessionToken(req as Parameters<typeof readSessionToken>[0]);
  if (typeof token?.sessionId !== "string") return undefined;
  const found = await readSession(token.sessionId, !isPrefetch(head));
  return found && found.session.audience === token.audience ? { ...found, actor: { ...found.actor, address: clientAddress(head) } } : undefined;
});

/**
 * 谁在操作：企业人员、内网人员，或未登录的公众。每个服务的第一个参数由此而来。
 * @throws Refusal forbidden 登录着，但要先改密码，或先设置动态口令
 */
export async function currentActor(): Promise<Actor> {
  const found = await currentSession();
  const hindrance = found && hindranceOf(found);
  if (hindrance) throw forbidden(hindrance.words);
  return found?.actor ?? visitor();
}

/**
 * 设置动态口令、结束别处的登录用：还没有设置动态口令也办得了。
 * @throws Refusal forbidden 登录着，但要先改密码
 */
export async function actorBeforeSecondFactor(): Promise<Actor> {
  const found = await currentSession();
  if (found?.passwordDue) throw forbidden(passwordDueWords[found.passwordDue]);
  return found?.actor ?? visitor();
}

/** 密码到期也办得了的几件事用：改密码、退出、继续、找回。 */
export async function actorBeforePassword(): Promise<Actor> {
  return (await currentSession())?.actor ?? visitor();
}

const visitor = async (): Promise<Actor> => ({ kind: "public", address: clientAddress(await headers()) });

/** 先要办一件事的，除了办它的那一页，哪里都先带去那一页。 */
async function requireReady(found: SignedInSession): Promise<void> {
  const hindrance = hindranceOf(found);
  const path = (await herePath())?.split("?")[0];
  if (hindrance && path !== hindrance.page) redirect(hindrance.page);
}

async function herePath(): Promise<string | undefined> {
  return (await headers()).get(pathHeader) ?? undefined;
}

type Frame<Kind extends Actor["kind"]> = SignedInSession & { actor: Extract<Actor, { kind: Kind }> };

/**
 * 企业各页的框的入口：不是企业账号就去企业登录页，登录后回到原处。
 * 先要改密码、设置动态口令的，由页面带去那一页，不在框里：动作之后重画的框在两页之间不换，从框里带去就没完没了。
 */
export async function requireEnterpriseFrame(): Promise<Frame<"enterprise">> {
  const found = await currentSession();
  if (found?.actor.kind !== "enterprise") redirect(loginPath("enterprise", await herePath(), found ? "audience" : "ended"));
  return { ...found, actor: found.actor };
}

/** 企业页面的入口。 */
export async function requireEnterpriseActor(): Promise<EnterpriseActor> {
  const found = await requireEnterpriseFrame();
  await requireReady(found);
  return found.actor;
}

/** 内网各页的框的入口，同上。 */
export async function requireStaffFrame(): Promise<Frame<"staff">> {
  const found = await currentSession();
  if (found?.actor.kind !== "staff") redirect(loginPath("staff", await herePath(), found ? "audience" : "ended"));
  return { ...found, actor: found.actor };
}

/** 内网页面的入口。 */
export async function requireStaffActor(): Promise<StaffActor> {
  const found = await requireStaffFrame();
  await requireReady(found);
  return found.actor;
}
