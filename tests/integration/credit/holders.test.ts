import { describe, expect, it } from "vitest";
import type { BusinessCode } from "@/lib/terms/businesses";
import type { ProcedureCode } from "@/lib/terms/application";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { holder } = await import("../businesses/stage");
const { antedate } = await import("@/prisma/seed/courses/renewal");
const { rated } = await import("../follow-ups/fixtures");
const { db } = await import("@/lib/data/client");
const { listProcedures } = await import("@/lib/services/credit/list-procedures");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { today } = await import("@/lib/services/platform/clock");

/** 信用良好、在试点里的持证企业；许可证快到期，延续也能办。 */
async function privileged(record: { pilotZone?: boolean; commitmentRegion?: boolean }) {
  const { actor, enterprise } = await holder();
  await rated(actor, record);
  await antedate(enterprise, addDays(await today(), 60));
  return actor;
}

const zone = { pilotZone: true };
const region = { commitmentRegion: true };

/** 要求 → 业务、信用、选的标签、得到的办理方式。 */
const table: [string, BusinessCode, Parameters<typeof privileged>[0], string, ProcedureCode][] = [
  ["L-4.2.4-01 L-4.2.4-02 L-4.2.4-03 L-4.2.4-04", "registration-change", zone, "确定", "freeTradeZone"],
  ["L-4.3.11-01 L-4.3.11-02 L-4.3.11-03", "scope-change", zone, "确定", "freeTradeZone"],
  ["L-4.4.8-01 L-4.4.8-02 L-4.4.8-03", "renewal", zone, "确定", "freeTradeZone"],
  ["L-4.5.2-01 L-4.5.2-02 L-4.5.2-03", "reissue", zone, "确定", "freeTradeZone"],
  ["L-4.3.12-01 L-4.3.12-02 L-4.3.12-03 L-4.3.12-04", "scope-change", region, "告知承诺制申请", "commitment"],
  ["L-4.3.12-05", "scope-change", region, "传统审批流程申请", "standard"],
  ["L-4.4.9-01 L-4.4.9-02 L-4.4.9-03 L-4.4.9-04", "renewal", region, "告知承诺制申请", "commitment"],
  ["L-4.4.9-05", "renewal", region, "传统审批流程申请", "standard"],
  ["L-4.3.10-01 L-4.3.10-03 L-4.3.10-04 L-4.3.10-05", "scope-change", {}, "容缺申请", "conditionalAcceptance"],
  ["L-4.3.10-06", "scope-change", {}, "一般性申请", "standard"],
];

describe("持证企业的办理方式", () => {
  it.each(table)("%s %s：选定后即按它办理", async (_ids, business, record, label, procedure) => {
    const actor = await privileged(record);
    const choices = (await listProcedures(actor, { business })).groups.flatMap((group) => group.choices);
    const chosen = choices.find((choice) => choice.label === label)?.procedure;
    expect(chosen).toBe(procedure);
    const { applicationId } = await startApplication(actor, { business, ...(chosen ? { procedure: chosen } : {}) });
    expect(await db().application.findUniqueOrThrow({ where: { caseId: applicationId } })).toMatchObject({ business, procedure });
  });

  it("L-4.2.4-05 L-4.3.11-04 L-4.4.8-04 L-4.5.2-04 取消只关闭提示框，没有办理方式", async () => {
    const actor = await privileged(zone);
    for (const business of ["registration-change", "scope-change", "renewal", "reissue"]) {
      const [prompt] = (await listProcedures(actor, { business })).groups;
      expect(prompt?.choices.find(({ label }) => label === "取消"), business).not.toHaveProperty("procedure");
    }
  });

  it("L-4.3.10-02 注销、人员变更没有别的办理方式，要了也不给；两年内容缺失信的没有容缺", async () => {
    const actor = await privileged({ ...zone, ...region });
    for (const business of ["cancellation", "personnel-change"]) {
      expect(await listProcedures(actor, { business }), business).toEqual({ state: "none", groups: [] });
      await expect(startApplication(actor, { business, procedure: "freeTradeZone" }), business).rejects.toMatchObject({ code: "conflict" });
    }
    await rated(actor, { deferralDefaults: [addDays(await today(), -300)] });
    await expect(startApplication(actor, { business: "scope-change", procedure: "conditionalAcceptance" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-4.1.7-01 L-4.1.7-02 L-4.1.8-01 L-4.1.9-01 持证的不能再新申请；许可证注销之后，再次申请与首次申请一样可选", async () => {
    const actor = await privileged({ ...zone, ...region });
    await expect(startApplication(actor, { business: "new-licence", procedure: "freeTradeZone" })).rejects.toMatchObject({ code: "conflict" });
    await db().licence.updateMany({ where: { enterpriseId: actor.enterpriseId }, data: { state: "cancelled" } });
    expect((await listProcedures(actor, { business: "new-licence" })).groups.map((group) => group.procedure)).toEqual(["freeTradeZone", "commitment", "conditionalAcceptance"]);
    const { applicationId } = await startApplication(actor, { business: "new-licence", procedure: "conditionalAcceptance" });
    expect(await db().application.findUniqueOrThrow({ where: { caseId: applicationId } })).toMatchObject({ procedure: "conditionalAcceptance" });
  });
});
