import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { staff, submittedCase } = await import("./cases");
const { planCase } = await import("./planned-cases");
const { db } = await import("@/lib/data/client");
const { takeCase } = await import("@/lib/data/review");
const { listQueuePeople, recordAbsence, removeAbsence } = await import("@/lib/services/review/absences");
const { assignCases, redistributeCases } = await import("@/lib/services/review/assign-cases");
const { claimCase } = await import("@/lib/services/review/claim-case");
const { getCase } = await import("@/lib/services/review/get-case");
const { acknowledgeNotices } = await import("@/lib/services/review/holder-notices");
const { listQueue } = await import("@/lib/services/review/list-queue");
const { openDesk } = await import("@/lib/services/review/open-desk");

let [zhang, liu, wang]: StaffActor[] = [];
let signer: StaffActor;
let administrator: StaffActor;

const person = (actor: StaffActor | undefined): StaffActor => {
  if (!actor) throw new Error("no actor");
  return actor;
};

beforeAll(async () => {
  [zhang, liu, wang] = [await staff(["intake"], "张敏"), await staff(["intake"], "刘洋"), await staff(["intake", "examiner"], "王强")];
  signer = await staff(["signer"], "赵签");
  administrator = await staff(["administrator"], "吴管");
});

const noticesOf = async (actor: StaffActor) => (await openDesk(actor, {})).notices;
const colleaguesOf = async (actor: StaffActor) => (await openDesk(actor, {})).colleagues;
const holderOf = async (id: string): Promise<string | null> => (await db().case.findUniqueOrThrow({ where: { id } })).holderId;
const held = (count: number, holder: StaffActor, more: Parameters<typeof planCase>[0] = {}) => Promise.all(Array.from({ length: count }, () => planCase({ holderId: holder.accountId, ...more }).then(({ id }) => id)));
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw error ?? new Error("not refused");
  return error;
};
const word = (id: string) => db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: "asc" }, select: { action: true, detail: true } });

