import type * as Argon2 from "@node-rs/argon2";
import { describe, expect, it, vi } from "vitest";
import type { SignedInActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";
import { goodPassword, newStaff, register, signInAs, visitor } from "./fixtures";

/** 核对过的散列，照真的核对。 */
const checked = vi.hoisted((): string[] => []);
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof Argon2>();
  return { ...real, verify: (stored: string, ...rest: [string]) => (checked.push(stored), real.verify(stored, ...rest)) };
});

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { signIn, wrongCredentials } = await import("@/lib/services/accounts/sign-in");
const { readSession } = await import("@/lib/services/accounts/read-session");
const { endSession, extendSession } = await import("@/lib/services/accounts/sessions");

const attempt = (login: string, password: string, audience: "enterprise" | "staff" = "enterprise") => signIn(visitor(), { audience, login, password });
const ageSession = (actor: SignedInActor, minutes: number) =>
  db().$executeRaw`UPDATE "Session" SET "touchedAt" = now() - make_interval(mins => ${minutes}::int) WHERE "id" = ${actor.sessionId}::uuid`;
const touchedAt = async (actor: SignedInActor) => (await db().session.findUniqueOrThrow({ where: { id: actor.sessionId } })).touchedAt.getTime();

describe("登录", () => {
  it("L-3.2-02 L-1-02 L-1-01 P-1-05 企业账号登录成为企业人员，内网账号登录成为审核人员", async () => {
    const { login } = await register();
    expect(await signInAs(login)).toMatchObject({ kind: "enterprise", roles: ["owner"] });
    expect(await signInAs(await newStaff(["intake"]), goodPassword, "staff")).toMatchObject({ kind: "staff", officeCode: "NEEB", roles: ["intake"] });
  });

  it("L-3.2-05 密码不对、账号不存在、走错入口、已停用：同一句话，不建会话", async () => {
    const { login } = await register();
    const staff = await newStaff(["examiner"]);
    const disabled = await register();
    await db().account.update({ where: { login: disabled.login }, data: { state: "disabled" } });
    const before = await db().session.count();
    for (const [name, password, audience] of [[login, "Wrong-2026", "enterprise"], ["nobody_at_all", goodPassword, "enterprise"], [staff, goodPassword, "enterprise"], [login, goodPassword, "staff"], [disabled.login, goodPassword, "enterprise"]] as const) {
      await expect(attempt(name, password, audience)).rejects.toMatchObject({ code: "invalid", message: wrongCredentials });
    }
    expect(await db().session.count()).toBe(before);
    expect(wrongCredentials).toBe("账号或密码不正确");
  });

  it("L-3.2-05 账号在不在，所花时间相当", async () => {
    // 都核对一次密码，散列的算法与参数相同；实测的时间见 npm run faults T13
    const { login } = await register();
    const parametersOf = async (name: string): Promise<string[]> => {
      checked.length = 0;
      await attempt(name, "Wrong-2026").catch(() => undefined);
      return checked.map((stored) => stored.split("$").slice(0, 4).join("$"));
    };
    const [known, unknown] = [await parametersOf(login), await parametersOf("ghost_nobody")];
    expect(known).toEqual([expect.stringMatching(/^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+$/)]);
    expect(unknown).toEqual(known);
  });

  it("L-3.2-05 十五分钟内五次不对即锁定，对的密码也不行；过后可以再登录", async () => {
    const { login } = await register();
    for (let left = 4; left > 0; left -= 1) await expect(attempt(login, "Wrong-2026")).rejects.toMatchObject({ fields: { note: expect.stringContaining(`还可以尝试 ${left} 次`) } });
    await expect(attempt(login, "Wrong-2026")).rejects.toMatchObject({ code: "tooMany" });
    await expect(attempt(login, goodPassword)).rejects.toMatchObject({ code: "tooMany" });
    await db().$executeRaw`UPDATE "LoginAttempt" SET "lockedUntil" = now() - interval '1 second' WHERE "login" = ${`enterprise:${login}`}`;
    await expect(attempt(login, goodPassword)).resolves.toBeTruthy();
  });

  it("L-3.2-05 不对的、锁定的各留一条审计：哪个账号、从哪里，没有密码", async () => {
    const { login } = await register();
    const stranger = visitor();
    for (let i = 0; i < 5; i += 1) await signIn(stranger, { audience: "enterprise", login, password: "Wrong-2026" }).catch(() => undefined);
    const left = await db().auditEntry.findMany({ where: { subject: "Login", subjectId: { contains: login } }, orderBy: { at: "asc" } });
    expect(left.map(({ action }) => action)).toEqual([...Array.from({ length: 4 }, () => "account.signInRefused"), "account.locked"]);
    expect(new Set(left.map(({ address }) => address))).toEqual(new Set([stranger.address]));
    expect(JSON.stringify(left)).not.toContain("Wrong-2026");
  });

  it("L-3.2-05 不存在的账号也一样锁定", async () => {
    for (let i = 0; i < 5; i += 1) await attempt("no_such_user", "Wrong-2026").catch(() => undefined);
    await expect(attempt("no_such_user", "Wrong-2026")).rejects.toMatchObject({ code: "tooMany" });
  });

  it("L-3.2-05 三十次同时猜，只核对五次", async () => {
    const { login } = await register();
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => attempt(login, "Wrong-2026")));
    const notes = results.map((result) => (result.status === "rejected" ? result.reason.code : "in"));
    expect(notes.filter((code) => code === "invalid")).toHaveLength(4);
    expect(notes.filter((code) => code === "tooMany")).toHaveLength(26);
    expect((await db().loginAttempt.findUniqueOrThrow({ where: { login: `enterprise:${login}` } })).failures).toBe(5);
  });

  it("L-3.2-05 陌生人把账号猜到锁定，本人在常用的地方照样登录；在那里也只能错五次", async () => {
    const { login } = await register();
    const [home, stranger] = [visitor(), visitor()];
    const from = (who: typeof home, password: string) => signIn(who, { audience: "enterprise", login, password });
    await from(home, goodPassword);
    for (let i = 0; i < 5; i += 1) await from(stranger, "Wrong-2026").catch(() => undefined);
    await expect(from(stranger, goodPassword)).rejects.toMatchObject({ code: "tooMany" });
    await expect(attempt(login, goodPassword)).rejects.toMatchObject({ code: "tooMany" });
    await expect(from(home, goodPassword)).resolves.toBeTruthy();
    // 陌生人也不能冒名去占本人的计数
    for (let i = 0; i < 5; i += 1) await signIn(visitor(), { audience: "enterprise", login: `${home.address}|${login}`, password: "x" }).catch(() => undefined);
    await expect(from(home, goodPassword)).resolves.toBeTruthy();
    for (let i = 0; i < 5; i += 1) await from(home, "Wrong-2026").catch(() => undefined);
    await expect(from(home, goodPassword)).rejects.toMatchObject({ code: "tooMany" });
  });

  it("L-3.2-05 从一个地址一遍遍换账号试，失败一百次即止；成功的不算", async () => {
    const { login } = await register();
    const who = visitor();
    await db().rateLimit.create({ data: { key: `signIn.address:${who.address}`, count: 98, until: new Date(Date.now() + 60_000) } });
    for (let i = 0; i < 5; i += 1) await signIn(who, { audience: "enterprise", login, password: goodPassword });
    for (const name of ["ghost_a1", "ghost_a2"]) await expect(signIn(who, { audience: "enterprise", login: name, password: "x" })).rejects.toMatchObject({ code: "invalid" });
    await expect(signIn(who, { audience: "enterprise", login, password: goodPassword })).rejects.toMatchObject({ code: "tooMany", message: expect.stringContaining("15 分钟") });
    await expect(attempt(login, goodPassword)).resolves.toBeTruthy();
  });

  it("L-6-01 外网猜内网账号，不会把内网人员锁在门外", async () => {
    const staff = await newStaff(["signer"]);
    for (let i = 0; i < 6; i += 1) await attempt(staff, "Wrong-2026", "enterprise").catch(() => undefined);
    await expect(attempt(staff, goodPassword, "staff")).resolves.toBeTruthy();
  });
});

