import { describe, expect, it } from "vitest";
import { fictitiousPerson } from "@/tests/builders/people";
import { workerRow } from "@/tests/builders/new-licence";
import { freshDatabase } from "../database";

await freshDatabase();
const { colleague, draft, enterprise, rows, save } = await import("./fixtures");
const { db, sql } = await import("@/lib/data/client");
const { readSection, storeSection } = await import("@/lib/data/application-writes");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { saveSection } = await import("@/lib/services/applications/save-section");
const { discardApplication } = await import("@/lib/services/applications/discard-application");

const worker = (n: number) => workerRow(fictitiousPerson(n), n);
const skilled = (...people: number[]) => ({ skilledWorkers: people.map(worker) });

describe("保存页签", () => {
  it("L-4.0-03 P-1-01 存下的内容离开后再来还在，不完整也存", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    const outcome = await save(actor, applicationId, "basic-information", {}, { totalAssets: "2000", netAssets: "很多" });
    expect(outcome).toMatchObject({ revision: 1, conflicts: [], refused: [] });
    const view = await getApplication(actor, applicationId);
    expect(view.context.answers["basic-information"]).toMatchObject({ totalAssets: "2000", netAssets: "很多" });
    expect(view.savedAt["basic-information"]?.by).toBe("王丽");
  });

  it("L-4.1.2-08 L-3.3-12 取自企业注册的项目在申请里改不了，伪造的改动整次拒绝", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await expect(save(actor, applicationId, "basic-information", {}, { unitName: "另一家公司", totalAssets: "1" })).rejects.toMatchObject({ code: "invalid" });
    expect((await getApplication(actor, applicationId)).context.answers["basic-information"]).toBeUndefined();
  });

  it("L-4.1.3-06 证明人电话不是手机号码的那一行不存，其余照存", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    const row = (rowId: string, witnessPhone: string) => ({ rowId, from: "2014-03", to: "", employer: "沈阳甲电力工程有限公司", witness: "孙志远", witnessPhone });
    const outcome = await save(actor, applicationId, "technical-lead", {}, { name: "赵明远", workExperience: [row("exp-00000001", "024-23100000"), row("exp-00000002", "13700001111")] });
    expect(outcome.refused).toEqual([expect.objectContaining({ table: "workExperience", row: "exp-00000001", field: "witnessPhone" })]);
    expect(rows(outcome.answers, "workExperience").map((saved) => saved.rowId)).toEqual(["exp-00000002"]);
    expect(outcome.answers.name).toBe("赵明远");
  });

  it("两人同改一页：不相干的合并，同一处的不覆盖", async () => {
    const actor = await enterprise();
    const other = await colleague(actor, ["filler"], "李强");
    const applicationId = await draft(actor);
    await save(actor, applicationId, "basic-information", {}, { totalAssets: "2000", netAssets: "900" });
    await save(actor, applicationId, "basic-information", { netAssets: "900" }, { netAssets: "950" });
    const outcome = await save(other, applicationId, "basic-information", { totalAssets: "2000", netAssets: "900" }, { totalAssets: "2100", netAssets: "800" });
    expect(outcome.conflicts).toEqual([{ field: "netAssets", mine: "800", theirs: "950" }]);
    expect(outcome.answers).toMatchObject({ totalAssets: "2100", netAssets: "950" });
  });

  it("二十个并发的行保存一个不丢", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await Promise.all(Array.from({ length: 20 }, (_, n) => save(actor, applicationId, "skilled-workers", {}, skilled(100 + n))));
    expect(rows((await getApplication(actor, applicationId)).context.answers["skilled-workers"] ?? {}, "skilledWorkers")).toHaveLength(20);
  });

  it("二十人同时各改一行已有的人：一个不丢，每次保存一条审计", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    const people = Array.from({ length: 20 }, (_, n) => 120 + n);
    await save(actor, applicationId, "skilled-workers", {}, skilled(...people));
    const outcomes = await Promise.all(
      people.map((n) => save(actor, applicationId, "skilled-workers", skilled(n), { skilledWorkers: [{ ...worker(n), certNo: `NEW-${n}` }] })),
    );
    expect(outcomes.flatMap((outcome) => [...outcome.conflicts, ...outcome.refused])).toEqual([]);
    const stored = rows((await getApplication(actor, applicationId)).context.answers["skilled-workers"] ?? {}, "skilledWorkers");
    expect(stored.map((row) => row.certNo)).toEqual(people.map((n) => `NEW-${n}`));
    expect(new Set(outcomes.map((outcome) => outcome.revision)).size).toBe(20);
    expect(await db().auditEntry.count({ where: { subjectId: applicationId, action: "application.save" } })).toBe(21);
  });

  it("读过之后案件被办理或页签被改过：什么也不写，也不留审计", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await save(actor, applicationId, "basic-information", {}, { totalAssets: "2000" });
    const seen = await readSection(sql(), applicationId, "basic-information");
    if (!seen) throw new Error("no section");
    const at = { caseId: applicationId, sectionKey: "basic-information", accountId: actor.accountId, actorName: actor.name, note: {} };
    expect(await storeSection(sql(), at, { ...seen, revision: 0 }, { totalAssets: "1" })).toBeUndefined();
    expect(await storeSection(sql(), at, { ...seen, caseRevision: seen.caseRevision + 1 }, { totalAssets: "1" })).toBeUndefined();
    await discardApplication(actor, { applicationId, idempotencyKey: crypto.randomUUID() });
    expect(await storeSection(sql(), at, seen, { totalAssets: "1" })).toBeUndefined();
    expect((await getApplication(actor, applicationId)).context.answers["basic-information"]).toMatchObject({ totalAssets: "2000" });
    expect(await db().auditEntry.count({ where: { subjectId: applicationId, action: "application.save" } })).toBe(1);
  });

  it("别家的、没有的申请都答没有找到；未登录的不行", async () => {
    const [actor, stranger] = [await enterprise(), await enterprise()];
    const applicationId = await draft(actor);
    await expect(getApplication(stranger, applicationId)).rejects.toMatchObject({ code: "notFound" });
    await expect(save(stranger, applicationId, "basic-information", {}, { totalAssets: "1" })).rejects.toMatchObject({ code: "notFound" });
    await expect(getApplication(actor, "0193f000-0000-7000-8000-00000000ffff")).rejects.toMatchObject({ code: "notFound" });
    await expect(getApplication({ kind: "public", address: "::1" }, applicationId)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(saveSection(actor, { applicationId, section: "no-such", revision: 0, patch: { fields: [], rows: [] } })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("电工身份证号码只能使用一次", () => {
  it("L-4.1.6-04 别家用过的被退回且不说是谁，同一次的其他人照存", async () => {
    const [first, second] = [await enterprise(), await enterprise()];
    await save(first, await draft(first), "skilled-workers", {}, skilled(200));
    const outcome = await save(second, await draft(second), "skilled-workers", {}, skilled(200, 201));
    expect(outcome.refused).toEqual([expect.objectContaining({ field: "idNo", message: "该身份证号码已被使用，同一名电工只能登记一次" })]);
    expect(rows(outcome.answers, "skilledWorkers")).toHaveLength(1);
  });

  it("L-4.1.6-04 同一张表里第二次出现的也退回", async () => {
    const actor = await enterprise();
    const applicationId = await draft(actor);
    await save(actor, applicationId, "skilled-workers", {}, skilled(210));
    const again = { ...worker(210), rowId: "worker-row-again" };
    const outcome = await save(actor, applicationId, "skilled-workers", skilled(210), { skilledWorkers: [worker(210), again] });
    expect(outcome.refused).toEqual([expect.objectContaining({ row: "worker-row-again", field: "idNo" })]);
  });

  it("L-4.1.6-04 两家同时登记同一批人：每人只归一家，没有死锁", async () => {
    const actors = await Promise.all(Array.from({ length: 6 }, () => enterprise()));
    const drafts = await Promise.all(actors.map(draft));
    const people = Array.from({ length: 12 }, (_, n) => 300 + n);
    const outcomes = await Promise.all(actors.map((actor, i) => save(actor, drafts[i] ?? "", "skilled-workers", {}, skilled(...(i % 2 ? people : people.toReversed())))));
    const kept = outcomes.flatMap((outcome) => rows(outcome.answers, "skilledWorkers").map((row) => row.idNo));
    expect(kept).toHaveLength(12);
    expect(new Set(kept).size).toBe(12);
  });

  it("L-4.1.6-04 删去或废弃后释放，别家就能用", async () => {
    const [first, second] = [await enterprise(), await enterprise()];
    const [own, theirs] = [await draft(first), await draft(second)];
    await save(first, own, "skilled-workers", {}, skilled(400, 401));
    await save(first, own, "skilled-workers", skilled(400, 401), skilled(401));
    expect((await save(second, theirs, "skilled-workers", {}, skilled(400))).refused).toEqual([]);
    await discardApplication(first, { applicationId: own, idempotencyKey: crypto.randomUUID() });
    expect((await save(second, theirs, "skilled-workers", skilled(400), skilled(400, 401))).refused).toEqual([]);
  });

  it("只剩闲置九十天草稿占着的，让给别人", async () => {
    const [first, second] = [await enterprise(), await enterprise()];
    const own = await draft(first);
    await save(first, own, "skilled-workers", {}, skilled(410));
    await db().$executeRaw`UPDATE "Case" SET "updatedAt" = now() - interval '91 days' WHERE "id" = ${own}::uuid`;
    expect((await save(second, await draft(second), "skilled-workers", {}, skilled(410))).refused).toEqual([]);
  });
});