describe("领取与接办", () => {
  it("issue 5 两人同时领取，一人领到，另一人得知是谁、自何时", async () => {
    const { id } = await planCase();
    const outcomes = await Promise.allSettled([claimCase(person(zhang), { applicationId: id }), claimCase(person(liu), { applicationId: id })]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(String(lost?.reason.message)).toMatch(/^本案已由(张敏|刘洋)于\d{4}年\d+月\d+日 \d\d:\d\d领取$/);
  });

  it("issue 5 一千次争抢：每件恰好一人领到（四人抢二百五十件）", async () => {
    const { id: enterpriseId } = await db().enterprise.findFirstOrThrow();
    const cases = await db().case.createManyAndReturn({
      data: Array.from({ length: 250 }, (_, n) => ({ number: `RACE-${n}`, kind: "application", officeCode: "NEEB", enterpriseId, createdById: randomUUID(), state: "submitted", submittedAt: new Date(), stageDueOn: today() })),
      select: { id: true },
    });
    const racers = [zhang, liu, wang, await staff(["intake"], "陈四")].map((actor) => person(actor).accountId);
    const winners = new Map<string, string | undefined>();
    for (const { id } of cases) {
      const wins = await Promise.all(racers.map((racer) => takeCase(db(), id, racer, ["submitted"], undefined)));
      winners.set(id, wins.filter(Boolean).length === 1 ? racers[wins.indexOf(true)] : undefined);
    }
    const holders = await db().case.findMany({ where: { id: { in: cases.map(({ id }) => id) } }, select: { id: true, holderId: true } });
    expect(holders.filter(({ id, holderId }) => holderId !== null && winners.get(id) === holderId)).toHaveLength(250);
    await db().case.updateMany({ where: { number: { startsWith: "RACE-" } }, data: { state: "terminated", holderId: null, finishedAt: new Date() } });
  });

  it("issue 5 接办写明理由，进经过与审计，原来的承办人看得到，看过就不再列", async () => {
    const { applicationId } = await submittedCase();
    const kept = await db().case.findUniqueOrThrow({ where: { id: applicationId }, include: { application: true } });
    expect([kept.business, kept.scopeText]).toEqual(["new-licence", kept.application?.scopeText]);
    expect(kept.scopeText).toContain("承装");
    await claimCase(person(zhang), { applicationId });
    expect(await noticesOf(person(zhang))).toEqual([]);
    await claimCase(person(liu), { applicationId, takeOverReason: "张敏请假" });
    const [entry] = (await getCase(person(liu), applicationId)).history;
    expect(entry).toMatchObject({ word: "接办", who: "刘洋" });
    expect(JSON.stringify(entry)).toContain("原承办人 张敏；张敏请假");
    const notices = await noticesOf(person(zhang));
    expect(notices).toEqual([expect.objectContaining({ caseId: applicationId, word: "被刘洋接办", reason: "张敏请假" })]);
    const ids = notices.map(({ id }) => id);
    await acknowledgeNotices(person(liu), { ids });
    expect(await noticesOf(person(zhang))).toHaveLength(1);
    await acknowledgeNotices(person(zhang), { ids });
    expect(await noticesOf(person(zhang))).toEqual([]);
  });
});

describe("指派与移交", () => {
  it("issue 5 签发岗把选中的案件平均指派给几位同事，进经过与审计，告诉接手的与原来的人", async () => {
    const [first, ...rest] = [...(await held(2, person(zhang))), ...(await Promise.all([planCase(), planCase()])).map(({ id }) => id)];
    const ids = [first ?? "", ...rest];
    const outcome = await assignCases(signer, { caseIds: ids, toIds: [person(liu).accountId, person(wang).accountId], reason: "分工调整" });
    expect(outcome).toEqual({ moved: 4, left: [], more: false });
    const holders = await Promise.all(ids.map(holderOf));
    expect([liu, wang].map((one) => holders.filter((id) => id === person(one).accountId).length)).toEqual([2, 2]);
    expect(await word(first ?? "")).toEqual([{ action: "case.reassign", detail: { from: person(zhang).accountId, to: await holderOf(first ?? ""), reason: "分工调整" } }]);
    expect((await word(ids[3] ?? "")).map(({ action }) => action)).toEqual(["case.assign"]);
    const told = (await noticesOf(person(zhang))).map(({ word: said }) => said);
    expect([told.length, told.every((said) => /^被赵签移交给(刘洋|王强)$/.test(said))]).toEqual([2, true]);
    expect((await noticesOf(person(liu))).filter(({ word: said }) => said === "赵签指派给您")).toHaveLength(2);
  });

  it("issue 5 没有岗位的、办过前面环节的不接；都不能接的留在原处并说出编号", async () => {
    const examiner = await staff(["examiner"], "李审");
    const both = await staff(["examiner", "secondReviewer"], "郑审");
    const { id, number } = await planCase({ state: "secondReview" });
    await db().caseEvent.create({ data: { caseId: id, action: "passReview", fromState: "underReview", toState: "secondReview", actorId: both.accountId, actorName: both.name, actorRole: "examiner" } });
    expect(await assignCases(administrator, { caseIds: [id], toIds: [examiner.accountId, both.accountId], reason: "分工" })).toEqual({ moved: 0, left: [number], more: false });
    expect(await holderOf(id)).toBeNull();
  });

  it("issue 5 外出的人不接；移交他手上的全部案件，平均分给别人；名字后注明外出，回来之后不再注明", async () => {
    const away = await staff(["intake"], "孙假");
    const ids = await held(5, away);
    await recordAbsence(away, { accountId: away.accountId, fromOn: today(), untilOn: addDays(today(), 3), note: "年假" });
    expect((await colleaguesOf(signer)).find(({ id }) => id === away.accountId)).toMatchObject({ name: "孙假", awayUntil: addDays(today(), 3) });
    const row = (await listQueue(signer, { holder: away.accountId })).rows[0];
    expect(row?.holder).toBe("孙假（外出）");
    const blocked = await refusal(assignCases(signer, { caseIds: [(await planCase()).id], toIds: [away.accountId], reason: "分工" }));
    expect(blocked.fields.toIds).toBe("孙假外出，请选择别的人");
    expect((await listQueuePeople(signer)).find(({ id }) => id === away.accountId)).toMatchObject({ held: 5, own: false, absences: [{ fromOn: today(), note: "年假", now: true }] });
    expect(await redistributeCases(administrator, { fromId: away.accountId, toIds: [person(liu).accountId, person(wang).accountId], reason: "年假" })).toEqual({ moved: 5, left: [], more: false });
    const holders = await Promise.all(ids.map(holderOf));
    expect([liu, wang].map((one) => holders.filter((id) => id === person(one).accountId).length).sort()).toEqual([2, 3]);
    expect((await refusal(redistributeCases(administrator, { fromId: away.accountId, toIds: [person(liu).accountId], reason: "年假" }))).code).toBe("conflict");
    expect(await noticesOf(away)).toHaveLength(5);
    const [absence] = (await listQueuePeople(away)).find(({ own }) => own)?.absences ?? [];
    await removeAbsence(signer, { id: absence?.id ?? "" });
    expect((await colleaguesOf(signer)).find(({ id }) => id === away.accountId)?.awayUntil).toBe("");
  });

  it("issue 5 外出的日子须说得通，不与已登记的重叠；别人的外出只由签发岗、系统管理员登记", async () => {
    const one = await staff(["examiner"], "周出");
    const plan = { accountId: one.accountId, fromOn: addDays(today(), 5), untilOn: addDays(today(), 8), note: "" };
    expect((await refusal(recordAbsence(one, { ...plan, untilOn: addDays(today(), 4) }))).fields.untilOn).toContain("不早于");
    expect((await refusal(recordAbsence(one, { ...plan, fromOn: addDays(today(), -9), untilOn: addDays(today(), -1) }))).fields.untilOn).toContain("今天以后");
    expect((await refusal(recordAbsence(person(zhang), plan))).code).toBe("forbidden");
    await recordAbsence(signer, plan);
    expect((await refusal(recordAbsence(one, { ...plan, fromOn: plan.untilOn, untilOn: addDays(today(), 20) }))).code).toBe("conflict");
    // 还没有到的外出不挡指派
    expect((await colleaguesOf(one)).find(({ id }) => id === one.accountId)?.awayUntil).toBe("");
  });

  it("issue 5 谁能指派：受理、审查、复审岗与外局的人都不能；外局的案件、外局的人都不行；办结的不行", async () => {
    const { id } = await planCase();
    const give = { caseIds: [id], toIds: [person(liu).accountId], reason: "分工" };
    for (const roles of [["intake"], ["examiner"], ["secondReviewer"], ["auditor"], ["evaluationOfficer"]] as const) expect((await refusal(assignCases(await staff([...roles]), give))).code, roles[0]).toBe("forbidden");
    const foreignSigner = await staff(["signer"], "外签", "NCEB");
    expect((await refusal(assignCases(foreignSigner, give))).code).toBe("notFound");
    expect((await refusal(assignCases(foreignSigner, { ...give, toIds: [(await staff(["intake"], "外受", "NCEB")).accountId] }))).code).toBe("notFound");
    expect((await refusal(assignCases(signer, { ...give, toIds: [(await staff(["intake"], "外受二", "NCEB")).accountId] }))).fields.toIds).toBeTruthy();
    const done = await planCase({ state: "granted", dueIn: null, finishedAt: new Date() });
    const refused = await refusal(assignCases(signer, { ...give, caseIds: [done.id, id] }));
    expect([refused.code, refused.message]).toEqual(["notFound", `没有找到在办的${done.number}，请取消选择后再指派`]);
    const foreign = await planCase({ officeCode: "NCEB" });
    expect((await refusal(assignCases(signer, { ...give, caseIds: [done.id, id, foreign.id] }))).message).toBe(`没有找到在办的${done.number}等 2 件，请取消选择后再指派`);
    expect((await refusal(assignCases(signer, { ...give, caseIds: [id, foreign.id] }))).message).toBe("没有找到其中有的案件");
    expect(await holderOf(id)).toBeNull();
  });
});