describe("会话", () => {
  it("企业闲置三十分钟、内网十五分钟即失效", async () => {
    const [enterprise, staff] = [await signInAs((await register()).login), await signInAs(await newStaff(["intake"]), goodPassword, "staff")];
    await ageSession(enterprise, 29);
    await ageSession(staff, 14);
    expect(await readSession(enterprise.sessionId, false)).toBeDefined();
    expect(await readSession(staff.sessionId, false)).toBeDefined();
    await ageSession(enterprise, 30);
    await ageSession(staff, 15);
    expect(await readSession(enterprise.sessionId)).toBeUndefined();
    expect(await readSession(staff.sessionId)).toBeUndefined();
  });

  it("使用会延长，一分钟至多记一次；轮询与预取不延长；按【继续填写】立即延长", async () => {
    const actor = await signInAs((await register()).login);
    const first = await touchedAt(actor);
    await readSession(actor.sessionId);
    expect(await touchedAt(actor)).toBe(first);
    await ageSession(actor, 20);
    const old = await touchedAt(actor);
    await readSession(actor.sessionId, false);
    expect(await touchedAt(actor)).toBe(old);
    await readSession(actor.sessionId);
    const fresh = await touchedAt(actor);
    expect(fresh).toBeGreaterThan(old);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await extendSession(actor);
    expect(await touchedAt(actor)).toBeGreaterThan(fresh);
  });

  it("十二小时是绝对期限，延长也不过", async () => {
    const actor = await signInAs((await register()).login);
    const row = await db().session.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeCloseTo(12 * 3_600_000, -4);
    await db().$executeRaw`UPDATE "Session" SET "expiresAt" = now() WHERE "id" = ${actor.sessionId}::uuid`;
    await extendSession(actor);
    expect(await readSession(actor.sessionId)).toBeUndefined();
  });

  it("退出在服务器上结束会话；延长不能让它复活", async () => {
    const actor = await signInAs((await register()).login);
    await endSession(actor);
    await extendSession(actor);
    expect(await readSession(actor.sessionId)).toBeUndefined();
  });

  it("停用账号、收回角色立即生效", async () => {
    const { login } = await register();
    const actor = await signInAs(login);
    await db().account.update({ where: { login }, data: { roles: ["filler", "madeUp"] } });
    expect((await readSession(actor.sessionId))?.actor.roles).toEqual(["filler"]);
    await db().account.update({ where: { login }, data: { state: "disabled" } });
    expect(await readSession(actor.sessionId)).toBeUndefined();
  });

  it("不是会话号的一律没有", async () => {
    expect(await readSession("' OR 1=1 --")).toBeUndefined();
    expect(await readSession("019a0000-0000-7000-8000-000000000000")).toBeUndefined();
  });
});
