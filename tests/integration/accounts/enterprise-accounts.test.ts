import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";
import { goodPassword, newMobile, newStaff, newUscc, particularsOf, register, signInAs, visitor } from "./fixtures";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { acceptInvitation } = await import("@/lib/services/accounts/accept-invitation");
const { inviteColleague } = await import("@/lib/services/accounts/colleagues");
const { endEnterpriseSessions, handOverEnterprise, listEnterpriseAccounts, setEnterpriseAccountState } = await import("@/lib/services/accounts/enterprise-accounts");
const { readSession } = await import("@/lib/services/accounts/read-session");
const { changeOfficeContact, listOffices, OfficeContactInput } = await import("@/lib/services/settings/manage-offices");
const { seen } = await import("../security/seen");

let administrator: Actor;
beforeAll(async () => {
  administrator = await signInAs(await newStaff(["administrator"]), goodPassword, "staff");
});

const enter = async (login: string) => (await signInAs(login)) as EnterpriseActor;
const tokenSentTo = async (mobile: string) => /invitation\/([\w-]+)/.exec((await db().outboxMessage.findFirstOrThrow({ where: { recipient: mobile, template: "invitation" }, orderBy: { createdAt: "desc" } })).body)?.[1] ?? "";

async function invited(owner: EnterpriseActor): Promise<EnterpriseActor> {
  const [mobile, account] = [newMobile(), `mate_${Math.random().toString().slice(2, 10)}`];
  await inviteColleague(owner, { displayName: "李工", mobile, roles: ["filler"] });
  await acceptInvitation(visitor(), { token: await tokenSentTo(mobile), account, password: goodPassword, password2: goodPassword });
  return enter(account);
}

describe("企业的账号", () => {
  it("issue 5 按名称、代码、登录账号查得到，手机遮盖；太短的不查", async () => {
    const { login, mobile, particulars } = await register();
    for (const q of [particulars.unitName, particulars.uscc?.toLowerCase(), login]) {
      const found = await listEnterpriseAccounts(administrator, { q });
      expect(found).toMatchObject([{ name: particulars.unitName, uscc: particulars.uscc, officeName: "国家能源局东北监管局", accounts: [{ login, roles: ["企业管理员"], active: true, claiming: false }] }]);
      expect(JSON.stringify(found)).not.toContain(mobile);
    }
    expect(await listEnterpriseAccounts(administrator, { q: "沈" })).toEqual([]);
    expect(await listEnterpriseAccounts(administrator, { q: ["沈阳", "x"] })).toEqual([]);
    expect(await listEnterpriseAccounts(administrator, { q: "%%" })).toEqual([]);
  });

  it("issue 5 停用写明理由，各处的登录立即结束；启用后可以登录；结束登录答出几处", async () => {
    const { login } = await register();
    const owner = await enter(login);
    await setEnterpriseAccountState(administrator, { accountId: owner.accountId, active: false, reason: "冒名注册" });
    expect(await readSession(owner.sessionId)).toBeUndefined();
    await expect(enter(login)).rejects.toMatchObject({ code: "invalid" });
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "account.disable", subjectId: owner.accountId } })).toMatchObject({ detail: { login, enterpriseId: owner.enterpriseId, reason: "冒名注册", ended: 1 } });
    await setEnterpriseAccountState(administrator, { accountId: owner.accountId, active: true, reason: "核实无误" });
    await enter(login);
    await enter(login);
    expect(await endEnterpriseSessions(administrator, { accountId: owner.accountId })).toEqual({ ended: 2 });
    const staffId = (await db().account.findFirstOrThrow({ where: { audience: "staff" } })).id;
    await expect(setEnterpriseAccountState(administrator, { accountId: staffId, active: false, reason: "x" })).rejects.toMatchObject({ code: "notFound" });
  });

  it("决定二十八 占着登录名、等待认领核实的账号不能从这里启用", async () => {
    const { login } = await register();
    const owner = await enter(login);
    await db().account.update({ where: { id: owner.accountId }, data: { state: "disabled" } });
    const claim = { enterpriseId: owner.enterpriseId, accountId: owner.accountId, login, displayName: "某", mobile: newMobile(), particulars: particularsOf(), dueOn: "2026-12-01" };
    await db().enterpriseClaim.create({ data: claim });
    await expect(setEnterpriseAccountState(administrator, { accountId: owner.accountId, active: true, reason: "x" })).rejects.toMatchObject({ code: "conflict" });
    expect((await listEnterpriseAccounts(administrator, { q: login }))[0]?.accounts).toMatchObject([{ claiming: true, active: false }]);
  });
});

