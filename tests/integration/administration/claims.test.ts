import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { enterpriseRow, licenceRow, workbookOf } from "@/tests/builders/import-file";
import { codeSentTo, goodPassword, newMobile, newStaff, particularsOf, signInAs, visitor } from "../accounts/fixtures";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { RegisterInput, registerEnterprise, requestRegistrationCode, taken } = await import("@/lib/services/accounts/register-enterprise");
const { listBusinesses } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { alreadyClaimed } = await import("@/lib/services/claims/request-claim");
const { approveClaim, rejectClaim } = await import("@/lib/services/claims/decide-claim");
const { countClaims, getClaim, listClaims } = await import("@/lib/services/claims/list-claims");
const { getProfile } = await import("@/lib/services/enterprises/profile");
const { applyImport } = await import("@/lib/services/imports/apply-import");
const { checkImport } = await import("@/lib/services/imports/check-import");
const { listLicences } = await import("@/lib/services/licences/list-licences");

let [administrator, foreign]: Actor[] = [];
let serial = 300;

beforeAll(async () => {
  administrator = await signInAs(await newStaff(["administrator"]), undefined, "staff");
  await db().office.create({ data: { code: "ECEB", name: "国家能源局华东监管局", regionDigit: 4, officeDigit: 1 } });
  foreign = await signInAs(await newStaff(["administrator"], "ECEB"), undefined, "staff");
});

const me = (): Actor => {
  if (!administrator) throw new Error("the administrator has not signed in");
  return administrator;
};

/** 导入一家，连同一件快到期的许可证。 */
async function imported() {
  serial += 1;
  const [row, licence] = [enterpriseRow(serial), licenceRow(serial, { number: `2-1-${String(serial).padStart(5, "0")}-2021`, firstIssuedOn: "2021-02-01", issuedOn: "2021-02-01", validFrom: "2021-02-01", validTo: "2027-01-31" })];
  const { id } = await checkImport(me(), { file: await workbookOf([row], [licence]), name: "一家.xlsx" });
  await applyImport(me(), { id });
  const enterprise = await db().enterprise.findUniqueOrThrow({ where: { uscc: row.uscc ?? "" } });
  return { id: enterprise.id, uscc: enterprise.uscc, name: enterprise.name };
}

/** 以这家企业的代码注册。 */
async function claim(enterprise: { uscc: string; name: string }, change: Record<string, string> = {}, login = `claim_${Math.random().toString(36).slice(2, 10)}`) {
  const particulars = particularsOf({ unitName: enterprise.name, uscc: enterprise.uscc, ...change });
  const mobile = particulars.contactMobile ?? "";
  await requestRegistrationCode(visitor(), mobile);
  const input = RegisterInput.parse({ particulars, account: login, password: goodPassword, password2: goodPassword, verifyCode: await codeSentTo(mobile), parentId: null });
  return { ...(await registerEnterprise(visitor(), input)), mobile };
}

const pendingOf = async (enterpriseId: string) => db().enterpriseClaim.findMany({ where: { enterpriseId, state: "pending" }, orderBy: { id: "asc" } });
const lastSms = async (mobile: string): Promise<string> => (await db().outboxMessage.findFirstOrThrow({ where: { recipient: mobile }, orderBy: { id: "desc" } })).body;

