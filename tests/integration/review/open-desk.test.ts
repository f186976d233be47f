import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { QueueQuery } from "@/lib/licensing/queue-query";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { staff } = await import("./cases");
const { planCase } = await import("./planned-cases");
const { upsertHolidayYear } = await import("@/lib/data/calendar");
const { db } = await import("@/lib/data/client");
const { recordAbsence } = await import("@/lib/services/review/absences");
const { assignCases } = await import("@/lib/services/review/assign-cases");
const { getDeskFrame } = await import("@/lib/services/review/desk-frame");
const { listQueue } = await import("@/lib/services/review/list-queue");
const { openDesk } = await import("@/lib/services/review/open-desk");
const { saveView } = await import("@/lib/services/review/saved-views");
const { footerLines } = await import("@/lib/services/settings/footer-lines");

let [intake, examiner, signer, administrator, foreign]: StaffActor[] = [];

const person = (actor: StaffActor | undefined): StaffActor => {
  if (!actor) throw new Error("no actor");
  return actor;
};

beforeAll(async () => {
  [intake, examiner, signer] = [await staff(["intake"], "张敏"), await staff(["examiner"], "李审"), await staff(["signer"], "赵签")];
  [administrator, foreign] = [await staff(["administrator"], "吴管"), await staff(["intake", "examiner"], "外局", "NCEB")];
  const away = await staff(["intake"], "孙假");
  await recordAbsence(person(signer), { accountId: away.accountId, fromOn: today(), untilOn: addDays(today(), 3), note: "出差" });
  for (let n = 0; n < 44; n += 1) {
    await planCase({
      dueIn: (n % 12) - 3, state: n % 11 === 0 ? "correction" : "submitted", procedure: n % 4 === 0 ? "conditionalAcceptance" : "standard", business: n % 5 === 0 ? "renewal" : "new-licence",
      ...(n % 3 === 0 ? { holderId: n % 2 === 0 ? person(intake).accountId : away.accountId } : {}), ...(n % 7 === 0 ? { licence: `2-1-${String(n).padStart(5, "0")}-2026` } : {}),
    });
  }
  for (let n = 0; n < 22; n += 1) await planCase({ state: "granted", dueIn: null, finishedAt: new Date(Date.now() - n * 3_600_000), submittedAt: new Date(Date.now() - n * 7_200_000) });
  await planCase({ state: "underReview", dueIn: -2, statutoryIn: 3 });
  await planCase({ state: "underReview", dueIn: -4, statutoryIn: -1, pausedOn: today() });
  await planCase({ officeCode: "NCEB", dueIn: -1 });
  await planCase({ state: "draft" });
});

const searches: readonly Record<string, unknown>[] = [
  {}, ...["mine", "unclaimed", "correction", "dueSoon", "overdue", "finished", "all"].map((cut) => ({ cut })), { stage: "intake" }, { stage: "intake", cut: "dueSoon" }, { stage: "review" }, { stage: "intake", cut: "finished" },
  { business: "renewal", cut: "overdue" }, { mark: "conditionalAcceptance", level: "4" }, { category: "installation", dueFrom: addDays(today(), -3), dueTo: addDays(today(), 9) },
  { q: "测试" }, { q: "DB-2026-80000" }, { q: "机", stage: "intake" }, { q: "没有这家公司" }, { q: "2-1-000", cut: "running" }, { holder: "00000000-0000-4000-8000-000000000000", cut: "mine" }, { business: "x", q: "%" },
];

