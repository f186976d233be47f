import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, advance, staff, stateOf, submittedCase, team } = await import("./cases");
const { db } = await import("@/lib/data/client");
const { claimCase } = await import("@/lib/services/review/claim-case");
const { decideBatch } = await import("@/lib/services/review/decide-batch");
const { previewBatch } = await import("@/lib/services/review/preview-batch");
const { draftRemark } = await import("@/lib/services/review/remarks");

const idsOf = (cases: readonly { applicationId: string }[]): string[] => cases.map(({ applicationId }) => applicationId);

describe("批量受理与批量签发", () => {
  it("L-6-04 预览说清每一件会怎样、为什么不能办；办的只是能办的，各有各的结局", async () => {
    const doers = await team();
    const [fine, remarked, held, gone] = [await submittedCase(), await submittedCase(), await submittedCase(), await submittedCase()];
    await draftRemark(doers.intake, { applicationId: remarked.applicationId, sectionKey: "technical-lead", field: "name", level: "must", text: "请更正" });
    const other = await staff(["intake"], "刘洋");
    await claimCase(other, { applicationId: held.applicationId });
    await act(other, gone.applicationId, "rejectIntake");
    const preview = await previewBatch(doers.intake, { action: "accept", applicationIds: idsOf([fine, remarked, held, gone]) });
    expect(preview.rows.map(({ obstacle }) => obstacle)).toEqual(["", "有“必须修改”的意见，不能受理", "本案由刘洋承办，请先接办", "本案现为“不予受理”，不能这样办"]);
    expect(preview.rows[0]?.outcome).toMatch(/^承诺\d+年\d+月\d+日前办结$/);

    const items = preview.rows.map(({ applicationId, revision }) => ({ applicationId, revision }));
    const batch = { action: "accept" as const, batchKey: randomUUID(), items };
    const results = await decideBatch(doers.intake, batch);
    expect(results.map(({ done }) => done)).toEqual([true, false, false, false]);
    expect(results[1]?.words).toContain("必须修改");
    expect(results[2]?.words).toContain("刘洋");
    expect(await Promise.all([fine, remarked, held, gone].map(({ applicationId }) => stateOf(applicationId)))).toEqual(["accepted", "submitted", "submitted", "notAccepted"]);
    // 重来一遍：办成的得到原来的答复，不办第二次
    expect((await decideBatch(doers.intake, batch))[0]).toEqual(results[0]);
    expect(await db().caseEvent.count({ where: { caseId: fine.applicationId, action: "accept" } })).toBe(1);
    expect(await db().issuedDocument.count({ where: { caseId: fine.applicationId, kind: "acceptance" } })).toBe(1);
  });

  it("L-6-05 批量签发：预览写明预计编号与有效期，与签发所得一致；职责分离逐件判断", async () => {
    const doers = await team();
    const cases = [await submittedCase(), await submittedCase(), await submittedCase()];
    const both = await staff(["intake", "signer"], "受理兼签发");
    for (const [index, { applicationId }] of cases.entries()) await advance(applicationId, index === 1 ? { ...doers, intake: both } : doers, "awaitingSignature");
    const preview = await previewBatch(both, { action: "grant", applicationIds: idsOf(cases) });
    expect(preview.rows.map(({ obstacle }) => obstacle.includes("职责分离"))).toEqual([false, true, false]);
    const expected = preview.rows.filter(({ obstacle }) => obstacle === "").map(({ outcome }) => /预计编号 (\S+?)，有效期自(.+)至(.+)$/.exec(outcome)?.[1]);
    expect(new Set(expected).size).toBe(2);
    const results = await decideBatch(both, { action: "grant", batchKey: randomUUID(), items: preview.rows.map(({ applicationId, revision }) => ({ applicationId, revision })) });
    expect(results.map(({ done }) => done)).toEqual([true, false, true]);
    expect([results[0], results[2]].map((result) => /许可证编号 (\S+)$/.exec(result?.words ?? "")?.[1])).toEqual(expected);
    expect(await Promise.all(cases.map(({ applicationId }) => stateOf(applicationId)))).toEqual(["granted", "awaitingSignature", "granted"]);
  });

  it("L-6-04 预览之后案件变了的不办；两批同时办同一件，只办一次", async () => {
    const doers = await team();
    const { applicationId } = await submittedCase();
    const [row] = (await previewBatch(doers.intake, { action: "accept", applicationIds: [applicationId] })).rows;
    const items = [{ applicationId, revision: row?.revision ?? 0 }];
    const other = await staff(["intake"], "刘洋");
    const [first, second] = await Promise.all([doers.intake, other].map((person) => decideBatch(person, { action: "accept", batchKey: randomUUID(), items })));
    expect([first?.[0]?.done, second?.[0]?.done].toSorted()).toEqual([false, true]);
    expect((first?.[0]?.done ? second : first)?.[0]?.words).toMatch(/已于2026年\d+月\d+日 \d\d:\d\d办理“受理”/);
    expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "accept" } })).toBe(1);
  });

  it("L-6-04 岗位不办的、别的机构的，整批都不办", async () => {
    const doers = await team();
    const own = await submittedCase();
    const away = await submittedCase({}, "NCEB");
    await expect(previewBatch(doers.signer, { action: "accept", applicationIds: idsOf([own]) })).rejects.toMatchObject({ code: "forbidden" });
    for (const attempt of [
      () => previewBatch(doers.intake, { action: "accept", applicationIds: idsOf([own, away]) }),
      () => decideBatch(doers.intake, { action: "accept", batchKey: randomUUID(), items: [own, away].map(({ applicationId }) => ({ applicationId, revision: 2 })) }),
    ]) await expect(attempt()).rejects.toMatchObject({ code: "notFound" });
    expect(await stateOf(own.applicationId)).toBe("submitted");
  });
});
