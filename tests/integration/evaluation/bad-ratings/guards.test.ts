import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../database";
import type { Crew } from "./fixtures";

await freshDatabase();
const { act, advance, badRating, crew, rowOf } = await import("./fixtures");
const { db } = await import("@/lib/data/client");
const { staff } = await import("../../review/cases");
const { getBadRating } = await import("@/lib/services/evaluation/bad-ratings/get-bad-rating");
const { listBadRatings } = await import("@/lib/services/evaluation/bad-ratings/list-bad-ratings");
const { getDeskFrame } = await import("@/lib/services/review/desk-frame");
const { lookUpPhone } = await import("@/lib/services/evaluation/bad-ratings/look-up-phone");
const { remindBadRatings } = await import("@/lib/services/jobs/remind-bad-ratings");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { today } = await import("@/lib/services/platform/clock");
const { addWorkingDays } = await import("@/lib/workflow/calendar");
const { addDays } = await import("@/lib/workflow/iso-date");

let people: Crew;
beforeAll(async () => {
  people = await crew();
});

const refusals = (results: PromiseSettledResult<unknown>[]) => results.flatMap((result) => (result.status === "rejected" ? [result.reason as { code: string; message: string }] : []));

describe("两个人同时办", () => {
  it("L-6-10 同时分派二十次只成一次，其余得知是谁、何时、办了什么", async () => {
    const { id } = await badRating();
    const attempts = Array.from({ length: 20 }, (_, index) => act(index % 2 === 0 ? people.officer : people.second, id, "assign", { assigneeId: people.assignee.accountId, revision: 1 }));
    const results = await Promise.allSettled(attempts);
    const refused = refusals(results);
    expect(refused).toHaveLength(19);
    expect(refused.every(({ code, message }) => code === "conflict" && /^(您|周评价|冯评价)已于\d{4}年\d+月\d+日 \d{2}:\d{2}办理“分派”，现为“待核实”/.test(message))).toBe(true);
    expect((await rowOf(id)).events).toHaveLength(1);
  });

  it("L-6-10 同一幂等键重复提交是同一次办理；拿去办别件的不行", async () => {
    const { id } = await badRating();
    const key = randomUUID();
    const words = { assigneeId: people.assignee.accountId, revision: 1, idempotencyKey: key };
    const [first, ...again] = await Promise.all(Array.from({ length: 5 }, () => act(people.officer, id, "assign", words)));
    expect(again).toEqual([first, first, first, first]);
    expect((await rowOf(id)).revision).toBe(2);
    await expect(act(people.officer, (await badRating()).id, "assign", words)).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-6-10 复核与改判同时来：排除与申诉不成立只成其一", async () => {
    const { id, evaluationId } = await badRating();
    await advance(id, people, "appealed", "mistaken");
    const { revision } = await rowOf(id);
    const results = await Promise.allSettled([act(people.officer, id, "exclude", { revision }), act(people.second, id, "upholdRating", { revision })]);
    expect(refusals(results)).toHaveLength(1);
    const { appeal } = await rowOf(id);
    const { excludedAt } = await db().evaluation.findUniqueOrThrow({ where: { id: evaluationId } });
    expect(excludedAt !== null).toBe(appeal === "excluded");
  });
});