describe("一条语句打开工作列表", () => {
  it.each(["受理", "审查", "签发", "管理", "外局"])("L-6-02 L-6-06 %s：一页、次序、件数与翻页，和逐项问来的一样；不论视图、筛选、查找", async (who) => {
    const actor = person({ 受理: intake, 审查: examiner, 签发: signer, 管理: administrator, 外局: foreign }[who]);
    let pages = 0;
    for (const search of searches) {
      let after: string | undefined;
      do {
        const [desk, separate] = [await openDesk(actor, search, after), await listQueue(actor, search, after)];
        expect(desk.view, JSON.stringify([search, after])).toEqual(separate);
        after = separate.next;
        pages += 1;
      } while (after);
    }
    expect(pages).toBeGreaterThan(who === "外局" ? searches.length - 1 : searches.length);
    const junk = await openDesk(actor, { stage: "intake" }, "2026-99-99_x");
    expect(junk.view).toEqual(await listQueue(actor, { stage: "intake" }));
  });

  it("issue 5 同事、告知、保存的筛选都在其中，只是本机构的与本人的；时刻是时刻", async () => {
    const { id, number } = await planCase();
    await assignCases(person(signer), { caseIds: [id], toIds: [person(intake).accountId], reason: "分工" });
    await saveView(person(intake), { name: "容缺", query: QueueQuery.parse({ stage: "intake", mark: "conditionalAcceptance" }) });
    const desk = await openDesk(person(intake), { q: "测试" });
    expect(desk.colleagues.map(({ name, awayUntil }) => [name, awayUntil]).sort()).toEqual([["孙假", addDays(today(), 3)], ["张敏", ""], ["李审", ""], ["赵签", ""]].sort());
    expect(desk.notices).toEqual([expect.objectContaining({ caseId: id, number, word: "赵签指派给您", reason: "分工", at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) })]);
    expect(desk.saved).toEqual([expect.objectContaining({ name: "容缺", href: "/admin/queue/intake?mark=conditionalAcceptance" })]);
    const other = await openDesk(person(foreign), {});
    expect([other.notices, other.saved, other.colleagues.map(({ name }) => name)]).toEqual([[], [], ["外局"]]);
  });

  it("L-6-02 今日提醒只在没有筛选、没有翻页时有，只给办案件的人；没有现场核查的说没有", async () => {
    const words = async (actor: StaffActor | undefined, search: Record<string, unknown>, after?: string) => (await openDesk(person(actor), search, after)).digest.map(({ what }) => what);
    const whole = await words(intake, { stage: "intake" });
    expect(whole).toContain("案件已逾期");
    expect(await words(intake, {})).toEqual(whole);
    expect([await words(intake, { cut: "mine" }), await words(intake, { stage: "intake", q: "测试" }), await words(intake, {}, `${today()}_${person(intake).accountId}`), await words(administrator, {})]).toEqual([[], [], [], []]);
    expect((await openDesk(person(intake), {})).visiting).toBe(false);
  });

  it("issue 5 节假日安排刚改过，这台服务器手里还是旧的：按新的数", async () => {
    const soonOf = async () => (await openDesk(person(intake), { stage: "intake" })).view.counts.find(({ cut }) => cut === "dueSoon")?.count ?? 0;
    const before = await soonOf();
    const off = Array.from({ length: 9 }, (_, n) => addDays(today(), n + 1));
    for (const year of new Set(off.map((day) => Number(day.slice(0, 4))))) {
      await upsertHolidayYear(db(), { year, source: "另一台服务器登记的", provisional: true, daysOff: off.filter((day) => day.startsWith(String(year))), makeUpWorkdays: [] }, null);
    }
    const after = await soonOf();
    expect(after).toBeGreaterThan(before);
    expect((await openDesk(person(intake), { stage: "intake" })).view).toEqual(await listQueue(person(intake), { stage: "intake" }));
  });
});

describe("内网各页的框", () => {
  it("L-6-02 等此人办的是本人承办的与未领取的，补正是企业在办；只看不办的没有这一格；页脚与别处同样", async () => {
    const own = { officeCode: "NEEB", state: "submitted", stageDueOn: { not: null } } as const;
    const waiting = await db().case.count({ where: { ...own, OR: [{ holderId: null }, { holderId: person(intake).accountId }] } });
    const frame = await getDeskFrame(person(intake));
    expect(frame).toEqual({ waiting, badRatings: 0, footer: await footerLines() });
    expect(frame.waiting).toBeGreaterThan(20);
    expect(await getDeskFrame(person(administrator))).not.toHaveProperty("waiting");
    expect((await getDeskFrame(person(foreign))).waiting).toBe(1);
  });
});
