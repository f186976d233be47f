import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { codeSentTo, goodPassword, newMobile, passMinute, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { recoverPassword, requestRecoveryCode } = await import("@/lib/services/accounts/recover-password");
const { changePassword } = await import("@/lib/services/accounts/change-password");
const { signIn } = await import("@/lib/services/accounts/sign-in");
const { readSession } = await import("@/lib/services/accounts/read-session");
const { wrongCode } = await import("@/lib/services/accounts/verification");

const next = "Liaoning+2027";
const recovery = (identifier: string, mobile: string, verifyCode: string, password = next) => ({ identifier, mobile, verifyCode, password, password2: password });

describe("找回密码", () => {
  it("L-3.2-06 核实身份后设新密码，此后只有新密码能登录，原来的登录都结束", async () => {
    const { login, mobile } = await register();
    const session = await signInAs(login);
    await passMinute();
    await requestRecoveryCode(visitor(), { identifier: login, mobile });
    await recoverPassword(visitor(), recovery(login, mobile, await codeSentTo(mobile)));
    expect(await readSession(session.sessionId)).toBeUndefined();
    await expect(signInAs(login)).rejects.toMatchObject({ code: "invalid" });
    await expect(signInAs(login, next)).resolves.toBeTruthy();
  });

  it("L-3.2-06 也可用统一社会信用代码，大小写不论；锁定随之解除", async () => {
    const { login, mobile, particulars } = await register();
    const usual = visitor();
    const signInUsual = (password: string) => signIn(usual, { audience: "enterprise", login, password });
    await signInUsual(goodPassword);
    for (let i = 0; i < 6; i += 1) {
      await signInAs(login, "Wrong-2026").catch(() => undefined);
      await signInUsual("Wrong-2026").catch(() => undefined);
    }
    await passMinute();
    const identifier = (particulars.uscc ?? "").toLowerCase();
    await requestRecoveryCode(visitor(), { identifier, mobile });
    await recoverPassword(visitor(), recovery(identifier, mobile, await codeSentTo(mobile)));
    await expect(signInAs(login, next)).resolves.toBeTruthy();
    await expect(signInUsual(next)).resolves.toBeTruthy();
  });

  it("L-3.2-06 账号与手机不符：答复一样，但不发短信，怎样填验证码都不行", async () => {
    const { login } = await register();
    const stranger = newMobile();
    await expect(requestRecoveryCode(visitor(), { identifier: login, mobile: stranger })).resolves.toBeUndefined();
    await expect(requestRecoveryCode(visitor(), { identifier: "nobody_here", mobile: newMobile() })).resolves.toBeUndefined();
    expect(await db().outboxMessage.count({ where: { recipient: stranger } })).toBe(0);
    await expect(recoverPassword(visitor(), recovery(login, stranger, "123456"))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
  });

  it("L-3.2-06 知道账号和手机的陌生人，从一个地址用不完别人的验证码：次数与试错都各算各的", async () => {
    const { login, mobile } = await register();
    const [owner, stranger] = [visitor(), visitor()];
    let sent = 0;
    for (let i = 0; i < 12; i += 1) {
      await passMinute();
      sent += await requestRecoveryCode(stranger, { identifier: login, mobile }).then(() => 1, () => 0);
    }
    expect(sent).toBe(5);
    await passMinute();
    await requestRecoveryCode(owner, { identifier: login, mobile });
    const code = await codeSentTo(mobile);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 8; i += 1) await expect(recoverPassword(stranger, recovery(login, mobile, wrong))).rejects.toMatchObject({ code: "invalid" });
    await expect(recoverPassword(stranger, recovery(login, mobile, code))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
    await recoverPassword(owner, recovery(login, mobile, code));
    await expect(signInAs(login, next)).resolves.toBeTruthy();
  });

  it("L-3.2-06 注册用的验证码不能用来找回；太弱的新密码被拒绝", async () => {
    const { login, mobile } = await register();
    await db().verificationCode.updateMany({ where: { mobile }, data: { usedAt: null, attempts: 0 } });
    await expect(recoverPassword(visitor(), recovery(login, mobile, await codeSentTo(mobile)))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
    await expect(recoverPassword(visitor(), recovery(login, mobile, "123456", "abc"))).rejects.toMatchObject({ fields: { password: expect.stringContaining("至少 8 位") } });
  });

  it("L-3.2-06 同一个验证码两次同时使用，只成一次", async () => {
    const { login, mobile } = await register();
    await passMinute();
    await requestRecoveryCode(visitor(), { identifier: login, mobile });
    const code = await codeSentTo(mobile);
    const results = await Promise.allSettled(["Liaoning+2027", "Liaoning+2028"].map((password) => recoverPassword(visitor(), recovery(login, mobile, code, password))));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});

describe("修改密码", () => {
  const change = { current: goodPassword, password: next, password2: next };

  it("L-3.4-02 L-3.4-04 核对原密码、确认新密码后保存，此后只有新密码能登录；别处的登录结束，本处不断", async () => {
    const { login } = await register();
    const [here, elsewhere] = [await signInAs(login), await signInAs(login)];
    await changePassword(here, change);
    expect(await readSession(here.sessionId)).toBeDefined();
    expect(await readSession(elsewhere.sessionId)).toBeUndefined();
    await expect(signInAs(login)).rejects.toMatchObject({ code: "invalid" });
    await expect(signInAs(login, next)).resolves.toBeTruthy();
  });

  it("L-3.4-04 原密码不对、两次不一致、太弱、与原来相同都不保存", async () => {
    const { login } = await register();
    const actor = await signInAs(login);
    await expect(changePassword(actor, { ...change, current: "Wrong-2026" })).rejects.toMatchObject({ fields: { current: expect.any(String) } });
    await expect(changePassword(actor, { ...change, password2: "Other-2026" })).rejects.toMatchObject({ fields: { password2: expect.any(String) } });
    await expect(changePassword(actor, { ...change, password: "abc", password2: "abc" })).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    await expect(changePassword(actor, { current: goodPassword, password: goodPassword, password2: goodPassword })).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    await expect(signInAs(login)).resolves.toBeTruthy();
  });

  it("L-3.4-04 未登录不能修改；原密码猜五次即止", async () => {
    await expect(changePassword(visitor(), change)).rejects.toMatchObject({ code: "unauthenticated" });
    const actor = await signInAs((await register()).login);
    for (let i = 0; i < 5; i += 1) await changePassword(actor, { ...change, current: "Wrong-2026" }).catch(() => undefined);
    await expect(changePassword(actor, change)).rejects.toMatchObject({ code: "tooMany" });
  });

  it("密码只以 Argon2id 散列存库", async () => {
    const { login } = await register();
    const { passwordHash } = await db().account.findUniqueOrThrow({ where: { login } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
