import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { EnterpriseActor } from "@/lib/access/actor";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { enterprise } = await import("../applications/fixtures");
const { rated } = await import("../follow-ups/fixtures");
const { findKnownCredit } = await import("@/lib/services/credit/known-credit");
const { listProcedures } = await import("@/lib/services/credit/list-procedures");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { listApplications } = await import("@/lib/services/applications/list-applications");

const NEW = { business: "new-licence" };
const offered = async (actor: EnterpriseActor) => (await listProcedures(actor, NEW)).groups.map(({ procedure }) => procedure);

let dead: string;
beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  dead = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((done) => server.close(done));
});
afterEach(() => {
  delete process.env.CREDIT_URL;
});

describe("点开业务：信用接口与办理方式", () => {
  it("L-4.1.7-06 L-4.1.7-07 L-4.1.8-05 L-4.1.9-05 L-6-08 信用登记里的等级与试点决定列出哪些；没有登记的什么都没有", async () => {
    const [plain, good, zone, region, bad] = [await enterprise(), await enterprise(), await enterprise(), await enterprise(), await enterprise()];
    await rated(good);
    await rated(zone, { pilotZone: true });
    await rated(region, { commitmentRegion: true });
    await rated(bad, { grade: "untrustworthy", pilotZone: true, commitmentRegion: true });
    expect(await findKnownCredit(good)).toBeUndefined();
    expect(await listProcedures(plain, NEW)).toEqual({ state: "none", groups: [], source: "本地信用登记" });
    expect(await offered(good)).toEqual(["conditionalAcceptance"]);
    expect(await offered(zone)).toEqual(["freeTradeZone", "conditionalAcceptance"]);
    expect(await offered(region)).toEqual(["commitment", "conditionalAcceptance"]);
    expect(await offered(bad)).toEqual([]);
    expect([await findKnownCredit(good), await findKnownCredit(bad)]).toMatchObject([{ gradeWord: "信用良好", askedAt: expect.any(String), source: "本地信用登记" }, { gradeWord: "失信" }]);
  });

  it("L-6-09 所在地区列入试点范围的也算，下级地区随上级；容缺失信的没有容缺", async () => {
    const actor = await enterprise();
    const uscc = await rated(actor, { deferralDefaults: ["2026-10-01"] });
    expect(await offered(actor)).toEqual([]);
    const area = await db().pilotArea.create({ data: { kind: "freeTradeZone", regionCode: "2101" } });
    expect(await offered(actor)).toEqual(["freeTradeZone"]);
    await db().pilotArea.update({ where: { id: area.id }, data: { kind: "commitment", regionCode: "21" } });
    expect(await offered(actor)).toEqual(["commitment"]);
    await db().pilotArea.delete({ where: { id: area.id } });
    await db().creditRecord.update({ where: { uscc }, data: { deferralDefaults: [] } });
    await db().restriction.create({ data: { enterpriseId: actor.enterpriseId, kind: "deferral", fromOn: "2026-01-01", untilOn: "2099-01-01", reason: "逾期" } });
    expect(await offered(actor)).toEqual([]);
    const bar = "容缺受理：贵单位曾申请容缺受理而没有按时提交容缺材料，2099年1月1日以前（含当日）不能使用。";
    expect(await listProcedures(actor, NEW)).toMatchObject({ state: "offered", groups: [], bars: [bar] });
    await expect(startApplication(actor, { ...NEW, procedure: "conditionalAcceptance" })).rejects.toMatchObject({ code: "conflict", message: `${bar}请按一般程序办理` });
  });

  it("L-4.1.7-08 L-4.1.8-06 L-4.1.9-06 L-6-06 选定的办理方式随申请记下，列表上有标记，此后不变", async () => {
    for (const [record, procedure, mark] of [[{}, "conditionalAcceptance", "容缺受理"], [{ pilotZone: true }, "freeTradeZone", "自贸区"], [{ commitmentRegion: true }, "commitment", "承诺制"]] as const) {
      const actor = await enterprise();
      await rated(actor, record);
      const { applicationId } = await startApplication(actor, { ...NEW, procedure });
      expect((await startApplication(actor, NEW)).applicationId).toBe(applicationId);
      expect((await listApplications(actor)).map((row) => row.mark)).toEqual([mark]);
      expect(await db().application.findUniqueOrThrow({ where: { caseId: applicationId } })).toMatchObject({ procedure });
    }
  });

  it("L-4.1.7-10 伪造的办理方式被拒绝，什么都没有建立；不选即一般程序", async () => {
    const actor = await enterprise();
    await rated(actor, { grade: "untrustworthy", pilotZone: true, commitmentRegion: true });
    for (const procedure of ["conditionalAcceptance", "freeTradeZone", "commitment"] as const) {
      await expect(startApplication(actor, { ...NEW, procedure }), procedure).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("按一般程序办理") });
    }
    expect(await db().case.count({ where: { enterpriseId: actor.enterpriseId } })).toBe(0);
    const { applicationId } = await startApplication(actor, NEW);
    expect(await db().application.findUniqueOrThrow({ where: { caseId: applicationId } })).toMatchObject({ procedure: "standard" });
  });

  it("L-6-08 接口不通：二十四小时内先前的答复仍可用并注明，过了就只有一般程序，并说明原因", async () => {
    const actor = await enterprise();
    const uscc = await rated(actor, { pilotZone: true });
    process.env.CREDIT_URL = dead;
    expect(await listProcedures(actor, NEW)).toEqual({ state: "unavailable", groups: [] });
    delete process.env.CREDIT_URL;
    await listProcedures(actor, NEW);
    process.env.CREDIT_URL = dead;
    const cached = await listProcedures(actor, NEW);
    expect(cached).toMatchObject({ state: "offered", source: "本地信用登记", cachedAt: expect.any(String) });
    await db().$executeRaw`UPDATE "CreditAnswer" SET "askedAt" = now() - interval '24 hours' WHERE "uscc" = ${uscc}`;
    expect(await listProcedures(actor, NEW)).toMatchObject({ state: "unavailable" });
    await expect(startApplication(actor, { ...NEW, procedure: "freeTradeZone" })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("信用接口暂时没有答复") });
    expect((await startApplication(actor, NEW)).applicationId).toBeTruthy();
  });
});
