import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../database";
import type { Crew } from "./fixtures";

await freshDatabase();
const { act, advance, badRating, crew, rowOf } = await import("./fixtures");
const { db } = await import("@/lib/data/client");
const { staff } = await import("../../review/cases");
const { getBadRating } = await import("@/lib/services/evaluation/bad-ratings/get-bad-rating");
const { findRatingAnswer } = await import("@/lib/services/evaluation/bad-ratings/rating-answer");
const { changeHandlingDays, getHandlingDays } = await import("@/lib/services/evaluation/bad-ratings/handling-days");
const { listMessages } = await import("@/lib/services/communication/messages");
const { today } = await import("@/lib/services/platform/clock");
const { addWorkingDays } = await import("@/lib/workflow/calendar");

let people: Crew;
beforeAll(async () => {
  people = await crew();
});

describe("差评从收到到办结", () => {
  it("L-6-10 合理的：分派、核实、整改、答复、回访、办结，每一步记经过与审计，企业收到答复", async () => {
    const { officer, assignee } = people;
    const { id, caseId, applicant } = await badRating();
    await advance(id, people, "answered");
    const answered = await rowOf(id);
    expect(answered).toMatchObject({ state: "answered", verdict: "reasonable", onTime: true, answer: "已更正，给您添了麻烦", assigneeId: assignee.accountId, verifiedById: assignee.accountId });
    expect(answered.stageDueOn).toBe(addWorkingDays(await today(), 5));
    const { rows } = await listMessages(applicant);
    expect(rows[0]).toMatchObject({ title: "您的评价已答复", body: expect.stringContaining("已更正，给您添了麻烦"), href: `/evaluations/${caseId}` });
    expect(await findRatingAnswer(applicant, caseId)).toMatchObject({ answer: "已更正，给您添了麻烦", excluded: false });
    await act(officer, id, "callBack", { outcome: "satisfied" });
    expect(await act(officer, id, "close", { text: "" })).toEqual({ state: "closed" });
    const closed = await rowOf(id);
    expect(closed).toMatchObject({ state: "closed", stageDueOn: null, callBack: "satisfied", closedAt: expect.any(Date), calledBackAt: expect.any(Date), revision: 7 });
    expect(closed.evaluation.excludedAt).toBeNull();
    expect(closed.events.map(({ action, fromState, toState }) => [action, fromState, toState])).toEqual([
      ["assign", "new", "assigned"], ["verify", "assigned", "verified"], ["startRectifying", "verified", "rectifying"], ["answer", "rectifying", "answered"],
      ["callBack", "answered", "calledBack"], ["close", "calledBack", "closed"],
    ]);
    const audited = await db().auditEntry.findMany({ where: { subject: "BadRating", subjectId: id }, orderBy: { at: "asc" } });
    expect(audited.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["badRating.assign", "周评价"], ["badRating.verify", "钱审查"], ["badRating.startRectifying", "钱审查"], ["badRating.answer", "钱审查"], ["badRating.callBack", "周评价"], ["badRating.close", "周评价"],
    ]);
  });

  it("L-6-10 留名的不经回访不能办结；不留名的可以", async () => {
    const named = await badRating();
    await advance(named.id, people, "answered", "unreasonable");
    await expect(act(people.officer, named.id, "close")).rejects.toMatchObject({ code: "conflict" });
    const unnamed = await badRating({ raterName: null, channel: "visit" });
    await advance(unnamed.id, people, "answered", "unreasonable");
    expect(await act(people.officer, unnamed.id, "close")).toEqual({ state: "closed" });
  });

  it("L-6-10 不合理的说明后答复；扫码评的人是谁不知道，不发站内消息", async () => {
    const { id, applicant, caseId } = await badRating({ channel: "matter" });
    await advance(id, people, "answered", "unreasonable");
    expect((await listMessages(applicant)).rows).toEqual([]);
    expect(await findRatingAnswer(applicant, caseId)).toBeUndefined();
  });

  it("L-6-10 误评：申诉、别人复核排除，不再计入统计，手机号的名额不动；答复仍告知评价人，留名的仍要回访", async () => {
    const { id, evaluationId, applicant, caseId } = await badRating();
    await db().evaluationSlot.create({ data: { phoneHash: "slot-of-excluded", until: new Date("2030-01-01") } });
    await advance(id, people, "appealed", "mistaken");
    await act(people.officer, id, "exclude", { text: "评价针对别的单位，不计入统计" });
    const found = await rowOf(id);
    expect(found).toMatchObject({ state: "answered", appeal: "excluded", appealById: people.assignee.accountId, appealDecidedById: people.officer.accountId, rectifiedAt: null });
    expect((await db().evaluation.findUniqueOrThrow({ where: { id: evaluationId } })).excludedAt).toBeInstanceOf(Date);
    expect(await db().evaluationSlot.count({ where: { phoneHash: "slot-of-excluded", until: new Date("2030-01-01") } })).toBe(1);
    expect(await findRatingAnswer(applicant, caseId)).toMatchObject({ excluded: true, answer: "评价针对别的单位，不计入统计" });
    await expect(act(people.officer, id, "close")).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-6-10 申诉不成立的按合理整改；回访不满意退回重新整改；联系不上可以再打", async () => {
    const { officer, assignee } = people;
    const { id } = await badRating();
    await advance(id, people, "appealed", "malicious");
    await act(officer, id, "upholdRating", { text: "所说属实" });
    expect(await rowOf(id)).toMatchObject({ state: "verified", verdict: "reasonable", appeal: "upheld" });
    await act(assignee, id, "startRectifying");
    await act(assignee, id, "answer", { text: "已改" });
    await act(officer, id, "callBack", { outcome: "unreachable" });
    await act(officer, id, "callBack", { outcome: "unsatisfied" });
    await act(officer, id, "sendBack", { text: "清单仍缺一项" });
    expect(await rowOf(id)).toMatchObject({ state: "rectifying", answeredAt: null, callBack: null });
    await act(assignee, id, "answer", { text: "已补上" });
    await act(officer, id, "callBack", { outcome: "satisfied" });
    expect(await act(officer, id, "close")).toEqual({ state: "closed" });
  });

  it("L-6-10 分派给本机构在用的账号，办理过这件业务的排在最前；改派之后原承办人不能再办、也看不到", async () => {
    const handler = await staff(["intake"], "赵受理");
    const other = await staff(["signer"], "外机构", "NCEB");
    const { id } = await badRating({ handledBy: handler });
    const view = await getBadRating(people.officer, id);
    expect(view.assignable[0]).toMatchObject({ id: handler.accountId, name: "赵受理", handled: true });
    expect(view.assignable.map((one) => one.id)).not.toContain(other.accountId);
    await expect(act(people.officer, id, "assign", { assigneeId: other.accountId })).rejects.toMatchObject({ code: "invalid", fields: { assigneeId: expect.any(String) } });
    await db().account.update({ where: { id: people.assignee.accountId }, data: { state: "disabled" } });
    await expect(act(people.officer, id, "assign", { assigneeId: people.assignee.accountId })).rejects.toMatchObject({ code: "invalid" });
    await db().account.update({ where: { id: people.assignee.accountId }, data: { state: "active" } });
    await act(people.officer, id, "assign", { assigneeId: people.assignee.accountId });
    await act(people.officer, id, "reassign", { assigneeId: handler.accountId, text: "由经手人办理" });
    await expect(act(people.assignee, id, "verify", { verdict: "reasonable" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(getBadRating(people.assignee, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await act(handler, id, "verify", { verdict: "reasonable" })).toEqual({ state: "verified" });
  });

  it("L-6-10 缺的逐项指出，什么都不变", async () => {
    const { id } = await badRating();
    await expect(act(people.officer, id, "assign", { text: "" })).rejects.toMatchObject({ code: "invalid", fields: { assigneeId: "请选择办理人" } });
    await advance(id, people, "assigned");
    await expect(act(people.assignee, id, "verify", { text: " ", verdict: "好" })).rejects.toMatchObject({ code: "invalid", fields: { verdict: "请选择核实结论", text: "请写明核实情况" } });
    expect(await rowOf(id)).toMatchObject({ state: "assigned", revision: 2 });
  });

  it("L-6-10 系统管理员改期限：只影响以后起算的，别人改不了", async () => {
    const administrator = await staff(["administrator"], "吴管理");
    const { id } = await badRating();
    const days = { verify: 2, rectify: 7, complex: 20, callBack: 3, appeal: 5 };
    const { version } = await getHandlingDays(administrator);
    const typed = Object.fromEntries(Object.entries(days).map(([key, count]) => [key, String(count)]));
    await expect(changeHandlingDays(people.officer, { version, days: typed })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeHandlingDays(administrator, { version, days: { ...typed, complex: "3" } })).rejects.toMatchObject({ fields: { complex: expect.any(String) } });
    for (const wrong of ["1.5", "1e1", "+5", "", "九", "600"]) await expect(changeHandlingDays(administrator, { version, days: { ...typed, verify: wrong } })).rejects.toMatchObject({ code: "invalid", fields: { verify: "请填写 1 至 60 的整数" } });
    const saved = await changeHandlingDays(administrator, { version, days: { ...typed, rectify: "７" } });
    expect((await getHandlingDays(administrator)).fields.map(({ key, days: set }) => [key, set])).toEqual(Object.entries(days));
    await expect(changeHandlingDays(administrator, { version, days: { ...typed, verify: "9" } }), "别人先改过").rejects.toMatchObject({ code: "conflict", fields: { version: expect.stringContaining("刚被别人改过") } });
    expect((await getHandlingDays(administrator)).version).toBe(saved.version);
    await advance(id, people, "assigned");
    expect((await rowOf(id)).stageDueOn).toBe(addWorkingDays(await today(), 2));
    await changeHandlingDays(administrator, { ...saved, days: { verify: "1", rectify: "5", complex: "15", callBack: "5", appeal: "5" } });
  });

  it("L-6-10 没有的、编号不对的都答没有找到", async () => {
    await expect(getBadRating(people.officer, "x")).rejects.toMatchObject({ code: "notFound" });
    await expect(act(people.officer, (await badRating()).id, "assign", { revision: 1, assigneeId: randomUUID() })).rejects.toMatchObject({ code: "invalid" });
  });
});
