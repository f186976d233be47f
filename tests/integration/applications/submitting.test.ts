import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { colleague, draft, enterprise, fill, save } = await import("./fixtures");
const { db, sql } = await import("@/lib/data/client");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { listApplications, listBusinesses } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { submitApplication } = await import("@/lib/services/applications/submit-application");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { getHistory } = await import("@/lib/services/applications/get-history");

const command = (applicationId: string, idempotencyKey = randomUUID()) => ({ applicationId, idempotencyKey, truthPromise: true as const });

let people = 0;
/** 各企业取不同的一段人，身份证号码不相撞。 */
const nextPeople = () => ({ firstPerson: (people += 1000) });

describe("开始办理", () => {
  it("L-4.1.1-01 一个业务只有一份草稿，再点还是那一份；同时点也只有一份", async () => {
    const actor = await enterprise();
    const started = await Promise.all(Array.from({ length: 8 }, () => startApplication(actor, { business: "new-licence" })));
    expect(new Set(started.map((one) => one.applicationId)).size).toBe(1);
    expect((await listBusinesses(actor))[0]).toMatchObject({ label: "许可证新申请", openStateWord: "草稿" });
    await expect(startApplication(actor, { business: "discard" })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("资料提交", () => {
  it("L-4.1.10-02 不符合的逐项列出，不进入形审", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await save(actor, applicationId, "application-category", {}, { items: { installation: "4" } });
    await expect(submitApplication(actor, command(applicationId))).rejects.toMatchObject({
      code: "invalid",
      issues: expect.arrayContaining([expect.objectContaining({ section: "technicians" }), expect.objectContaining({ section: "application-category", slot: "LEGAL_STMT" })]),
    });
    expect(await getApplication(actor, applicationId)).toMatchObject({ state: "draft", round: 0 });
  });

  it("L-4.0-04 L-4.1.10-01 符合的进入待形审：冻结快照与摘要，起算受理期限，告知企业", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await fill(actor, applicationId, nextPeople());
    const outcome = await submitApplication(actor, command(applicationId));
    expect(outcome).toMatchObject({ round: 1, queuePlace: expect.any(Number) });
    expect(await getApplication(actor, applicationId)).toMatchObject({ state: "submitted", stateWord: "待形审", openSections: "none", stageDueOn: expect.stringMatching(/^\d{4}-/) });
    const submission = await db().submission.findFirstOrThrow({ where: { applicationId } });
    expect(JSON.stringify(submission.summary)).toContain("技术负责人");
    expect(await db().message.count({ where: { caseId: applicationId } })).toBe(1);
    await expect(sql().query('UPDATE "Submission" SET "round" = 9 WHERE "id" = $1', [submission.id])).rejects.toThrow("append-only");
    await expect(save(actor, applicationId, "basic-information", {}, { totalAssets: "1" })).rejects.toMatchObject({ code: "conflict" });
    expect((await getHistory(actor, applicationId)).rounds).toHaveLength(1);
  });

  it("同时点二十次只提交一次，二十个都得到同一答复", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await fill(actor, applicationId, nextPeople());
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => submitApplication(actor, command(applicationId))));
    expect(new Set(outcomes.map((outcome) => `${outcome.number}/${outcome.round}/${outcome.submittedAt}`)).size).toBe(1);
    expect(await db().submission.count({ where: { applicationId } })).toBe(1);
    expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "submit" } })).toBe(1);
    expect(await db().message.count({ where: { caseId: applicationId } })).toBe(1);
  });

  it("填报人不能提交，提交人可以；别家的看不到", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await fill(actor, applicationId, nextPeople());
    await expect(submitApplication(await colleague(actor, ["filler"]), command(applicationId))).rejects.toMatchObject({ code: "forbidden" });
    await expect(submitApplication(await enterprise(), command(applicationId))).rejects.toMatchObject({ code: "notFound" });
    await expect(submitApplication(await colleague(actor, ["submitter"]), command(applicationId))).resolves.toMatchObject({ round: 1 });
  });
});

describe("申请废弃", () => {
  it("L-4.1.10-03 草稿可以废弃，之后可以重新申请；已提交的不能", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await discardApplication(actor, { applicationId, idempotencyKey: randomUUID() });
    const again = await draft(actor);
    expect(again).not.toBe(applicationId);
    expect((await listApplications(actor)).map((row) => row.stateWord).sort()).toEqual(["已废弃", "草稿"].sort());
    await fill(actor, again, nextPeople());
    await submitApplication(actor, command(again));
    await expect(discardApplication(actor, { applicationId: again, idempotencyKey: randomUUID() })).rejects.toMatchObject({ code: "conflict" });
  });
});
