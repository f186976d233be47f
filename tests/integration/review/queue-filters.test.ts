import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { staff } = await import("./cases");
const { planCase } = await import("./planned-cases");
const { db } = await import("@/lib/data/client");
const { listQueue } = await import("@/lib/services/review/list-queue");

let intake: StaffActor;
let examiner: StaffActor;
let foreign: StaffActor;

beforeAll(async () => {
  intake = await staff(["intake"], "张敏");
  examiner = await staff(["examiner"], "李审");
  foreign = await staff(["intake", "examiner"], "外局", "NCEB");
});

const found = async (actor: StaffActor, search: Record<string, unknown>): Promise<string[]> => (await listQueue(actor, search)).rows.map(({ id }) => id);

describe("工作列表的筛选", () => {
  it("L-6-02 L-6-06 按业务、标记、类别与等级、承办人、到期日各自筛选，也可以并用；件数随筛选", async () => {
    const plain = await planCase({ dueIn: 1, scopeText: "承装四级、承修五级" });
    const deferred = await planCase({ dueIn: 2, procedure: "conditionalAcceptance", scopeText: "承装五级、承试四级", holderId: intake.accountId });
    const zone = await planCase({ dueIn: 4, procedure: "freeTradeZone", business: "renewal", scopeText: "承装一级" });
    const entry = await planCase({ dueIn: 6, business: "personnel-change", scopeText: "入职：李强（电工）" });
    const ask = (search: Record<string, unknown>) => found(intake, { stage: "intake", ...search });
    expect(await ask({ business: "renewal" })).toEqual([zone.id]);
    expect(await ask({ mark: "conditionalAcceptance" })).toEqual([deferred.id]);
    expect(await ask({ mark: "freeTradeZone" })).toEqual([zone.id]);
    expect(await ask({ mark: "entry" })).toEqual([entry.id]);
    expect(await ask({ mark: "departure" })).toEqual([]);
    expect(await ask({ category: "installation", level: "4" })).toEqual([plain.id]);
    expect(await ask({ level: "4" })).toEqual([plain.id, deferred.id]);
    expect(await ask({ category: "testing" })).toEqual([deferred.id]);
    expect(await ask({ holder: intake.accountId })).toEqual([deferred.id]);
    expect(await ask({ holder: examiner.accountId, cut: "mine" })).toEqual([]);
    expect(await ask({ holder: intake.accountId, cut: "unclaimed" })).toEqual([]);
    expect(await ask({ dueFrom: addWorkingDays(today(), 2), dueTo: addWorkingDays(today(), 4) })).toEqual([deferred.id, zone.id]);
    expect(await ask({ business: "new-licence", level: "4", dueTo: addWorkingDays(today(), 1) })).toEqual([plain.id]);
    const { counts, rows } = await listQueue(intake, { stage: "intake", level: "4" });
    expect(Object.fromEntries(counts.map(({ cut, count }) => [cut, count]))).toMatchObject({ running: 2, mine: 1, unclaimed: 1, dueSoon: 2, overdue: 0 });
    expect(rows.find(({ id }) => id === deferred.id)?.marks).toEqual(["容缺受理"]);
  });

  it("L-6-02 认不出的一项不算，别的照旧；写了两遍的也不算", async () => {
    const all = await found(intake, { stage: "intake" });
    expect(await found(intake, { stage: "intake", business: "x", mark: "x", level: "9", holder: "x", dueFrom: "2026-13-01", q: ["a", "b"] })).toEqual(all);
  });

  it("issue 5 决定十七：过了承诺而没有过法定期限的在将到期，过了法定期限才是已逾期；停着表的都不在内", async () => {
    const state = "underReview";
    const promisedPast = await planCase({ state, dueIn: -2, statutoryIn: 3 });
    const soon = await planCase({ state, dueIn: 2, statutoryIn: 9 });
    const late = await planCase({ state, dueIn: -9, statutoryIn: -1 });
    const later = await planCase({ state, dueIn: 3, statutoryIn: 9 });
    const paused = await planCase({ state, dueIn: -1, statutoryIn: -1, pausedOn: today() });
    expect(await found(examiner, { stage: "review", cut: "dueSoon" })).toEqual([promisedPast.id, soon.id]);
    expect(await found(examiner, { stage: "review", cut: "overdue" })).toEqual([late.id]);
    expect(new Set(await found(examiner, { stage: "review" }))).toEqual(new Set([promisedPast.id, soon.id, late.id, later.id, paused.id]));
  });

  it("issue 5 全部环节：各环节的都在，“全部”连办结的在内，新的在前；别的机构什么也看不到", async () => {
    const done = await planCase({ state: "granted", dueIn: null, finishedAt: new Date(), submittedAt: new Date(Date.now() + 60_000) });
    const draft = await planCase({ state: "draft", dueIn: null });
    const running = await listQueue(examiner, {});
    expect(new Set(running.rows.map(({ stateWord }) => stateWord))).toEqual(new Set(["待形审", "审查中"]));
    const all = await listQueue(examiner, { cut: "all" });
    expect(all.rows[0]?.id).toBe(done.id);
    expect(all.rows.map(({ id }) => id)).not.toContain(draft.id);
    for (const search of [{}, { cut: "all" }, { cut: "finished" }, { stage: "intake" }, { q: done.number }, { q: done.enterprise }, { holder: intake.accountId }]) {
      expect(await found(foreign, search)).toEqual([]);
      expect((await listQueue(foreign, search)).counts.every(({ count }) => count === 0)).toBe(true);
    }
  });

  it("issue 5 申请的业务、办理方式、内容、许可证改了，案件上抄的一份随着改", async () => {
    const { id } = await planCase({ state: "awaitingSignature", scopeText: "承装五级" });
    expect(await found(examiner, { cut: "running", level: "3" })).toEqual([]);
    await db().application.update({ where: { caseId: id }, data: { scopeText: "承装三级", procedure: "commitment" } });
    expect(await found(examiner, { level: "3", mark: "commitment" })).toEqual([id]);
    const copies = await db().case.findMany({ include: { application: true } });
    expect(copies.filter((copy) => (["business", "procedure", "scopeText", "licenceId"] as const).some((key) => copy[key] !== (copy.application?.[key] ?? null)))).toEqual([]);
  });

  it("issue 5 每种次序翻到底都不重不漏", async () => {
    for (let n = 0; n < 45; n += 1) await planCase({ state: n % 3 === 0 ? "granted" : "accepted", dueIn: n % 3 === 0 ? null : n % 4, ...(n % 3 === 0 ? { finishedAt: new Date(2026, 5, 1 + (n % 5)) } : {}), submittedAt: new Date(2026, 4, 1 + (n % 6)), business: "reissue" });
    for (const [cut, size] of [["all", 45], ["finished", 15], ["running", 30]] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(examiner, { cut, business: "reissue" }, after);
        seen.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after);
      expect([seen.length, new Set(seen).size], cut).toEqual([size, size]);
    }
  });
});

