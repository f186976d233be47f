import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { codeSentTo, goodPassword, newMobile, newUscc, particularsOf, passMinute, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { RegisterInput, registerEnterprise, requestRegistrationCode, taken } = await import("@/lib/services/accounts/register-enterprise");
const { findInstitutions } = await import("@/lib/services/enterprises/institutions");
const { wrongCode } = await import("@/lib/services/accounts/verification");

const inputOf = (particulars: Record<string, string>, verifyCode: string, more: object = {}) =>
  RegisterInput.parse({ particulars, account: `u${Math.random().toString(36).slice(2, 12)}`, password: goodPassword, password2: goodPassword, verifyCode, parentId: null, ...more });

async function withCode(particulars: Record<string, string>): Promise<string> {
  await requestRegistrationCode(visitor(), particulars.contactMobile ?? "");
  return codeSentTo(particulars.contactMobile ?? "");
}

describe("企业注册", () => {
  it("L-2-01 L-3.1-03 L-3.1-12 填完全部信息即注册成功，并能用刚注册的账号登录", async () => {
    const { login, particulars } = await register();
    const actor = await signInAs(login);
    expect(actor).toMatchObject({ kind: "enterprise", name: "李丽", roles: ["owner"] });
    const stored = await db().enterprise.findUniqueOrThrow({ where: { uscc: particulars.uscc ?? "" } });
    expect(stored).toMatchObject({ name: particulars.unitName, officeCode: "NEEB" });
    expect(stored.particulars).toMatchObject({ domicile: particulars.domicile, legalRep: "王磊" });
    expect(await db().auditEntry.count({ where: { action: "enterprise.register", subjectId: stored.id } })).toBe(1);
  });

  it("L-3.1-04 缺一项必填即拒绝，逐项说明，什么也不留下", async () => {
    const before = await db().enterprise.count();
    const particulars = particularsOf({ legalRep: "", postalCode: "12", uscc: "91210102XFAKE501XA" });
    const refused = registerEnterprise(visitor(), inputOf(particulars, "123456", { password: "short", password2: "other", account: "x" }));
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      fields: { legalRep: "法定代表人未填写", postalCode: expect.stringContaining("邮政编码"), uscc: expect.any(String), password: expect.any(String), password2: expect.any(String), account: expect.any(String) },
    });
    expect(await db().enterprise.count()).toBe(before);
  });

  it("L-3.1-04 港澳台地区没有派出机构，请改选", async () => {
    const particulars = particularsOf({ region: "香港特别行政区/香港岛/中西区" });
    await expect(registerEnterprise(visitor(), inputOf(particulars, "123456"))).rejects.toMatchObject({ fields: { region: expect.stringContaining("派出机构") } });
  });

  it("L-3.1-12 同一代码、同一名称、同一账号再注册被拒绝，提示在各自的字段旁", async () => {
    const first = await register();
    const again = particularsOf({ unitName: first.particulars.unitName ?? "", uscc: first.particulars.uscc ?? "" });
    const refused = registerEnterprise(visitor(), inputOf(again, await withCode(again), { account: first.login }));
    await expect(refused).rejects.toMatchObject({ fields: { uscc: taken.uscc, unitName: taken.unitName, account: taken.account } });
  });

  it("L-3.1-12 二十个同时注册同一代码，只成一家", async () => {
    const uscc = newUscc();
    const all = await Promise.all(Array.from({ length: 20 }, async () => {
      const particulars = particularsOf({ uscc });
      return inputOf(particulars, await withCode(particulars));
    }));
    const results = await Promise.allSettled(all.map((input) => registerEnterprise(visitor(), input)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "invalid", fields: { uscc: taken.uscc } });
    expect(await db().enterprise.count({ where: { uscc } })).toBe(1);
  });

  it("L-3.1-12 同名不同代码同时注册，只成一家", async () => {
    const unitName = "沈阳同名电力工程有限公司";
    const all = await Promise.all(Array.from({ length: 5 }, async () => {
      const particulars = particularsOf({ unitName });
      return inputOf(particulars, await withCode(particulars));
    }));
    const results = await Promise.allSettled(all.map((input) => registerEnterprise(visitor(), input)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db().enterprise.count({ where: { name: unitName } })).toBe(1);
  });

  it("L-3.1-12 已在系统中而无账号的企业不能被别人冒领：成为等着核实的认领申请，账号不能登录", async () => {
    await register();
    const imported = await db().enterprise.create({ data: { name: "沈阳导入电力有限公司", uscc: newUscc(), officeCode: "NEEB", particulars: {} } });
    const particulars = particularsOf({ uscc: imported.uscc });
    const { login, claim } = await registerEnterprise(visitor(), inputOf(particulars, await withCode(particulars)));
    expect(claim).toEqual({ dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    await expect(signInAs(login)).rejects.toMatchObject({ code: "invalid" });
    expect(await db().account.count({ where: { enterpriseId: imported.id } })).toBe(0);
  });
});

describe("短信验证码", () => {
  it("L-3.1-03 试错五次，对的也不再认", async () => {
    const particulars = particularsOf();
    const code = await withCode(particulars);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i += 1) await expect(registerEnterprise(visitor(), inputOf(particulars, wrong))).rejects.toMatchObject({ code: "invalid" });
    await expect(registerEnterprise(visitor(), inputOf(particulars, code))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
  });

  it("L-3.1-03 输入法打出的全角数字照样认", async () => {
    const particulars = particularsOf();
    const wide = [...(await withCode(particulars))].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    expect(await registerEnterprise(visitor(), inputOf(particulars, ` ${wide} `))).toBeTruthy();
  });

  it("L-3.1-03 错误、换号、用过的验证码都不行", async () => {
    const particulars = particularsOf();
    const code = await withCode(particulars);
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 4; i += 1) await expect(registerEnterprise(visitor(), inputOf(particulars, wrong))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
    await expect(registerEnterprise(visitor(), inputOf({ ...particulars, contactMobile: newMobile() }, code))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
    await registerEnterprise(visitor(), inputOf(particulars, code));
    const next = particularsOf({ contactMobile: particulars.contactMobile ?? "" });
    await expect(registerEnterprise(visitor(), inputOf(next, code))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
  });

  it("L-3.1-03 五分钟后失效", async () => {
    const particulars = particularsOf();
    const code = await withCode(particulars);
    await db().$executeRaw`UPDATE "VerificationCode" SET "expiresAt" = now() WHERE "mobile" = ${particulars.contactMobile}`;
    await expect(registerEnterprise(visitor(), inputOf(particulars, code))).rejects.toMatchObject({ fields: { verifyCode: wrongCode } });
  });

  it("L-3.1-03 同一号码一分钟一次，一天十次；同一地址也有上限", async () => {
    const mobile = newMobile();
    const who = visitor();
    await requestRegistrationCode(who, mobile);
    await expect(requestRegistrationCode(visitor(), mobile)).rejects.toMatchObject({ code: "tooMany" });
    for (let i = 0; i < 9; i += 1) {
      await passMinute();
      await requestRegistrationCode(visitor(), mobile);
    }
    await passMinute();
    await expect(requestRegistrationCode(visitor(), mobile)).rejects.toMatchObject({ message: expect.stringContaining("今天") });
  });

  it("库里只有验证码的散列", async () => {
    const particulars = particularsOf();
    const code = await withCode(particulars);
    const stored = await db().verificationCode.findFirstOrThrow({ where: { mobile: particulars.contactMobile } });
    expect(JSON.stringify(stored)).not.toContain(`"${code}"`);
  });
});

describe("选择上级企业", () => {
  const institution = (name: string) => db().enterprise.create({ data: { name, uscc: newUscc(), officeCode: "NEEB", particulars: {}, isInstitution: true } });

  it("L-3.1-09 L-3.3-11 按机构名称模糊查询，只出机构，通配符按字面", async () => {
    await register({ unitName: "辽宁电力普通有限公司" });
    const parent = await institution("国网辽宁省电力有限公司");
    await institution("大连100%电力集团");
    expect((await findInstitutions(visitor(), { name: "辽宁" })).institutions).toEqual([{ id: parent.id, name: parent.name, uscc: parent.uscc }]);
    expect((await findInstitutions(visitor(), { name: "0%电" })).institutions).toHaveLength(1);
    expect((await findInstitutions(visitor(), { name: "%%" })).institutions).toHaveLength(0);
  });

  it("L-3.1-09 查询限次", async () => {
    const who = visitor();
    for (let i = 0; i < 30; i += 1) await findInstitutions(who, { name: "电力" });
    await expect(findInstitutions(who, { name: "电力" })).rejects.toMatchObject({ code: "tooMany" });
  });

  it("L-3.1-07 选中的机构随注册保存；不是机构的不收", async () => {
    const parent = await institution("沈阳上级供电公司");
    const { particulars } = await register({}, { parentId: parent.id });
    const stored = await db().enterprise.findUniqueOrThrow({ where: { uscc: particulars.uscc ?? "" } });
    expect(stored.parentId).toBe(parent.id);
    await expect(register({}, { parentId: stored.id })).rejects.toMatchObject({ fields: { parentOrg: "请重新选择上级企业" } });
  });
});
