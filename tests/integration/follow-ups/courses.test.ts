import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { ownDataFolder } from "../attachments/fixtures";

await freshDatabase();
ownDataFolder("procedure-courses");
const { coursed } = await import("../businesses/stage");
const { db } = await import("@/lib/data/client");
const { getApplication } = await import("@/lib/services/applications/get-application");

describe("按各办理方式造出的案件", () => {
  it("deferral-title-submitted 只差技术负责人的职称证书", async () => {
    const { applicationId, actor } = await coursed("deferral-title-submitted");
    expect((await getApplication(actor, applicationId)).deferred).toEqual(["技术负责人：职称证书"]);
    await expect(coursed("deferral-title-open").then(({ applicationId: caseId }) => db().followUp.findFirstOrThrow({ where: { caseId } }))).resolves.toMatchObject({ state: "open", task: "补齐 1 份容缺材料" });
  });

  it.each([["commitment-rectifying", "open"], ["commitment-rectification-reported", "supplied"]])("%s 整改任务%s", async (name, state) => {
    const { applicationId } = await coursed(name);
    expect(await db().followUp.findFirstOrThrow({ where: { caseId: applicationId, kind: "rectification" } })).toMatchObject({ state });
  });

  it.each([
    ["deferral-submitted", "submitted", "conditionalAcceptance"], ["deferral-open", "accepted", "conditionalAcceptance"], ["commitment-submitted", "submitted", "commitment"],
    ["commitment-granted", "granted", "commitment"], ["free-trade-zone-granted", "granted", "freeTradeZone"],
  ])("%s 是%s，办理方式 %s，可以不交的材料一份也没有交", async (name, state, procedure) => {
    const { applicationId } = await coursed(name);
    const found = await db().case.findUniqueOrThrow({ where: { id: applicationId }, include: { application: { include: { attachments: true } } } });
    expect([found.state, found.application?.procedure]).toEqual([state, procedure]);
    const slots = found.application?.attachments.map(({ slot }) => slot) ?? [];
    expect(slots).not.toContain("TL_TITLE");
    expect(slots).toContain(procedure === "conditionalAcceptance" ? "DEFER" : "PROMISE");
  });
});