describe("工作列表的查找", () => {
  it("issue 5 企业名称的一段、错一个字、漏几个字都找得到；信用代码、编号、许可证编号按开头", async () => {
    const target = await planCase({ enterprise: "抚顺恒光送变电工程有限公司", licence: "2-1-00377-2026" });
    for (let n = 0; n < 30; n += 1) await planCase({ enterprise: `沈阳第${n}电力工程有限公司` });
    for (const q of ["恒光送变电", "恒光", "抚顺横光送变电工程", "抚顺恒光送变电工成有限公司", "抚顺恒光变电工程", "恒光变电工程", "抚恒光送变公司", target.uscc, target.uscc.toLowerCase(), target.uscc.slice(0, -1), target.number, target.number.slice(0, -1), "抚 顺 恒光　送变电", "2-1-00377", "2-1-00377-2026"]) {
      expect(await found(intake, { q }), q).toContain(target.id);
    }
    await db().case.update({ where: { id: target.id }, data: { number: `NEEB-${new Date().getUTCFullYear() - 1}-987650` } });
    expect(await found(intake, { q: "987650" })).toEqual([target.id]);
    expect((await listQueue(intake, { q: "抚顺恒光变电工程" })).rows[0]?.id).toBe(target.id);
    expect(await found(intake, { q: "抚顺恒光", stage: "review" })).toEqual([]);
    expect(await found(intake, { q: "抚顺恒光", business: "renewal" })).toEqual([]);
    expect(await found(intake, { q: "杭州西湖龙井茶叶" })).toEqual([]);
  });

  it("issue 5 名称相同的一段有几百家时，在本机构的案件里逐件看，不漏", async () => {
    const names = Array.from({ length: 230 }, (_, n) => ({ name: `众多${n}号输配电有限公司`, uscc: `MANY${String(n).padStart(14, "0")}`, officeCode: "NEEB", particulars: {} }));
    await db().enterprise.createMany({ data: names });
    const mine = await planCase({ enterprise: "众多甲号输配电有限公司", business: "renewal" });
    expect(await found(intake, { q: "号输配电有限公司", business: "renewal" })).toEqual([mine.id]);
  });

  it("L-6-02 列表上有许可证编号", async () => {
    const { id } = await planCase({ licence: "2-1-00999-2026", business: "renewal" });
    expect((await listQueue(intake, { q: "2-1-00999" })).rows).toEqual([expect.objectContaining({ id, licenceNumber: "2-1-00999-2026" })]);
  });
});