describe("认领导入的企业（决定二十八）", () => {
  it("L-2-01 L-3.1-12 issue 5 核实之前不能登录；同意之后账号开通，看得到许可证、可以办理延续，锁定的登记不变", async () => {
    const enterprise = await imported();
    const { login, claim: said, mobile } = await claim(enterprise, { legalRep: "冒名人", contact: "认领人", domicile: "别处" });
    expect(said?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await expect(signInAs(login)).rejects.toMatchObject({ code: "invalid" });
    const [pending] = await pendingOf(enterprise.id);
    const view = await getClaim(me(), pending?.id ?? "");
    expect(view).toMatchObject({ applicant: "认领人", state: "pending", rivals: 0, licences: [{ number: expect.stringContaining("2-1-") }] });
    expect(Object.fromEntries(view.matches.map(({ key, verdict }) => [key, verdict]))).toMatchObject({ unitName: "same", legalRep: "different", domicile: "different", legalRepId: "unknown" });
    expect(JSON.stringify(view)).not.toContain(mobile);
    await approveClaim(me(), { id: view.id });
    const actor = await signInAs(login);
    expect(await getProfile(actor)).toMatchObject({ facts: { unitName: enterprise.name, legalRep: "王磊", domicile: expect.stringContaining("南京街"), contact: "认领人" } });
    expect((await listLicences(actor)).rows).toHaveLength(1);
    expect((await listBusinesses(actor)).length).toBeGreaterThan(0);
    await expect(startApplication(actor, { business: "renewal", procedure: "standard" })).resolves.toMatchObject({ applicationId: expect.any(String) });
    expect(await lastSms(mobile)).toContain("已核实开通");
  });

  it("L-2-01 issue 5 不同意须写明理由：短信告知，登录名放开，可以再申请", async () => {
    const enterprise = await imported();
    const { login, mobile } = await claim(enterprise);
    const [pending] = await pendingOf(enterprise.id);
    await rejectClaim(me(), { id: pending?.id ?? "", reason: "法定代表人与登记不符" });
    expect(await lastSms(mobile)).toContain("法定代表人与登记不符");
    await expect(signInAs(login)).rejects.toMatchObject({ code: "invalid" });
    expect(await db().account.findUnique({ where: { login } })).toBeNull();
    await expect(claim(enterprise, {}, login)).resolves.toMatchObject({ login, claim: { dueOn: expect.any(String) } });
  });

  it("L-3.1-12 issue 5 已有账号的代码照旧答已注册，一字不多；同一手机重复认领被拒绝；占用的账号名不能再用", async () => {
    const enterprise = await imported();
    const mobile = newMobile();
    const first = await claim(enterprise, { contactMobile: mobile });
    await db().rateLimit.deleteMany({});
    await expect(claim(enterprise, { contactMobile: mobile })).rejects.toMatchObject({ fields: { uscc: alreadyClaimed } });
    await expect(claim(enterprise, {}, first.login)).rejects.toMatchObject({ fields: { account: taken.account } });
    const [pending] = await pendingOf(enterprise.id);
    await approveClaim(me(), { id: pending?.id ?? "" });
    await expect(claim(enterprise)).rejects.toMatchObject({ fields: { uscc: taken.uscc } });
    expect(await pendingOf(enterprise.id)).toEqual([]);
  });

  it("L-2-01 issue 5 同一家几件同时同意，只开通一个账号，其余退回并告知", async () => {
    const enterprise = await imported();
    const claims = [];
    for (let i = 0; i < 6; i += 1) claims.push(await claim(enterprise));
    const pending = await pendingOf(enterprise.id);
    const results = await Promise.allSettled(pending.map(({ id }) => approveClaim(me(), { id })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict", message: expect.stringContaining("已由内网人员办理") });
    expect(await db().account.count({ where: { enterpriseId: enterprise.id } })).toBe(1);
    expect(await db().account.count({ where: { login: { in: claims.map(({ login }) => login) } } })).toBe(1);
    const messages = await Promise.all(claims.map(({ mobile }) => lastSms(mobile)));
    expect(messages.filter((body) => body.includes("没有通过核实"))).toHaveLength(5);
  });

  it("L-6-01 issue 5 别的机构看不到也办不了；逾期的标出，件数算本机构的", async () => {
    const enterprise = await imported();
    await claim(enterprise);
    const [pending] = await pendingOf(enterprise.id);
    await db().enterpriseClaim.update({ where: { id: pending?.id ?? "" }, data: { dueOn: "2026-01-01" } });
    const outsider = foreign ?? me();
    expect(await countClaims(outsider)).toBe(0);
    expect((await listClaims(outsider)).rows).toEqual([]);
    for (const deed of [() => getClaim(outsider, pending?.id ?? ""), () => approveClaim(outsider, { id: pending?.id ?? "" }), () => rejectClaim(outsider, { id: pending?.id ?? "", reason: "不是本机构的" })]) {
      await expect(deed()).rejects.toMatchObject({ code: "notFound" });
    }
    expect((await listClaims(me())).rows.find(({ id }) => id === pending?.id)).toMatchObject({ overdue: true });
    expect(await countClaims(me())).toBe((await db().enterpriseClaim.count({ where: { state: "pending" } })));
  });

  it("L-6-01 L-2-01 决定二十八 所属机构没有系统管理员的，落到别处的系统管理员：列着、办得了；停用的不算在岗，有了管理员就只归那里", async () => {
    const enterprise = await imported();
    await claim(enterprise);
    const [pending] = await pendingOf(enterprise.id);
    const id = pending?.id ?? "";
    const outsider = foreign ?? me();
    await db().office.create({ data: { code: "SX", name: "国家能源局山西监管办公室", regionDigit: 1, officeDigit: 2 } });
    await db().enterprise.update({ where: { id: enterprise.id }, data: { officeCode: "SX" } });
    const { accountId } = await signInAs(await newStaff(["administrator"], "SX"), undefined, "staff") as { accountId: string };
    const listed = async (actor: Actor) => (await listClaims(actor)).rows.find((row) => row.id === id);
    expect([await listed(me()), await listed(outsider)]).toEqual([undefined, undefined]);
    await expect(getClaim(me(), id)).rejects.toMatchObject({ code: "notFound" });
    await db().account.update({ where: { id: accountId }, data: { state: "disabled" } });
    for (const actor of [me(), outsider]) {
      expect(await listed(actor)).toMatchObject({ standsInFor: "国家能源局山西监管办公室" });
      expect(await getClaim(actor, id)).toMatchObject({ id, standsInFor: "国家能源局山西监管办公室" });
    }
    const before = await countClaims(outsider);
    await expect(approveClaim(outsider, { id })).resolves.toMatchObject({ login: expect.any(String) });
    expect(await countClaims(outsider)).toBe(before - 1);
    await expect(approveClaim(me(), { id })).rejects.toMatchObject({ code: "conflict" });
    const examiner = await signInAs(await newStaff(["examiner"]), undefined, "staff");
    await expect(listClaims(examiner)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getClaim(examiner, id)).rejects.toMatchObject({ code: "forbidden" });
  });
});
