import { describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { judgePassword } from "@/lib/access/password-policy";
import { freshDatabase } from "../database";
import { goodPassword, newStaff, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { changePassword } = await import("@/lib/services/accounts/change-password");
const { readSession } = await import("@/lib/services/accounts/read-session");
const { signIn } = await import("@/lib/services/accounts/sign-in");
const { listStaff, resetStaffPassword, assignPosts } = await import("@/lib/services/accounts/staff-accounts");

const enter = async (role: string) => {
  const login = await newStaff([role]);
  return { login, actor: (await signInAs(login, goodPassword, "staff")) as StaffActor };
};
const idOf = async (login: string) => (await db().account.findUniqueOrThrow({ where: { login } })).id;

describe("重设内网人员的密码", () => {
  it("L-6-01 一次性密码登录后须先换掉；原密码、原来的登录作废，锁定解除，留下审计而不留密码", async () => {
    const administrator = (await enter("administrator")).actor;
    const { login, actor: old } = await enter("intake");
    for (let i = 0; i < 6; i += 1) await signIn(visitor(), { audience: "staff", login, password: "Wrong-2026" }).catch(() => undefined);
    const given = await resetStaffPassword(administrator, { accountId: await idOf(login) });
    expect(given.login).toBe(login);
    expect(await readSession(old.sessionId)).toBeUndefined();
    await expect(signInAs(login, goodPassword, "staff")).rejects.toMatchObject({ code: "invalid" });

    const { sessionId } = await signIn(visitor(), { audience: "staff", login, password: given.password });
    const entered = await readSession(sessionId);
    expect(entered?.passwordDue).toBe("temporary");
    expect((await listStaff(administrator)).find((row) => row.login === login)).toMatchObject({ temporary: true, active: true, own: false, posts: ["受理岗"] });
    await changePassword(entered?.actor ?? administrator, { current: given.password, password: "Mine-to-keep-2026", password2: "Mine-to-keep-2026" });
    expect((await readSession(sessionId))?.passwordDue).toBeUndefined();

    const [entry, ...others] = await db().auditEntry.findMany({ where: { action: "account.passwordReset" } });
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ actorId: administrator.accountId, subjectId: await idOf(login) });
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain(given.password);
  });

  it("一次性密码每次不同，两套密码策略都合", async () => {
    const administrator = (await enter("administrator")).actor;
    const accountId = await idOf(await newStaff(["examiner"]));
    const passwords = [];
    for (let i = 0; i < 5; i += 1) passwords.push((await resetStaffPassword(administrator, { accountId })).password);
    expect(new Set(passwords).size).toBe(5);
    for (const password of passwords) for (const profile of ["djbh3", "asvs"] as const) expect(judgePassword(profile, password, "shouli")).toBeUndefined();
  });

  it("自己的、停用的、企业的都不在这里重设；别的岗位、企业、公众都不能", async () => {
    const administrator = (await enter("administrator")).actor;
    const login = await newStaff(["signer"]);
    const accountId = await idOf(login);
    const owner = (await register()).login;
    await expect(resetStaffPassword(administrator, { accountId: administrator.accountId })).rejects.toMatchObject({ code: "conflict" });
    await expect(resetStaffPassword(administrator, { accountId: await idOf(owner) })).rejects.toMatchObject({ code: "notFound" });
    await db().account.update({ where: { login }, data: { state: "disabled" } });
    await expect(resetStaffPassword(administrator, { accountId })).rejects.toMatchObject({ code: "conflict" });
    for (const actor of [(await enter("intake")).actor, await signInAs(owner)]) await expect(resetStaffPassword(actor, { accountId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(resetStaffPassword(visitor(), { accountId })).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await signInAs(owner)).toBeTruthy();
  });
});

describe("变更内网人员的岗位", () => {
  it("即刻生效，原岗位与新岗位都进审计；没有变的不记", async () => {
    const administrator = (await enter("administrator")).actor;
    const { login, actor } = await enter("intake");
    const accountId = await idOf(login);
    await assignPosts(administrator, { accountId, posts: ["secondReviewer", "examiner"] });
    await assignPosts(administrator, { accountId, posts: ["examiner", "secondReviewer"] });
    expect((await readSession(actor.sessionId))?.actor.roles).toEqual(["examiner", "secondReviewer"]);
    const entries = await db().auditEntry.findMany({ where: { action: "account.posts", subjectId: accountId } });
    expect(entries.map(({ detail }) => detail)).toEqual([{ before: { roles: ["intake"] }, after: { roles: ["examiner", "secondReviewer"] } }]);
  });

  it("审计员不能兼任别的岗位，别的岗位也不能兼审计员；换成审计员一个可以，从此办不了别的、看得了审计", async () => {
    const administrator = (await enter("administrator")).actor;
    const accountId = await idOf(await newStaff(["signer"]));
    await expect(assignPosts(administrator, { accountId, posts: ["signer", "auditor"] })).rejects.toMatchObject({ code: "invalid", fields: { posts: "审计员不能兼任别的岗位" } });
    await assignPosts(administrator, { accountId, posts: ["auditor"] });
    await expect(assignPosts(administrator, { accountId, posts: ["auditor", "administrator"] })).rejects.toMatchObject({ code: "invalid" });
    expect((await db().account.findUniqueOrThrow({ where: { id: accountId } })).roles).toEqual(["auditor"]);
  });

  it("自己的、停用的、企业的不在这里变更；两位系统管理员同时变更，只有一位成", async () => {
    const [first, second] = [(await enter("administrator")).actor, (await enter("administrator")).actor];
    await expect(assignPosts(first, { accountId: first.accountId, posts: ["intake"] })).rejects.toMatchObject({ code: "conflict" });
    await expect(assignPosts(first, { accountId: await idOf((await register()).login), posts: ["intake"] })).rejects.toMatchObject({ code: "notFound" });
    const login = await newStaff(["signer"]);
    const accountId = await idOf(login);
    const outcomes = await Promise.allSettled([assignPosts(first, { accountId, posts: ["intake"] }), assignPosts(second, { accountId, posts: ["examiner"] })]);
    const entries = await db().auditEntry.count({ where: { action: "account.posts", subjectId: accountId } });
    expect(entries).toBe(outcomes.filter(({ status }) => status === "fulfilled").length);
    await db().account.update({ where: { login }, data: { state: "disabled" } });
    await expect(assignPosts(first, { accountId, posts: ["signer"] })).rejects.toMatchObject({ code: "conflict" });
  });
});