describe("四眼与权限", () => {
  it("L-6-10 承办的好差评管理员不能复核自己的申诉，办过这件业务的也不能；别人可以", async () => {
    const handler = await staff(["evaluationOfficer", "intake"], "兼岗");
    const { id } = await badRating({ handledBy: handler });
    await advance(id, { ...people, assignee: people.second }, "appealed", "malicious");
    await expect(act(people.second, id, "exclude")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("职责分离") });
    await expect(act(handler, id, "exclude")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("他人复核") });
    expect(await act(people.officer, id, "exclude")).toEqual({ state: "answered" });
  });

  it("L-6-10 只有一位好差评管理员，自己承办、自己申诉：事先说没有人可以复核；撤回要理由，记经过与审计，换个结论办得下去", async () => {
    const { officer: only, second, assignee } = await crew("NWEB");
    await db().account.update({ where: { id: second.accountId }, data: { state: "disabled" } });
    const { id } = await badRating({ officeCode: "NWEB" });
    await advance(id, { officer: only, second, assignee: only }, "verified", "mistaken");
    expect((await getBadRating(only, id)).undecidable).toContain("没有别的好差评管理员");
    await act(only, id, "appeal");
    const stuck = await getBadRating(only, id);
    expect(stuck.undecidable).toContain("没有别的好差评管理员");
    expect(stuck.steps.map(({ state }) => state)).not.toContain("yours");
    await expect(act(only, id, "exclude")).rejects.toMatchObject({ code: "conflict" });
    await expect(act(only, id, "withdrawAppeal", { text: "" })).rejects.toMatchObject({ code: "invalid", fields: { text: "请写明撤回的理由" } });
    await expect(act(assignee, id, "withdrawAppeal")).rejects.toMatchObject({ code: "forbidden" });
    expect(await act(only, id, "withdrawAppeal", { text: "改为整改" })).toEqual({ state: "verified" });
    const found = await rowOf(id);
    expect(found).toMatchObject({ appeal: "none", appealById: null, appealReason: null, stageDueOn: found.rectifyDueOn });
    expect(found.events.at(-1)).toMatchObject({ action: "withdrawAppeal", fromState: "appealed", toState: "verified", note: "改为整改" });
    expect(await db().auditEntry.count({ where: { subjectId: id, action: "badRating.withdrawAppeal" } })).toBe(1);
    await act(only, id, "verify", { verdict: "reasonable" });
    expect(await act(only, id, "startRectifying")).toEqual({ state: "rectifying" });
    await db().account.update({ where: { id: second.accountId }, data: { state: "active" } });
  });

  it("L-6-10 有别人可以复核的，不说没有", async () => {
    const { id } = await badRating();
    await advance(id, people, "verified", "mistaken");
    expect((await getBadRating(people.assignee, id)).undecidable).toBe("");
    await act(people.assignee, id, "appeal");
    const view = await getBadRating(people.officer, id);
    expect([view.undecidable, view.steps.some(({ state }) => state === "yours")]).toEqual(["", true]);
  });

  it("L-6-10 岗位不符的办不了，别的机构答没有找到，系统管理员只看不办", async () => {
    const { id } = await badRating();
    const words = { assigneeId: people.assignee.accountId };
    const foreign = await staff(["evaluationOfficer"], "外地评价", "NCEB");
    await expect(act(foreign, id, "assign", words)).rejects.toMatchObject({ code: "notFound" });
    await expect(getBadRating(foreign, id)).rejects.toMatchObject({ code: "notFound" });
    await expect(act(await staff(["intake"]), id, "assign", words)).rejects.toMatchObject({ code: "forbidden" });
    const administrator = await staff(["administrator"]);
    expect((await getBadRating(administrator, id)).offers).toEqual([]);
    await expect(act(administrator, id, "assign", words)).rejects.toMatchObject({ code: "forbidden" });
    expect((await rowOf(id)).state).toBe("new");
  });

  it("L-6-10 承办人看得到评价的话，看不到全名与电话；管理员也只见遮盖的姓名", async () => {
    const { id, phone } = await badRating();
    await advance(id, people, "assigned");
    for (const reader of [people.assignee, people.officer]) {
      const view = await getBadRating(reader, id);
      expect(view).toMatchObject({ comment: "窗口不熟悉业务", rater: "王**" });
      expect(JSON.stringify(view)).not.toMatch(new RegExp(`王丽娟|${phone}`));
      expect(JSON.stringify(await listBadRatings(reader, { cut: "mine" }))).not.toMatch(new RegExp(`王丽娟|${phone}`));
    }
  });

  it("L-6-10 电话只有好差评管理员、到了回访才看得到，写明理由，每看一次留一条审计与经过，号码不入记录", async () => {
    const { id, phone } = await badRating();
    await advance(id, people, "rectifying");
    const look = (actor: Parameters<typeof lookUpPhone>[0]) => lookUpPhone(actor, { badRatingId: id, reason: "电话回访" });
    await expect(look(people.officer)).rejects.toMatchObject({ code: "conflict" });
    await act(people.assignee, id, "answer");
    const foreign = await staff(["evaluationOfficer"], "外地评价", "NCEB");
    await expect(look(foreign)).rejects.toMatchObject({ code: "notFound" });
    for (const other of [people.assignee, await staff(["administrator"])]) await expect(look(other)).rejects.toMatchObject({ code: "forbidden" });
    expect(await look(people.officer)).toEqual({ phone });
    expect(await look(people.second)).toEqual({ phone });
    const audited = await db().auditEntry.findMany({ where: { action: "badRating.phone", subjectId: id } });
    expect(audited.map(({ actorName, detail }) => [actorName, detail]).toSorted()).toEqual([["冯评价", { reason: "电话回访" }], ["周评价", { reason: "电话回访" }]]);
    const { events } = await rowOf(id);
    expect(events.filter(({ action }) => action === "lookUpPhone")).toHaveLength(2);
    expect(JSON.stringify([audited, events])).not.toContain(phone);
  });
});

