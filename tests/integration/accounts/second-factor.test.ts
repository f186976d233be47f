import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PublicActor, StaffActor } from "@/lib/access/actor";
import { counterCode, stepAt } from "@/lib/integrations/vault/one-time-code";
import { openSecret } from "@/lib/integrations/vault/second-factor";
import { freshDatabase } from "../database";
import { goodPassword, newStaff, register, signInAs, visitor } from "./fixtures";

const request = { path: "/admin/queue/intake", sessionId: "", audience: "staff" };
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-request-path": request.path, origin: "http://localhost:3000", "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/143.0 Safari/537.36", "x-client-address": "10.1.2.3" }), cookies: async () => ({ getAll: () => [] }) }));
vi.mock("next-auth/jwt", () => ({ getToken: async () => ({ sessionId: request.sessionId, audience: request.audience }) }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/navigation", () => ({
  redirect: (target: string) => {
    throw Object.assign(new Error(`NEXT_REDIRECT ${target}`), { digest: "NEXT_REDIRECT" });
  },
}));

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { completeSignIn } = await import("@/lib/services/accounts/complete-sign-in");
const { resetSecondFactor } = await import("@/lib/services/accounts/change-staff");
const { endOtherSessions, endOwnSession, listOwnSessions } = await import("@/lib/services/accounts/own-sessions");
const { readSession } = await import("@/lib/services/accounts/read-session");
const { beginEnrolment, confirmEnrolment, getSecondFactor, removeSecondFactor, renewRecoveryCodes } = await import("@/lib/services/accounts/second-factor");
const { signIn } = await import("@/lib/services/accounts/sign-in");
const { requireSecondFactor } = await import("@/lib/services/settings/manage-settings");
const { actorBeforeSecondFactor, currentActor, requireStaffActor, requireStaffFrame } = await import("@/lib/auth/current-actor");

const secretOf = async (accountId: string) => openSecret((await db().secondFactor.findUniqueOrThrow({ where: { accountId } })).sealedSecret, accountId);
/** 现在的口令；ahead 是往后（前）几步的。 */
const codeFor = async (accountId: string, ahead = 0) => counterCode(await secretOf(accountId), stepAt(new Date()) + ahead);
/** 让用过的那一步作废的记录退回去，如同过了半分钟。 */
const passStep = (accountId: string) => db().secondFactor.update({ where: { accountId }, data: { lastStep: 0 } });

async function enter(role = "intake") {
  const login = await newStaff([role]);
  return { login, actor: (await signInAs(login, goodPassword, "staff")) as StaffActor };
}

async function enrolled(role = "intake") {
  const { login, actor } = await enter(role);
  await beginEnrolment(actor, { password: goodPassword });
  const { recoveryCodes } = await confirmEnrolment(actor, { code: await codeFor(actor.accountId) });
  await passStep(actor.accountId);
  return { login, actor, recoveryCodes };
}

/** 输入密码这一步：答出接着登录用的令牌。 */
async function pendingOf(login: string, from: PublicActor, audience: "staff" | "enterprise" = "staff"): Promise<string> {
  const refused = await signIn(from, { audience, login, password: goodPassword }).then(() => undefined, (error: { message: string; fields: Record<string, string> }) => error);
  expect(refused?.message).toBe("请输入动态口令");
  return refused?.fields.pending ?? "";
}

beforeEach(() => db().setting.deleteMany());

