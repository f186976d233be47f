import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { staffRoles } from "@/lib/terms/roles";
import { codesOf } from "@/lib/terms/option-map";
import { freshDatabase } from "../database";
import { newStaff, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { listOutboxMessages, readOutboxMessage } = await import("@/lib/services/outbox/read-outbox");
const { deliverOutbox } = await import("@/lib/services/outbox/deliver-outbox");
const { choosePasswordProfile, chooseRuleSet, confirmOfficeDigits, getSettings, OfficeDigitsInput } = await import("@/lib/services/settings/manage-settings");
const { getSetting } = await import("@/lib/services/settings/settings");
const { inviteColleague } = await import("@/lib/services/accounts/colleagues");
const { getProfile } = await import("@/lib/services/enterprises/profile");
const { seen } = await import("../security/seen");

const staff = async (role: string) => signInAs(await newStaff([role]), undefined, "staff");
let administrator: Actor;
let enterprise: Actor;

beforeAll(async () => {
  administrator = await staff("administrator");
  enterprise = await signInAs((await register()).login);
});

describe("角色与权限", () => {
  it.each(codesOf(staffRoles))("P-1-06 L-6-01 内网 %s：只有系统管理员能看发件箱、改设置", async (role) => {
    const actor = await staff(role);
    for (const deed of [() => listOutboxMessages(actor), () => getSettings(actor), () => choosePasswordProfile(actor, { profile: "djbh3" })]) {
      if (role === "administrator") await expect(deed()).resolves.not.toBeInstanceOf(Error);
      else await expect(deed()).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(getProfile(actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(inviteColleague(actor, { displayName: "某", mobile: "13900000000", roles: ["filler"] })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("L-6-01 P-1-04 企业账号与公众不能进入内网的事务", async () => {
    await expect(listOutboxMessages(enterprise)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getSettings(enterprise)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getSettings(visitor())).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("短信发件箱", () => {
  it("未配置短信服务时留在发件箱；列表不含正文，每看一次留一条审计", async () => {
    const { mobile } = await register();
    await deliverOutbox();
    const sent = await db().outboxMessage.findFirstOrThrow({ where: { recipient: mobile } });
    const row = (await listOutboxMessages(administrator)).rows.find(({ id }) => id === sent.id);
    expect(row).toMatchObject({ kindWord: "验证码", state: "kept" });
    expect(JSON.stringify(row)).not.toContain(mobile);
    const read = await readOutboxMessage(administrator, row?.id ?? "");
    expect(read).toMatchObject({ recipient: mobile, body: expect.stringMatching(/验证码 \d{6}/) });
    await readOutboxMessage(administrator, row?.id ?? "");
    expect(await db().auditEntry.count({ where: { action: "outbox.read", subjectId: row?.id } })).toBe(2);
  });

  it("审计只增不改", async () => {
    await expect(db().$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow("append-only");
    await expect(db().$executeRaw`UPDATE "AuditEntry" SET "actorName" = '别人'`).rejects.toThrow("append-only");
  });
});

describe("系统设置", () => {
  it("含暂定数字的条件标准须确认后才能采用；每次更改都有审计", async () => {
    const view = await getSettings(administrator);
    expect(view.ruleSets.map(({ id, chosen }) => [id, chosen])).toEqual([["NDRC-36-2020", true], ["NDRC-30-2025", false]]);
    expect(view.ruleSets[1]?.provisional.length).toBeGreaterThan(0);
    await expect(chooseRuleSet(administrator, { id: "NDRC-30-2025", confirmed: false })).rejects.toMatchObject({ code: "invalid" });
    expect(await getSetting("ruleSetId")).toBe("NDRC-36-2020");
    await chooseRuleSet(administrator, { id: "NDRC-30-2025", confirmed: true });
    expect(await getSetting("ruleSetId")).toBe("NDRC-30-2025");
    await chooseRuleSet(administrator, { id: "NDRC-36-2020", confirmed: false });
    await chooseRuleSet(administrator, { id: "NDRC-30-2025", confirmed: false });
    expect(await db().auditEntry.count({ where: { action: "settings.change", subjectId: "ruleSetId" } })).toBe(3);
  });

  it("密码策略可换，换后按新的判断", async () => {
    await choosePasswordProfile(administrator, { profile: "asvs" });
    await expect(register()).resolves.toBeTruthy();
    const { recoverPassword } = await import("@/lib/services/accounts/recover-password");
    const weak = { identifier: "x", mobile: "13900000000", verifyCode: "1", password: "Short-1a", password2: "Short-1a" };
    await expect(recoverPassword(visitor(), weak)).rejects.toMatchObject({ fields: { password: expect.stringContaining("至少 12 位") } });
    await choosePasswordProfile(administrator, { profile: "djbh3" });
  });

  it("许可证编号前两位暂定，核实后存库并标明；不得与别的机构相同", async () => {
    const before = (await getSettings(administrator)).offices.find(({ code }) => code === "NEEB");
    expect(before).toMatchObject({ regionDigit: 2, officeDigit: 1, confirmed: false });
    const version = await seen.digits(administrator, "NEEB");
    await expect(confirmOfficeDigits(administrator, { code: "NEEB", version, regionDigit: 4, officeDigit: 1 })).rejects.toMatchObject({ code: "invalid" });
    await confirmOfficeDigits(administrator, { code: "NEEB", version, regionDigit: 7, officeDigit: 1 });
    await expect(confirmOfficeDigits(administrator, { code: "NEEB", version, regionDigit: 8, officeDigit: 1 }), "别人先改过").rejects.toMatchObject({ code: "conflict", fields: { version: expect.stringContaining("刚被别人改过") } });
    for (const wrong of ["12", "1.5", "0", "", "一"]) expect(OfficeDigitsInput.safeParse({ code: "NEEB", version, regionDigit: wrong, officeDigit: "1" }).error?.issues).toMatchObject([{ path: ["regionDigit"], message: "请输入 1 至 9 的一位数字" }]);
    expect(OfficeDigitsInput.parse({ code: "NEEB", version, regionDigit: "７", officeDigit: " 1" })).toMatchObject({ regionDigit: 7, officeDigit: 1 });
    expect(await db().office.findUniqueOrThrow({ where: { code: "NEEB" } })).toMatchObject({ regionDigit: 7, officeDigit: 1 });
    expect((await getSettings(administrator)).offices.find(({ code }) => code === "NEEB")).toMatchObject({ confirmed: true });
  });

  it("库里的值不合模式时取默认值", async () => {
    await db().setting.upsert({ where: { key: "passwordProfile" }, create: { key: "passwordProfile", value: "nonsense" }, update: { value: "nonsense" } });
    expect(await getSetting("passwordProfile")).toBe("djbh3");
  });
});
