import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, advance, revisionOf, staff, stateOf, submittedCase, team } = await import("./cases");
const { db } = await import("@/lib/data/client");
const { decide } = await import("@/lib/services/review/decide");
const { getCase } = await import("@/lib/services/review/get-case");
const { claimCase } = await import("@/lib/services/review/claim-case");
const { listQueue } = await import("@/lib/services/review/list-queue");
const { draftRemark } = await import("@/lib/services/review/remarks");
const { revealNumber } = await import("@/lib/services/review/reveal-number");
const { findCaseForReview } = await import("@/lib/data/review");

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe("两人同时办", () => {
  it("L-6-04 重试不是第二次办理：同一凭据得到同一答复", async () => {
    const { applicationId } = await submittedCase();
    const person = await staff(["intake"]);
    const command = { applicationId, action: "accept" as const, revision: await revisionOf(applicationId), idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => decide(person, command)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"state":"accepted"}']));
    expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "accept" } })).toBe(1);
    expect(await db().message.count({ where: { caseId: applicationId, title: { contains: "已受理" } } })).toBe(1);
  });

  it("L-6-02 领取是原子的：八人同时领只有一人领到，其余得知是谁；接办须有理由", async () => {
    const { applicationId } = await submittedCase();
    const people = await Promise.all(Array.from({ length: 8 }, (_, n) => staff(["intake"], `受理${n}`)));
    const outcomes = await Promise.allSettled(people.map((person) => claimCase(person, { applicationId })));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const holderId = (await db().case.findUniqueOrThrow({ where: { id: applicationId } })).holderId;
    const holder = people.find((person) => person.accountId === holderId) as StaffActor;
    const late = people.find((person) => person !== holder) as StaffActor;
    await expect(claimCase(late, { applicationId })).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(new RegExp(`^本案已由${holder.name}于\\d{4}年.*领取$`)) });
    await expect(act(late, applicationId, "accept")).rejects.toMatchObject({ code: "conflict", message: `本案由${holder.name}承办，请先接办` });
    await claimCase(late, { applicationId, takeOverReason: "休假代办" });
    await act(late, applicationId, "accept");
    expect(await stateOf(applicationId)).toBe("accepted");
    expect(await db().auditEntry.count({ where: { subjectId: applicationId, action: "case.takeOver" } })).toBe(1);
  });

  it("L-6-02 领取与接办在案件的经过里：谁、从谁手里、为什么", async () => {
    const { applicationId } = await submittedCase();
    const [first, second] = [await staff(["intake"], "钱一"), await staff(["intake"], "孙二")];
    await claimCase(first, { applicationId });
    await claimCase(second, { applicationId, takeOverReason: "休假代办" });
    const { history } = await getCase(second, applicationId);
    const claims = history.filter(({ word }) => word === "领取" || word === "接办").map(({ word, who, inner }) => ({ word, who, inner }));
    expect(claims).toEqual([
      { word: "接办", who: second.name, inner: `原承办人 ${first.name}；休假代办` },
      { word: "领取", who: first.name, inner: undefined },
    ]);
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted().toReversed());
  });

  it("L-6-04 页面打开之后案件变了，不按旧页面办", async () => {
    const { applicationId } = await submittedCase();
    const person = await staff(["intake"]);
    await expect(act(person, applicationId, "accept", { revision: 999 })).rejects.toMatchObject({ code: "conflict" });
    expect(await stateOf(applicationId)).toBe("submitted");
  });
});