describe("设置动态口令", () => {
  it("L-6-01 先核对密码，扫码并输入第一个口令才算数；密钥加密存放，恢复码只存散列、各用一次", async () => {
    const { login, actor } = await enter();
    await expect(beginEnrolment(actor, { password: "Wrong-2026" })).rejects.toMatchObject({ code: "invalid", fields: { password: expect.any(String) } });
    const { qr, secret } = await beginEnrolment(actor, { password: goodPassword });
    expect(qr).toContain("<svg");
    expect(secret).toMatch(/^([A-Z2-7]{4} ?){8}$/);
    const row = await db().secondFactor.findUniqueOrThrow({ where: { accountId: actor.accountId } });
    expect(JSON.stringify(row)).not.toContain((await secretOf(actor.accountId)).toString("base64url"));
    await expect(confirmEnrolment(actor, { code: "000000" })).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    expect(await signInAs(login, goodPassword, "staff"), "确认之前登录不受影响").toBeTruthy();
    const { recoveryCodes } = await confirmEnrolment(actor, { code: await codeFor(actor.accountId) });
    expect(recoveryCodes).toHaveLength(10);
    expect(JSON.stringify(await db().recoveryCode.findMany())).not.toContain(recoveryCodes[0]);
    expect(await getSecondFactor(actor)).toMatchObject({ since: expect.any(String), recoveryLeft: 10, required: false });
    await expect(beginEnrolment(actor, { password: goodPassword })).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmEnrolment(actor, { code: await codeFor(actor.accountId) })).rejects.toMatchObject({ code: "conflict" });
    expect(await db().auditEntry.count({ where: { action: "account.secondFactorOn", subjectId: actor.accountId } })).toBe(1);
  });

  it("L-6-01 停用、换恢复码都要密码与口令；停用后只凭密码登录", async () => {
    const { login, actor, recoveryCodes } = await enrolled();
    await expect(removeSecondFactor(actor, { password: "Wrong-2026", code: await codeFor(actor.accountId) })).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    await expect(removeSecondFactor(actor, { password: goodPassword, code: "000000" })).rejects.toMatchObject({ fields: { code: expect.any(String) } });
    const renewed = await renewRecoveryCodes(actor, { password: goodPassword, code: recoveryCodes[0] ?? "" });
    await expect(removeSecondFactor(actor, { password: goodPassword, code: recoveryCodes[1] ?? "" }), "原来的恢复码作废").rejects.toMatchObject({ code: "invalid" });
    await removeSecondFactor(actor, { password: goodPassword, code: renewed.recoveryCodes[0] ?? "" });
    expect(await signInAs(login, goodPassword, "staff")).toBeTruthy();
    expect(await db().recoveryCode.count({ where: { accountId: actor.accountId } })).toBe(0);
  });
});