describe("列表与件数", () => {
  it("L-6-10 视图按办到哪一步分，先到期的在前，翻页不重不漏，件数对得上；承办人只见自己的", async () => {
    const own = await crew("SD", "intake");
    const all = [];
    for (let n = 0; n < 23; n += 1) all.push(await badRating({ officeCode: "SD", channel: n % 2 === 0 ? "todo" : "visit", level: n % 3 === 0 ? 1 : 2 }));
    for (const { id } of all.slice(0, 3)) await advance(id, own, "assigned");
    await db().badRating.update({ where: { id: all[22]?.id }, data: { stageDueOn: "2026-01-05" } });
    const first = await listBadRatings(own.officer, { cut: "dispatch" });
    expect(first.rows).toHaveLength(20);
    expect(first.rows[0]).toMatchObject({ id: all[22]?.id, due: { tone: "red" } });
    expect(first.next).toBeUndefined();
    expect(first.counts).toEqual([
      { cut: "dispatch", count: 20 }, { cut: "handling", count: 3 }, { cut: "callBack", count: 0 }, { cut: "appeal", count: 0 }, { cut: "dueSoon", count: 23 }, { cut: "closed" }, { cut: "mine", count: 0 },
    ]);
    const soon = await listBadRatings(own.officer, { cut: "dueSoon" });
    const rest = await listBadRatings(own.officer, { cut: "dueSoon", after: soon.next });
    expect(new Set([...soon.rows, ...rest.rows].map(({ id }) => id)).size).toBe(23);
    expect((await listBadRatings(own.officer, { cut: "dispatch", level: 1, channel: "visit" })).rows.every(({ level, channelWord }) => level === 1 && channelWord === "扫码一次一评")).toBe(true);
    const mine = await listBadRatings(own.assignee, { cut: "dispatch" });
    expect([mine.cut, mine.rows.length, mine.counts]).toEqual(["mine", 3, [{ cut: "mine", count: 3 }, { cut: "closed" }]]);
    expect((await Promise.all([own.assignee, own.officer, own.second].map(getDeskFrame))).map(({ badRatings }) => badRatings)).toEqual([3, 20, 20]);
    for (const after of ["2026-13-40T00:00:00Z_x", `0000-01-01T00:00:00Z_${all[0]?.id}`, `2026-13-40T00:00:00Z_${all[0]?.id}`]) expect((await listBadRatings(own.officer, { cut: "closed", after })).rows).toEqual([]);
  });

  it("L-6-10 已办结的后办结的在前，承办人只见自己承办的", async () => {
    const own = await crew("ECEB");
    const ids = [];
    for (let n = 0; n < 2; n += 1) {
      const { id } = await badRating({ officeCode: "ECEB", raterName: null, channel: "visit" });
      await advance(id, own, "answered", "unreasonable");
      await act(own.officer, id, "close");
      ids.unshift(id);
    }
    expect((await listBadRatings(own.officer, { cut: "closed" })).rows.map(({ id }) => id)).toEqual(ids);
    expect((await listBadRatings(own.assignee, { cut: "closed" })).rows).toHaveLength(2);
    expect((await listBadRatings(await staff(["intake"], "旁人", "ECEB"), { cut: "closed" })).rows).toEqual([]);
  });
});

describe("提醒", () => {
  it("L-6-10 明日到期与已逾期的每个环节提醒一次，几台服务器同时做也一次；下一个环节再提醒；办理人登记了手机的收到短信", async () => {
    await db().badRating.updateMany({ data: { stageDueOn: "2099-01-05" } });
    await db().account.update({ where: { id: people.assignee.accountId }, data: { mobile: "13900000055" } });
    const [late, soon, later] = [await badRating(), await badRating(), await badRating()];
    for (const { id } of [late, soon, later]) await advance(id, people, "rectifying");
    const on = addWorkingDays(await today(), 3);
    const due = (id: string, stageDueOn: string) => db().badRating.update({ where: { id }, data: { stageDueOn } });
    await due(late.id, addDays(on, -1));
    await due(soon.id, addWorkingDays(on, 1));
    await due(later.id, addWorkingDays(on, 2));
    const rounds = await Promise.all(Array.from({ length: 4 }, () => remindBadRatings(systemActor, on)));
    const total = rounds.reduce((sum, { reminded }) => sum + reminded, 0);
    expect([total, rounds.every(({ failed }) => failed === 0)]).toEqual([2, true]);
    expect(await remindBadRatings(systemActor, on)).toEqual({ reminded: 0, failed: 0 });
    const reminders = await db().badRatingEvent.findMany({ where: { action: "remind" } });
    expect(reminders.map(({ badRatingId, actorName }) => [badRatingId, actorName]).toSorted()).toEqual([[late.id, "系统"], [soon.id, "系统"]].toSorted());
    expect(reminders.find(({ badRatingId }) => badRatingId === late.id)?.note).toContain("已逾期");
    const sent = await db().outboxMessage.findMany({ where: { template: "notice.badRating" } });
    expect(sent.map(({ recipient }) => recipient)).toEqual(["13900000055", "13900000055"]);
    expect(JSON.stringify(sent)).not.toMatch(/窗口不熟悉业务|王丽娟|1350000/);
    expect((await rowOf(late.id)).revision).toBe(4);
    await act(people.assignee, late.id, "answer");
    await due(late.id, on);
    expect((await remindBadRatings(systemActor, on)).reminded).toBe(1);
  });

  it("L-6-10 休息日不提醒；办结的不提醒", async () => {
    const { id } = await badRating();
    await db().badRating.update({ where: { id }, data: { stageDueOn: "2026-01-05" } });
    expect(await remindBadRatings(systemActor, "2026-11-22")).toEqual({ reminded: 0, failed: 0 });
    await db().badRating.update({ where: { id }, data: { state: "closed" } });
    expect((await remindBadRatings(systemActor, "2026-11-23")).reminded).toBe(0);
  });
});