describe("职责分离", () => {
  it("L-6-04 同一账号有全部岗位也不能连办：审查、复审、签发三人，受理不签发", async () => {
    const { applicationId } = await submittedCase();
    const everyRole = await staff(["intake", "examiner", "secondReviewer", "signer"], "全岗");
    const [other, third] = [await staff(["secondReviewer"], "王复"), await staff(["signer"], "赵签")];
    await act(everyRole, applicationId, "accept");
    await act(everyRole, applicationId, "startReview");
    await act(everyRole, applicationId, "passReview");
    await expect(act(everyRole, applicationId, "passSecondReview")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("职责分离") });
    await act(other, applicationId, "passSecondReview");
    for (const action of ["grant", "refuse", "sendBackToSecondReview"] as const) {
      await expect(act(everyRole, applicationId, action)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("职责分离") });
    }
    expect((await act(third, applicationId, "grant")).state).toBe("granted");
  });

  it("L-6-04 退回审查、退回复审须有理由，意见不给企业看", async () => {
    const doers = await team();
    const { applicationId } = await submittedCase();
    await advance(applicationId, doers, "secondReview");
    await expect(act(doers.secondReviewer, applicationId, "sendBackToReview", { reason: " " })).rejects.toMatchObject({ code: "invalid" });
    await act(doers.secondReviewer, applicationId, "sendBackToReview", { reason: "证书须复核" });
    expect(await stateOf(applicationId)).toBe("underReview");
    const [event] = (await findCaseForReview(db(), applicationId))?.events ?? [];
    expect(event).toMatchObject({ action: "sendBackToReview", note: null, detail: expect.objectContaining({ reason: "证书须复核" }) });
  });
});

describe("外机构与外人", () => {
  it("L-6-01 别的派出机构什么都看不到、办不了；企业与公众同样", async () => {
    const { applicant, applicationId } = await submittedCase();
    const foreign = await staff(["intake", "examiner", "secondReviewer", "signer", "administrator"], "外机构", "NCEB");
    expect((await listQueue(foreign, { stage: "intake" })).rows).toEqual([]);
    const number = (await db().case.findUniqueOrThrow({ where: { id: applicationId } })).number;
    expect((await listQueue(foreign, { q: number })).rows).toEqual([]);
    const place = { applicationId, sectionKey: "technical-lead", field: "idNo" };
    for (const attempt of [
      () => getCase(foreign, applicationId),
      () => claimCase(foreign, { applicationId }),
      () => act(foreign, applicationId, "accept"),
      () => revealNumber(foreign, place),
      () => draftRemark(foreign, { ...place, level: "must", text: "x" }),
      () => getCase(foreign, randomUUID()),
    ]) {
      expect(await codeOf(attempt())).toBe("notFound");
    }
    for (const outsider of [applicant, { kind: "public", address: "::1" } as const]) {
      const refused = outsider.kind === "public" ? "unauthenticated" : "forbidden";
      expect(await codeOf(getCase(outsider, applicationId))).toBe(refused);
      expect(await codeOf(listQueue(outsider, { stage: "intake" }))).toBe(refused);
      expect(await codeOf(decide(outsider, { applicationId, action: "accept", revision: 1, idempotencyKey: randomUUID() }))).toBe(refused);
    }
  });

  it("L-6-01 好差评管理员、审计员不看案件；系统管理员只看不办；草稿内网看不到", async () => {
    const { applicationId } = await submittedCase();
    for (const role of ["evaluationOfficer", "auditor"] as const) expect(await codeOf(getCase(await staff([role]), applicationId))).toBe("forbidden");
    const administrator = await staff(["administrator"]);
    expect((await getCase(administrator, applicationId)).actions).toEqual([]);
    expect(await codeOf(act(administrator, applicationId, "accept"))).toBe("forbidden");
    const { draft, enterprise } = await import("../applications/fixtures");
    expect(await codeOf(getCase(administrator, await draft(await enterprise())))).toBe("notFound");
  });

  it("L-6-03 看完整号码须留下审计，审计里没有号码", async () => {
    const { applicationId } = await submittedCase();
    const person = await staff(["examiner"], "李审");
    const full = await revealNumber(person, { applicationId, sectionKey: "technical-lead", field: "idNo" });
    expect(full).toMatch(/^\d{17}[\dX]$/);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: applicationId, action: "number.reveal" } });
    expect(entry).toMatchObject({ actorName: "李审", detail: { place: "技术负责人 › 身份证号码" } });
    expect(JSON.stringify(entry)).not.toContain(full);
    expect(await codeOf(revealNumber(person, { applicationId, sectionKey: "technical-lead", field: "name" }))).toBe("notFound");
  });
});