describe("登录的第二步", () => {
  it("L-6-01 密码对了才说要口令；口令对了才有会话，同一个口令不能用第二次，前一步的、后一步的也认", async () => {
    const { login, actor } = await enrolled();
    const from = visitor();
    await expect(signIn(from, { audience: "staff", login, password: "Wrong-2026" })).rejects.toMatchObject({ message: "账号或密码不正确", fields: { note: expect.any(String) } });
    const before = await db().session.count({ where: { accountId: actor.accountId } });
    const pending = await pendingOf(login, from);
    expect(await db().session.count({ where: { accountId: actor.accountId } })).toBe(before);
    const code = await codeFor(actor.accountId);
    const { sessionId } = await completeSignIn(from, { audience: "staff", pending, code });
    expect((await readSession(sessionId))?.actor).toMatchObject({ accountId: actor.accountId });
    await expect(completeSignIn(from, { audience: "staff", pending, code }), "用过的").rejects.toMatchObject({ code: "invalid" });
    await expect(completeSignIn(from, { audience: "staff", pending, code: await codeFor(actor.accountId, -1) }), "比用过的还早").rejects.toMatchObject({ code: "invalid" });
    expect(await completeSignIn(from, { audience: "staff", pending, code: await codeFor(actor.accountId, 1) })).toBeTruthy();
    await expect(completeSignIn(from, { audience: "staff", pending, code: await codeFor(actor.accountId, 3) }), "还没有到的").rejects.toMatchObject({ code: "invalid" });
    const proofs = await db().auditEntry.findMany({ where: { action: "account.signIn", subjectId: actor.accountId }, orderBy: { at: "asc" } });
    expect(proofs.map(({ detail }) => detail)).toEqual([null, { secondProof: "authenticator" }, { secondProof: "authenticator" }]);
  });

  it("L-6-01 同时送来同一个口令、同一个恢复码，各只成一次", async () => {
    const { login, actor, recoveryCodes } = await enrolled();
    const from = visitor();
    const pending = await pendingOf(login, from);
    for (const code of [await codeFor(actor.accountId), recoveryCodes[3]?.toLowerCase() ?? ""]) {
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => completeSignIn(from, { audience: "staff", pending, code })));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
    expect(await getSecondFactor(actor)).toMatchObject({ recoveryLeft: 9 });
  });

  it("L-6-01 口令错五次即锁定，之后对的也不行；别处、别人的令牌、过期的、改了密码的都要重来", async () => {
    const { login, actor } = await enrolled();
    const from = visitor();
    const pending = await pendingOf(login, from);
    const code = await codeFor(actor.accountId);
    for (const [wrong, who] of [[pending, visitor()], [`${pending.slice(0, -1)}${pending.endsWith("A") ? "B" : "A"}`, from], ["x", from]] as const) await expect(completeSignIn(who, { audience: "staff", pending: wrong, code })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(completeSignIn(from, { audience: "enterprise", pending, code })).rejects.toMatchObject({ code: "unauthenticated" });
    for (let i = 1; i < 5; i += 1) await expect(completeSignIn(from, { audience: "staff", pending, code: "000000" })).rejects.toMatchObject({ code: "invalid", fields: { note: expect.stringContaining(`${5 - i} 次`) } });
    await expect(completeSignIn(from, { audience: "staff", pending, code: "000000" })).rejects.toMatchObject({ code: "tooMany" });
    await expect(completeSignIn(from, { audience: "staff", pending, code })).rejects.toMatchObject({ code: "tooMany" });
    await db().loginAttempt.deleteMany();
    await db().account.update({ where: { id: actor.accountId }, data: { passwordHash: "changed" } });
    await expect(completeSignIn(from, { audience: "staff", pending, code })).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await db().auditEntry.count({ where: { action: "account.codeRefused", subjectId: actor.accountId } })).toBe(5);
  });

  it("L-6-01 令牌五分钟内有效", async () => {
    const { login, actor } = await enrolled();
    const from = visitor();
    const { issueSignIn } = await import("@/lib/integrations/vault/sign-in-token");
    const { pendingScope } = await import("@/lib/services/accounts/sign-in");
    const account = await db().account.findUniqueOrThrow({ where: { login } });
    const issued = (minutes: number) => issueSignIn({ accountId: actor.accountId, issuedAt: new Date(Date.now() - minutes * 60_000) }, pendingScope(account, from.address));
    const code = await codeFor(actor.accountId);
    await expect(completeSignIn(from, { audience: "staff", pending: issued(5.5), code })).rejects.toMatchObject({ code: "unauthenticated", message: "登录超时，请重新输入密码" });
    expect(await completeSignIn(from, { audience: "staff", pending: issued(4.5), code })).toBeTruthy();
  });

  it("L-6-01 手机丢失的由系统管理员重设：口令与恢复码作废，各处的登录结束；自己的、没有设置的不行", async () => {
    const administrator = (await enter("administrator")).actor;
    const { login, actor } = await enrolled();
    await resetSecondFactor(administrator, { accountId: actor.accountId });
    expect(await readSession(actor.sessionId)).toBeUndefined();
    expect(await signInAs(login, goodPassword, "staff")).toBeTruthy();
    await expect(resetSecondFactor(administrator, { accountId: actor.accountId })).rejects.toMatchObject({ code: "notFound" });
    await expect(resetSecondFactor(administrator, { accountId: administrator.accountId })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("经登录框的两步", () => {
  it("L-6-01 第一步答令牌而没有会话，第二步只凭令牌与口令；记下设备，审计写明凭什么", async () => {
    const { authOptions } = await import("@/lib/auth/options");
    const [provider] = authOptions.providers as unknown as { options: { authorize: (given: unknown) => Promise<{ sessionId: string; audience: string }> } }[];
    const authorize = (given: object) => provider?.options.authorize({ audience: "staff", ...given }).catch((error: Error) => JSON.parse(error.message) as Record<string, unknown>);
    const { login, actor, recoveryCodes } = await enrolled();
    expect(await authorize({ login, password: "Wrong-2026" })).toMatchObject({ message: "账号或密码不正确", again: false });
    for (const odd of ["a".repeat(5_000), "a\u0000b"]) expect(await authorize({ login: odd, password: goodPassword })).toMatchObject({ message: "账号或密码不正确" });
    for (const blank of [{ login: " ", password: "x" }, { login, password: "" }]) expect(await authorize(blank)).toMatchObject({ message: "请输入登录账号和登录密码" });
    const wide = login.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    expect(await authorize({ login: wide, password: goodPassword })).toMatchObject({ message: "请输入动态口令" });
    const first = await authorize({ login, password: goodPassword });
    expect(first).toMatchObject({ message: "请输入动态口令", pending: expect.any(String) });
    const pending = (first as { pending: string }).pending;
    expect(await authorize({ pending, code: "000000" })).toMatchObject({ message: expect.stringContaining("动态口令不正确"), again: false });
    expect(await authorize({ pending: "forged", code: recoveryCodes[0] })).toMatchObject({ again: true });
    const entered = await authorize({ pending, code: recoveryCodes[0] });
    expect(entered).toMatchObject({ id: actor.accountId, audience: "staff", sessionId: expect.any(String) });
    expect(await db().session.findUniqueOrThrow({ where: { id: (entered as { sessionId: string }).sessionId } })).toMatchObject({ device: "Windows 上的 Chrome" });
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "account.signIn", subjectId: actor.accountId }, orderBy: { at: "desc" } })).toMatchObject({ detail: { secondProof: "recovery" } });
  });
});

