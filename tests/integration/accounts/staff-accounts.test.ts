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
const { listStaff, resetStaffPassword } = await import("@/lib/services/accounts/staff-accounts");

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
