import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, coursed, licencesOf, revisionOf, stateOf } = await import("./stage");
const { colleague, enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { getHistory } = await import("@/lib/services/applications/get-history");
const { listApplications } = await import("@/lib/services/applications/list-applications");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { listTerminable, terminateApplication } = await import("@/lib/services/applications/terminate-application");
const { countWaiting, listMessages, listTodos } = await import("@/lib/services/communication/messages");
const { decide } = await import("@/lib/services/review/decide");
const { listQueue } = await import("@/lib/services/review/list-queue");

const reason = "工程计划调整，暂不办理";
const command = (applicationId: string) => ({ applicationId, reason, idempotencyKey: randomUUID() });

async function oneAfterAnother(runs: readonly (() => Promise<unknown>)[]): Promise<PromiseSettledResult<unknown>[]> {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  for (const run of runs) outcomes.push(...(await Promise.allSettled([run()])));
  return outcomes;
}

describe("业务办理终止申请", () => {
  it("L-4.10-02 只列出本企业已提交、没有决定的申请", async () => {
    const running = await coursed("reissue-accepted");
    const { applicationId: draft } = await startApplication(running.actor, { business: "registration-change" });
    const listed = await listTerminable(running.actor);
    expect(listed).toEqual([{ applicationId: running.applicationId, number: expect.any(String), label: "许可证补（换）证申请", stateWord: "已受理" }]);
    expect(listed.map(({ applicationId }) => applicationId)).not.toContain(draft);
    expect(await listTerminable(await stranger())).toEqual([]);
    expect(await listTerminable((await coursed("reissue-granted")).actor)).toEqual([]);
  });

  it("L-4.10-03 L-4.10-04 终止后流程结束：内网不再列出，历史里是已终止，可以评价，可以重新申请", async () => {
    const { actor, applicationId, doers } = await coursed("submitted");
    const { number } = await terminateApplication(actor, command(applicationId));
    expect(await stateOf(applicationId)).toBe("terminated");
    expect((await listApplications(actor))[0]).toMatchObject({ number, stateWord: "已终止", finishedAt: expect.any(String) });
    expect((await getHistory(actor, applicationId)).steps.at(-1)).toMatchObject({ label: "终止申请", toWord: "已终止", note: `终止原因：${reason}` });
    expect((await listQueue(doers.intake, { stage: "intake" })).rows.map(({ id }) => id)).not.toContain(applicationId);
    expect((await listQueue(doers.intake, { q: number })).rows).toEqual([expect.objectContaining({ id: applicationId, stateWord: "已终止" })]);
    expect((await listMessages(actor)).rows[0]).toMatchObject({ title: "许可证新申请已终止" });
    expect(await listTodos(actor)).toEqual([expect.objectContaining({ kind: "evaluation" })]);
    expect(await db().electricianClaim.count({ where: { caseId: applicationId } })).toBe(0);
    const before = await countWaiting(actor);
    expect((await startApplication(actor, { business: "new-licence" })).applicationId).not.toBe(applicationId);
    // 顶上的待办与首页那一栏同一个数：评价一件，加上没写完的草稿
    expect([before.todos, (await countWaiting(actor)).todos]).toEqual([1, 2]);
    expect(before.unread).toBe((await listMessages(actor)).rows.filter(({ read }) => !read).length);
    expect(before.unread).toBeGreaterThan(0);
  });

  it("L-4.10-03 待补正的也能终止，补正待办随即关闭", async () => {
    const { actor, applicationId } = await coursed("correction");
    await terminateApplication(actor, command(applicationId));
    expect((await listTodos(actor)).map(({ kind }) => kind)).toEqual(["evaluation"]);
    await expect(terminateApplication(actor, command(applicationId)), "另一页上再办").rejects.toMatchObject({ code: "conflict", message: "这份申请已经终止，不用再办" });
  });

  it("草稿、已决定的、别家的、填报人、原因太短：各有各的拒绝", async () => {
    const [draft, done, running] = [await coursed("draft"), await coursed("granted"), await coursed("submitted")];
    await expect(terminateApplication(draft.actor, command(draft.applicationId))).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("可以直接废弃") });
    await expect(terminateApplication(done.actor, command(done.applicationId))).rejects.toMatchObject({ code: "conflict", message: "这份申请已经作出决定，不能终止" });
    await expect(terminateApplication(draft.actor, command(running.applicationId))).rejects.toMatchObject({ code: "notFound" });
    const filler = await colleague(running.actor, ["filler"]);
    await expect(terminateApplication(filler, command(running.applicationId))).rejects.toMatchObject({ code: "forbidden" });
    expect(await stateOf(running.applicationId)).toBe("submitted");
  });

  it("点了两次只终止一次，答复相同", async () => {
    const { actor, applicationId } = await coursed("reissue-submitted");
    const same = command(applicationId);
    const [first, second] = await Promise.all([terminateApplication(actor, same), terminateApplication(actor, same)]);
    expect(second).toEqual(first);
    expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "terminate" } })).toBe(1);
  });

  it("终止与签发同时来，一百次：每次恰好一个办成，另一个被告知", async () => {
    const made = await coursed("reissue-awaiting-signature");
    const { actor, applicationId, doers } = made;
    const original = await db().case.findUniqueOrThrow({ where: { id: applicationId } });
    const won = { terminated: 0, granted: 0, refused: 0 };
    for (let round = 0; round < 100; round += 1) {
      const action = round % 2 === 0 ? "grant" : "refuse";
      const versions = (await licencesOf(made))[0]?.versions.length ?? 0;
      const decision = { applicationId, action, revision: await revisionOf(applicationId), idempotencyKey: randomUUID(), reason: "材料不实", article: "《行政许可法》第三十八条" } as const;
      const commands = [() => terminateApplication(actor, command(applicationId)), () => decide(doers.signer, decision)];
      const ordered = round % 3 === 0 ? commands : commands.toReversed();
      // 头两次一前一后，两样结果都一定出现过；其余同时来
      const outcomes = await (round < 2 ? oneAfterAnother(ordered) : Promise.allSettled(ordered.map((run) => run())));
      const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as { code: string; message: string }] : []));
      expect([round, lost.map(({ code }) => code)]).toEqual([round, ["conflict"]]);
      expect(lost[0]?.message).toMatch(/已经作出决定，不能终止|终止|刷新/);
      const state = (await stateOf(applicationId)) as keyof typeof won;
      won[state] += 1;
      expect((await licencesOf(made))[0]?.versions.length).toBe(versions + (state === "granted" ? 1 : 0));
      await db().case.update({ where: { id: applicationId }, data: { state: "awaitingSignature", openKey: original.openKey, finishedAt: null, stageDueOn: original.stageDueOn } });
    }
    expect(won.terminated + won.granted + won.refused).toBe(100);
    expect(Math.min(won.terminated, won.granted + won.refused)).toBeGreaterThan(0);
    await act(doers.signer, applicationId, "grant");
    await expect(terminateApplication(actor, command(applicationId))).rejects.toMatchObject({ code: "conflict" });
  }, 120_000);
});
