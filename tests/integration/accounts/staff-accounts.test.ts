import { describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { judgePassword } from "@/lib/access/password-policy";
import { freshDatabase } from "../database";
import { goodPassword, newStaff, passMinute, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { changePassword } = await import("@/lib/services/accounts/change-password");
const { readSession } = await import("@/lib/services/accounts/read-session");
const { requestRecoveryCode } = await import("@/lib/services/accounts/recover-password");
const { signIn } = await import("@/lib/services/accounts/sign-in");
const { CreateStaffInput, createStaff, resetStaffPassword } = await import("@/lib/services/accounts/staff-accounts");
const { changeStaff, endStaffSessions, setStaffState } = await import("@/lib/services/accounts/change-staff");
const { getStaff, listStaff } = await import("@/lib/services/accounts/list-staff");

const enter = async (role: string) => {
  const login = await newStaff([role]);
  return { login, actor: (await signInAs(login, goodPassword, "staff")) as StaffActor };
};
/** 只改岗位，别的照现在的。 */
async function assignPosts(actor: StaffActor, { accountId, posts, version }: { accountId: string; posts: StaffActor["roles"]; version?: string }) {
  const found = await db().account.findUnique({ where: { id: accountId } });
  const now = found?.audience === "staff" && accountId !== actor.accountId ? await getStaff(actor, accountId) : { name: "某", mobile: "", officeCode: "NEEB", version: "" };
  return changeStaff(actor, { accountId, version: version ?? now.version, name: now.name, mobile: now.mobile, officeCode: now.officeCode, posts: [...posts] });
}
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
    expect((await listStaff(administrator, { q: login })).rows).toMatchObject([{ temporary: true, active: true, own: false, posts: ["受理岗"] }]);
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
    const entries = await db().auditEntry.findMany({ where: { action: "account.edit", subjectId: accountId } });
    expect(entries.map(({ detail }) => detail)).toEqual([{ before: { displayName: "内网人员", officeCode: "NEEB", roles: ["intake"] }, after: { displayName: "内网人员", officeCode: "NEEB", roles: ["examiner", "secondReviewer"] } }]);
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
    const { version } = await getStaff(first, accountId);
    const outcomes = await Promise.allSettled([assignPosts(first, { accountId, version, posts: ["intake"] }), assignPosts(second, { accountId, version, posts: ["examiner"] })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const entries = await db().auditEntry.count({ where: { action: "account.edit", subjectId: accountId } });
    expect(entries).toBe(outcomes.filter(({ status }) => status === "fulfilled").length);
    await db().account.update({ where: { login }, data: { state: "disabled" } });
    await expect(assignPosts(first, { accountId, posts: ["signer"] })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("新建内网账号", () => {
  it("issue 5 一次性密码登录后须先换掉；账号有人用的、不合写法的、兼任审计员的都退回；审计里有岗位而没有密码", async () => {
    const administrator = (await enter("administrator")).actor;
    const wanted = { login: "new_intake_1", name: "李新", mobile: "", officeCode: "SC", posts: ["intake" as const] };
    const given = await createStaff(administrator, wanted);
    const actor = (await signInAs(given.login, given.password, "staff")) as StaffActor;
    expect(actor).toMatchObject({ name: "李新", officeCode: "SC", roles: ["intake"] });
    expect((await readSession(actor.sessionId))?.passwordDue).toBe("temporary");
    await expect(createStaff(administrator, wanted)).rejects.toMatchObject({ code: "invalid", fields: { login: expect.stringContaining("已被使用") } });
    await expect(createStaff(administrator, { ...wanted, login: "new_intake_2", posts: ["intake", "auditor"] })).rejects.toMatchObject({ fields: { posts: "审计员不能兼任别的岗位" } });
    for (const wrong of [{ login: "short" }, { login: "有中文的账号" }, { officeCode: "XX" }, { posts: [] }, { name: " " }, { name: "<script>alert(1)</script>" }]) expect(CreateStaffInput.safeParse({ ...wanted, ...wrong }).success).toBe(false);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: "account.create" } });
    expect(entry.detail).toEqual({ before: null, after: { login: "new_intake_1", displayName: "李新", officeCode: "SC", roles: ["intake"] } });
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain(given.password);
  });

  it("issue 5 手机号码选填：不是手机号码的退回，库里是原号码，页面与审计里遮盖；送回遮盖着的就是不改，删去就没有", async () => {
    const administrator = (await enter("administrator")).actor;
    const wanted = { login: "with_mobile_1", name: "李新", mobile: "13900001234", officeCode: "NEEB", posts: ["intake" as const] };
    await expect(createStaff(administrator, { ...wanted, mobile: "139000012" })).rejects.toMatchObject({ code: "invalid", fields: { mobile: "请输入正确的手机号码" } });
    await createStaff(administrator, CreateStaffInput.parse({ ...wanted, mobile: "+86 139 0000 1234" }));
    const accountId = await idOf(wanted.login);
    const stored = async () => (await db().account.findUniqueOrThrow({ where: { id: accountId } })).mobile;
    expect(await stored()).toBe("13900001234");
    const { login: _login, ...content } = wanted;
    const change = async (mobile: string, name = "李新") => changeStaff(administrator, { ...content, accountId, name, mobile, version: (await getStaff(administrator, accountId)).version });
    expect((await getStaff(administrator, accountId)).mobile).toBe("139****1234");
    await change("139****1234", "李新新");
    expect(await stored()).toBe("13900001234");
    await expect(change("139****9999")).rejects.toMatchObject({ code: "invalid", fields: { mobile: "请输入正确的手机号码" } });
    await change("13800005678");
    expect(await stored()).toBe("13800005678");
    await change("");
    expect(await stored()).toBeNull();
    const details = (await db().auditEntry.findMany({ where: { subjectId: accountId }, orderBy: { at: "asc" } })).map(({ detail }) => detail);
    expect(details).toMatchObject([{ after: { mobile: "139****1234" } }, { after: { mobile: "139****1234" } }, { before: { mobile: "139****1234" }, after: { mobile: "138****5678" } }, { before: { mobile: "138****5678" }, after: { displayName: "李新" } }]);
    expect(JSON.stringify(details)).not.toMatch(/\d{11}/);
  });

  it("issue 5 登录账号不分大小写：只差大小写的算有人用，怎样大小写都登录得了，失败一并计数", async () => {
    const administrator = (await enter("administrator")).actor;
    const wanted = { login: "case_test_1", name: "李新", mobile: "", officeCode: "NEEB", posts: ["intake" as const] };
    const given = await createStaff(administrator, wanted);
    await expect(createStaff(administrator, { ...wanted, login: "CASE_TEST_1" })).rejects.toMatchObject({ code: "invalid", fields: { login: expect.stringContaining("已被使用") } });
    await expect(register({}, { login: "Case_Test_1" })).rejects.toMatchObject({ fields: { account: expect.stringContaining("已被使用") } });
    await expect(db().account.create({ data: { login: "CASE_test_1", audience: "staff", displayName: "某", passwordHash: "-", roles: [], officeCode: "NEEB" } })).rejects.toMatchObject({ code: "P2002" });
    expect(await signInAs("CASE_TEST_1", given.password, "staff")).toMatchObject({ name: "李新" });
    const { login, mobile } = await register();
    await passMinute();
    await requestRecoveryCode(visitor(), { identifier: login.toUpperCase(), mobile });
    expect(await db().outboxMessage.count({ where: { recipient: mobile, template: "verification" } }), "注册一次，找回一次").toBe(2);
    expect(await signInAs(login.toUpperCase())).toMatchObject({ kind: "enterprise" });
    const outcomes = [];
    for (const name of ["case_test_1", "Case_test_1", "CASE_test_1", "case_TEST_1", "caSE_test_1", "case_tesT_1"]) {
      outcomes.push(await signIn(visitor(), { audience: "staff", login: name, password: "Wrong-2026" }).catch((error: { code: string }) => error.code));
    }
    expect(outcomes.slice(-2)).toEqual(["tooMany", "tooMany"]);
  });

  it("issue 5 按姓名或账号、机构、岗位、状态、外出查；一页三十位，接着往下查不重不漏", async () => {
    const administrator = (await enter("administrator")).actor;
    const office = { code: "GZ", name: "国家能源局贵州监管办公室", regionDigit: 6, officeDigit: 3 };
    await db().office.create({ data: office });
    const people = Array.from({ length: 33 }, (_one, index) => ({ login: `gz_${String(index).padStart(3, "0")}`, audience: "staff" as const, displayName: `黔${index}`, passwordHash: "-", roles: [index < 3 ? "signer" : "examiner"], officeCode: "GZ" }));
    await db().account.createMany({ data: people });
    const first = await listStaff(administrator, { office: "GZ" });
    const rest = await listStaff(administrator, { office: "GZ", after: first.next });
    expect([...first.rows, ...rest.rows].map(({ login }) => login)).toEqual(people.map(({ login }) => login));
    expect(first.rows).toHaveLength(30);
    expect(rest.next).toBeUndefined();
    expect((await listStaff(administrator, { office: "GZ", post: "signer" })).rows).toHaveLength(3);
    expect((await listStaff(administrator, { q: "黔32" })).rows).toMatchObject([{ login: "gz_032" }]);
    expect((await listStaff(administrator, { office: "GZ", q: "gz_03" })).rows).toHaveLength(3);
    expect((await listStaff(administrator, { office: "GZ", q: "%0" })).rows).toEqual([]);
    const [, second] = first.rows;
    await setStaffState(administrator, { accountId: second?.id ?? "", active: false });
    expect((await listStaff(administrator, { office: "GZ", state: "disabled" })).rows.map(({ login }) => login)).toEqual(["gz_001"]);
    await db().staffAbsence.create({ data: { accountId: first.rows[2]?.id ?? "", fromOn: "2000-01-01", untilOn: "2099-01-01", createdById: administrator.accountId } });
    expect((await listStaff(administrator, { office: "GZ", state: "away" })).rows).toMatchObject([{ login: "gz_002", awayUntil: "2099-01-01" }]);
  });
});

describe("停用内网账号", () => {
  it("issue 5 各处的登录立即结束，承办的在办案件放回未领取，每件一条审计；启用后可以再登录", async () => {
    const administrator = (await enter("administrator")).actor;
    const { login, actor } = await enter("intake");
    const owner = (await signInAs((await register()).login)) as { enterpriseId: string; accountId: string } & Awaited<ReturnType<typeof signInAs>>;
    const held = (state: string, more: object = {}) => db().case.create({
      data: { number: `HELD-${Math.random()}`, kind: "licensing", officeCode: "NEEB", enterpriseId: owner.enterpriseId, state, createdById: owner.accountId, submittedAt: new Date(), holderId: actor.accountId, ...more }, select: { id: true },
    });
    const [running, finished] = [await held("submitted"), await held("granted", { finishedAt: new Date() })];
    expect(await getStaff(administrator, actor.accountId)).toMatchObject({ held: 1, badRatings: 0, active: true });
    expect(await setStaffState(administrator, { accountId: actor.accountId, active: false })).toEqual({ released: 1 });
    expect(await readSession(actor.sessionId)).toBeUndefined();
    await expect(signInAs(login, goodPassword, "staff")).rejects.toMatchObject({ code: "invalid" });
    expect(await db().case.findUniqueOrThrow({ where: { id: running.id } })).toMatchObject({ holderId: null });
    expect(await db().case.findUniqueOrThrow({ where: { id: finished.id } })).toMatchObject({ holderId: actor.accountId });
    expect(await db().auditEntry.count({ where: { action: "case.release", subjectId: running.id } })).toBe(1);
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "account.disable", subjectId: actor.accountId } })).toMatchObject({ detail: { login, ended: 1 } });
    await setStaffState(administrator, { accountId: actor.accountId, active: true });
    expect(await readSession(actor.sessionId)).toBeUndefined();
    expect(await signInAs(login, goodPassword, "staff")).toMatchObject({ accountId: actor.accountId });
  });

  it("issue 5 换了岗位、调到别的机构，不再归他办的案件放回；归他办的留着", async () => {
    const administrator = (await enter("administrator")).actor;
    const { actor } = await enter("intake");
    const owner = (await signInAs((await register()).login)) as { enterpriseId: string; accountId: string } & Awaited<ReturnType<typeof signInAs>>;
    const held = await db().case.create({ data: { number: `MOVED-${Math.random()}`, kind: "licensing", officeCode: "NEEB", enterpriseId: owner.enterpriseId, state: "submitted", createdById: owner.accountId, submittedAt: new Date(), holderId: actor.accountId } });
    const holder = async () => (await db().case.findUniqueOrThrow({ where: { id: held.id } })).holderId;
    expect(await assignPosts(administrator, { accountId: actor.accountId, posts: ["intake", "examiner"] })).toEqual({ released: 0 });
    expect(await holder()).toBe(actor.accountId);
    const { version, name } = await getStaff(administrator, actor.accountId);
    expect(await changeStaff(administrator, { accountId: actor.accountId, version, name, mobile: "", officeCode: "NCEB", posts: ["intake"] })).toEqual({ released: 1 });
    expect(await holder()).toBeNull();
    expect((await readSession(actor.sessionId))?.actor).toMatchObject({ officeCode: "NCEB", roles: ["intake"] });
  });

  it("issue 5 最后一位系统管理员去不掉：两位同时停用对方，总留下一位", async () => {
    const { actor: first } = await enter("administrator");
    const { actor: second } = await enter("administrator");
    await db().account.updateMany({ where: { audience: "staff", roles: { has: "administrator" }, id: { notIn: [first.accountId, second.accountId] } }, data: { state: "disabled" } });
    await expect(setStaffState(first, { accountId: first.accountId, active: false })).rejects.toMatchObject({ code: "conflict" });
    const outcomes = await Promise.allSettled([setStaffState(first, { accountId: second.accountId, active: false }), setStaffState(second, { accountId: first.accountId, active: false })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().account.count({ where: { audience: "staff", state: "active", roles: { has: "administrator" } } })).toBe(1);
    const last = (await db().account.findFirstOrThrow({ where: { audience: "staff", state: "active", roles: { has: "administrator" } } })).id;
    const other = last === first.accountId ? second : first;
    await expect(assignPosts(other, { accountId: last, posts: ["intake"] })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("至少保留一位") });
  });

  it("结束他各处的登录，答出几处", async () => {
    const administrator = (await enter("administrator")).actor;
    const { login, actor } = await enter("signer");
    await signInAs(login, goodPassword, "staff");
    expect(await endStaffSessions(administrator, { accountId: actor.accountId })).toEqual({ ended: 2 });
    expect(await readSession(actor.sessionId)).toBeUndefined();
  });
});