describe("登录着的浏览器再登录", () => {
  it("L-3.2-01 密码不对时原来的登录还在；换成新的，原来那一次在服务器上也结束", async () => {
    const { authOptions } = await import("@/lib/auth/options");
    const [provider] = authOptions.providers as unknown as { options: { authorize: (given: unknown) => Promise<{ sessionId: string }> } }[];
    const [former, next] = [await enter(), await enter()];
    Object.assign(request, { sessionId: former.actor.sessionId, audience: "staff" });
    await provider?.options.authorize({ audience: "staff", login: next.login, password: "Wrong-2026" }).catch(() => undefined);
    expect(await readSession(former.actor.sessionId)).toBeDefined();
    const entered = await provider?.options.authorize({ audience: "staff", login: next.login, password: goodPassword });
    expect(await readSession(former.actor.sessionId)).toBeUndefined();
    expect(await readSession(entered?.sessionId ?? "")).toBeDefined();
    expect(await readSession(next.actor.sessionId)).toBeDefined();
  });
});

describe("要求内网人员都用动态口令", () => {
  it("L-6-01 没有设置的只进得了设置那一页，动作一律不办；设置好就都办得了，企业不受影响", async () => {
    const unready = (await enter("administrator")).actor;
    await expect(requireSecondFactor(unready, { required: true })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("您自己的动态口令") });
    const administrator = (await enrolled("administrator")).actor;
    await requireSecondFactor(administrator, { required: true });
    const { actor } = await enter();
    Object.assign(request, { sessionId: actor.sessionId, path: "/admin/queue/intake", audience: "staff" });
    await expect(requireStaffActor()).rejects.toThrow("NEXT_REDIRECT /admin/security");
    expect((await requireStaffFrame()).actor.accountId, "框不带人去别处：动作之后重画的框会没完没了").toBe(actor.accountId);
    await expect(currentActor()).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("动态口令") });
    request.path = "/admin/security";
    const own = await requireStaffActor();
    expect(await actorBeforeSecondFactor()).toMatchObject({ accountId: actor.accountId });
    await db().account.update({ where: { id: actor.accountId }, data: { passwordTemporary: true } });
    await expect(requireStaffActor(), "先改密码").rejects.toThrow("NEXT_REDIRECT /admin/password");
    await expect(actorBeforeSecondFactor()).rejects.toMatchObject({ code: "forbidden" });
    await db().account.update({ where: { id: actor.accountId }, data: { passwordTemporary: false } });
    await beginEnrolment(own, { password: goodPassword });
    await confirmEnrolment(own, { code: await codeFor(actor.accountId) });
    request.path = "/admin/queue/intake";
    expect(await currentActor()).toMatchObject({ accountId: actor.accountId });
    expect(await requireStaffActor()).toMatchObject({ accountId: actor.accountId });
    const owner = await signInAs((await register()).login);
    expect((await readSession(owner.sessionId))?.secondFactorDue).toBeUndefined();
  });
});

describe("自己在各处的登录", () => {
  it.each(["staff", "enterprise"] as const)("issue 5 %s：看得到设备、地址与时间，结束一处或别处全部；别人的、正用着的结束不了", async (audience) => {
    const login = audience === "staff" ? await newStaff(["signer"]) : (await register()).login;
    const actor = await signInAs(login, goodPassword, audience);
    const other = await signIn({ ...visitor(), device: "安卓 上的 Chrome" }, { audience, login, password: goodPassword });
    const third = await signIn(visitor(), { audience, login, password: goodPassword });
    const idle = await signIn(visitor(), { audience, login, password: goodPassword });
    await db().session.update({ where: { id: idle.sessionId }, data: { touchedAt: new Date(Date.now() - 3_600_000) } });
    const sessions = await listOwnSessions(actor);
    expect(sessions.map(({ id }) => id).toSorted()).toEqual([actor.sessionId, other.sessionId, third.sessionId].toSorted());
    expect(sessions.find(({ id }) => id === other.sessionId)).toMatchObject({ device: "安卓 上的 Chrome", address: expect.stringMatching(/^10\./), current: false });
    expect(sessions.find(({ current }) => current)?.id).toBe(actor.sessionId);
    await endOwnSession(actor, { sessionId: other.sessionId });
    expect(await readSession(other.sessionId)).toBeUndefined();
    await expect(endOwnSession(actor, { sessionId: other.sessionId })).rejects.toMatchObject({ code: "notFound" });
    await expect(endOwnSession(actor, { sessionId: actor.sessionId })).rejects.toMatchObject({ code: "conflict" });
    const stranger = await signInAs(await newStaff(["intake"]), goodPassword, "staff");
    await expect(endOwnSession(actor, { sessionId: stranger.sessionId })).rejects.toMatchObject({ code: "notFound" });
    await endOtherSessions(actor);
    expect(await readSession(third.sessionId)).toBeUndefined();
    expect(await readSession(actor.sessionId)).toBeTruthy();
    expect(await readSession(stranger.sessionId)).toBeTruthy();
  });
});