describe("移交企业（决定二十八）", () => {
  it("issue 5 原来的企业管理员停用、未接受的邀请撤回，同事留着；接手人凭短信成为企业管理员，理由进审计", async () => {
    const { login, particulars } = await register();
    const owner = await enter(login);
    const mate = await invited(owner);
    const open = newMobile();
    await inviteColleague(owner, { displayName: "未接受", mobile: open, roles: ["submitter"] });
    const mobile = newMobile();
    expect(await handOverEnterprise(administrator, { enterpriseId: owner.enterpriseId, displayName: "王接", mobile, colleagues: false, reason: "法定代表人持营业执照证明" })).toEqual({ disabled: 1 });
    expect(await readSession(owner.sessionId)).toBeUndefined();
    expect(await readSession(mate.sessionId)).toBeTruthy();
    await expect(acceptInvitation(visitor(), { token: await tokenSentTo(open), account: "late_mate_1", password: goodPassword, password2: goodPassword })).rejects.toMatchObject({ code: "notFound" });
    expect((await db().outboxMessage.findFirstOrThrow({ where: { recipient: mobile } })).body).toContain(`${particulars.unitName}的账号已移交给您，请您作为企业管理员使用`);
    await acceptInvitation(visitor(), { token: await tokenSentTo(mobile), account: "new_owner_1", password: goodPassword, password2: goodPassword });
    expect(await enter("new_owner_1")).toMatchObject({ enterpriseId: owner.enterpriseId, roles: ["owner"] });
    const { detail } = await db().auditEntry.findFirstOrThrow({ where: { action: "enterprise.handOver", subjectId: owner.enterpriseId } });
    expect(detail).toMatchObject({ reason: "法定代表人持营业执照证明", disabledAccounts: [owner.accountId], displayName: "王接" });
    expect(JSON.stringify(detail)).not.toContain(mobile);
  });

  it("issue 5 连同事一起停用；还没有账号的企业也可以移交；没有的企业答没有找到", async () => {
    const owner = await enter((await register()).login);
    const mate = await invited(owner);
    const terms = { displayName: "王接", mobile: newMobile(), colleagues: true, reason: "原账号被冒用" };
    expect(await handOverEnterprise(administrator, { ...terms, enterpriseId: owner.enterpriseId })).toEqual({ disabled: 2 });
    expect(await readSession(mate.sessionId)).toBeUndefined();
    const imported = await db().enterprise.create({ data: { name: "沈阳导入电力有限公司", uscc: newUscc(), officeCode: "NEEB", particulars: {} } });
    const mobile = newMobile();
    expect(await handOverEnterprise(administrator, { ...terms, mobile, enterpriseId: imported.id })).toEqual({ disabled: 0 });
    await acceptInvitation(visitor(), { token: await tokenSentTo(mobile), account: "imported_own", password: goodPassword, password2: goodPassword });
    expect(await enter("imported_own")).toMatchObject({ enterpriseId: imported.id, roles: ["owner"] });
    await expect(handOverEnterprise(administrator, { ...terms, enterpriseId: "0192f0c1-0000-7000-8000-000000000001" })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("派出机构", () => {
  it("L-6-09 列出十八个与各自的管辖地区；联系方式可改，改前改后进审计", async () => {
    const rows = await listOffices(administrator);
    expect(rows).toHaveLength(18);
    expect(rows.find(({ code }) => code === "NEEB")).toMatchObject({ area: expect.stringMatching(/辽宁省、吉林省、黑龙江省、内蒙古自治区呼伦贝尔市/), digits: "2-1", confirmed: false });
    expect(rows.find(({ code }) => code === "NCEB")?.area).toContain("内蒙古自治区（呼伦贝尔市、兴安盟、通辽市、赤峰市、锡林郭勒盟除外）");
    const contact = { code: "SC", version: await seen.contact(administrator, "SC"), address: "成都市锦江区某路1号", postalCode: "610000", phone: "028-80000000" };
    await changeOfficeContact(administrator, contact);
    expect((await listOffices(administrator)).find(({ code }) => code === "SC")).toMatchObject({ ...contact, version: expect.any(String) });
    await expect(changeOfficeContact(administrator, { ...contact, version: await seen.contact(administrator, "SC") })).rejects.toMatchObject({ code: "invalid" });
    await expect(changeOfficeContact(administrator, { ...contact, phone: "028-81111111" }), "别人先改过").rejects.toMatchObject({ code: "conflict", fields: { version: expect.stringContaining("刚被别人改过") } });
    const version = await seen.contact(administrator, "YN");
    const outcomes = await Promise.allSettled(["0871-2222222", "0871-3333333"].map((phone) => changeOfficeContact(administrator, { ...contact, code: "YN", version, phone })));
    expect(outcomes.filter(({ status }) => status === "fulfilled"), "同时改的只成一个").toHaveLength(1);
    await expect(changeOfficeContact(administrator, { ...contact, code: "XX" })).rejects.toMatchObject({ code: "notFound" });
    for (const wrong of [{ postalCode: "61000" }, { phone: "无" }, { address: "长".repeat(201) }]) expect(OfficeContactInput.safeParse({ ...contact, ...wrong }).success).toBe(false);
    const entries = await db().auditEntry.findMany({ where: { action: "settings.officeContact", subjectId: "SC" } });
    expect(entries.map(({ detail }) => detail)).toEqual([{ before: { officeAddress: null, postalCode: null, phone: null }, after: { officeAddress: contact.address, postalCode: "610000", phone: contact.phone } }]);
  });

  it("issue 5 登记了的联系方式印在以后的文书上，没有登记的不印", async () => {
    const owner = await enter((await register()).login);
    const { issueDocument } = await import("@/lib/services/documents/issue-document");
    const { transaction } = await import("@/lib/data/client");
    const caseId = (await db().case.create({
      data: {
        number: "CONTACT-1", kind: "licensing", officeCode: "NEEB", enterpriseId: owner.enterpriseId, state: "submitted", createdById: owner.accountId, submittedAt: new Date(),
        application: { create: { business: "new-licence", definitionVersion: 1, procedure: "standard" } },
      },
    })).id;
    const issue = () => transaction((tx) => issueDocument(tx, { caseId, kind: "receipt" }));
    const contentOf = async ({ id }: { id: string }) => (await db().issuedDocument.findUniqueOrThrow({ where: { id } })).content;
    const before = await issue();
    await changeOfficeContact(administrator, { code: "NEEB", version: await seen.contact(administrator, "NEEB"), address: "沈阳市和平区某路1号", postalCode: "", phone: "024-23000000" });
    expect(await contentOf(await issue())).toMatchObject({ contact: "联系地址：沈阳市和平区某路1号　电话：024-23000000" });
    expect(await contentOf(before)).not.toHaveProperty("contact");
  });
});
