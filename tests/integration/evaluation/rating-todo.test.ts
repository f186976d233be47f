import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { freshDatabase } from "../database";

const refresh = vi.fn();
const request: { actor?: unknown } = {};
vi.mock("next/cache", () => ({ refresh: () => refresh() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ origin: "http://localhost:3000" }) }));
vi.mock("@/lib/auth/current-actor", () => ({ currentActor: async () => request.actor }));

await freshDatabase();
const { finishedCase, insertOfficeAndEnterprise, owner, phoneOf } = await import("./ratable");
const { rateAction } = await import("@/app/(enterprise)/evaluations/[caseId]/actions");
const { db, transaction } = await import("@/lib/data/client");
const { addDays, shanghaiDate, shanghaiMoment } = await import("@/lib/workflow/iso-date");
const { closeUnrated } = await import("@/lib/services/jobs/close-unrated");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { countWaiting, listTodos } = await import("@/lib/services/communication/messages");
const { notify } = await import("@/lib/services/communication/notify");
const { openRating } = await import("@/lib/services/evaluation/open-rating");
const { rate } = await import("@/lib/services/evaluation/rate");

const rated = (phone: string) => ({ level: 5, options: [], text: "", phone, name: "" });
const command = (caseId: string, phone: string) => ({ caseId, idempotencyKey: randomUUID(), rating: rated(phone) });
const todoOf = async (caseId: string) => (await listTodos(owner)).find(({ href }) => href === `/evaluations/${caseId}`);

beforeAll(insertOfficeAndEnterprise);
beforeEach(async () => {
  request.actor = owner;
  refresh.mockReset();
  await db().todoItem.updateMany({ where: { doneAt: null }, data: { doneAt: new Date() } });
});

describe("好差评的待办", () => {
  it("L-5.1.1-02 办结时开的待办写明评价的最后一天；过了这天，首页、名单与数目都不再有", async () => {
    const finishedAt = new Date("2026-12-10T16:30:00Z");
    const caseId = await finishedCase({ finishedAt });
    await db().todoItem.deleteMany({ where: { caseId } });
    await transaction((tx) => notify(tx, { caseId, notice: "granted" }));
    const last = addDays(shanghaiDate(finishedAt), 30);
    expect(await todoOf(caseId)).toMatchObject({ dueOn: "2027-01-10", kind: "evaluation" });
    expect(await todoOf(caseId)).not.toHaveProperty("dueProvisional");
    expect(await closeUnrated(systemActor, last)).toBe(0);
    expect(await countWaiting(owner)).toMatchObject({ todos: 1 });
    expect(await closeUnrated(systemActor, addDays(last, 1))).toBe(1);
    expect(await todoOf(caseId)).toBeUndefined();
    expect(await countWaiting(owner)).toMatchObject({ todos: 0 });
    await expect(closeUnrated(owner, last)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("L-5.1.2-03 号码五天内评过的，待办还在，首页、名单、评价页都写何时起可以再评；到了那时、评成之后都不再写（决定三十一）", async () => {
    const [first, second] = [await finishedCase(), await finishedCase()];
    await rate(owner, command(first, phoneOf(1)));
    await expect(rate(owner, command(second, phoneOf(1)))).rejects.toMatchObject({ code: "tooMany" });
    const { until } = await db().evaluationSlot.findFirstOrThrow();
    const words = `${shanghaiMoment(new Date(until.getTime() + 59_999))} 起可以再评，也可换一个号码`;
    expect(await todoOf(second)).toMatchObject({ paused: words });
    expect(await openRating(owner, second)).toMatchObject({ paused: words });
    await db().todoItem.updateMany({ where: { caseId: second }, data: { possibleFrom: new Date(Date.now() - 1000) } });
    expect(await todoOf(second)).not.toHaveProperty("paused");
    expect(await openRating(owner, second)).not.toHaveProperty("paused");
    await expect(rate(owner, command(second, phoneOf(1)))).rejects.toMatchObject({ code: "tooMany" });
    await rate(owner, command(second, phoneOf(2)));
    expect(await todoOf(second)).toBeUndefined();
    expect(await openRating(owner, second)).not.toHaveProperty("paused");
  });

  it("L-5.1.2-04 评成之后重画页首的数目；没有评成的不重画", async () => {
    const [first, second] = [await finishedCase(), await finishedCase()];
    expect(await rateAction(command(first, phoneOf(3)))).toMatchObject({ ok: true });
    expect(refresh).toHaveBeenCalledOnce();
    expect(await rateAction(command(second, phoneOf(3)))).toMatchObject({ ok: false, code: "tooMany" });
    expect(refresh).toHaveBeenCalledOnce();
  });
});
