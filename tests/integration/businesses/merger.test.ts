import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";
import { today } from "../../builders/today";

await freshDatabase();
const { act, holder, licencesOf, newcomer, revisionOf, stateOf, submit } = await import("./stage");
const { db } = await import("@/lib/data/client");
const { rowsOf } = await import("@/lib/forms/answers");
const { CATEGORY_SECTION } = await import("@/lib/licensing/items");
const { answerAs } = await import("@/prisma/seed/courses/reorganisation");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { saveSection } = await import("@/lib/services/applications/save-section");
const { listMessages } = await import("@/lib/services/communication/messages");
const { findCounterparties } = await import("@/lib/services/enterprises/counterparties");
const { getConfirmation } = await import("@/lib/services/parties/confirmations");
const { decide } = await import("@/lib/services/review/decide");
const { getCase } = await import("@/lib/services/review/get-case");
const { answer, claimsOf, draft, engagedAt, submitted, through } = await import("./reorganised");

type Holder = Awaited<ReturnType<typeof holder>>;

describe("合并申请：选择被吸收方企业", () => {
  it("L-4.9.1-01 L-4.9.1-02 申请类型页选合并方式与被吸收方企业：按名称查持证企业，两个字起，不列出自己与没有许可证的", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const name = party.enterprise.name.slice(0, 6);
    const { enterprises } = await findCounterparties(made.actor, { name });
    const [licence] = await licencesOf(party);
    expect(enterprises).toContainEqual({ uscc: party.enterprise.uscc, name: party.enterprise.name, licenceNumber: licence?.number, scopeText: "承装五级、承试五级" });
    expect(enterprises.map(({ uscc }) => uscc)).not.toContain(made.enterprise.uscc);
    expect((await findCounterparties(party.actor, { name })).enterprises.map(({ uscc }) => uscc)).not.toContain(party.enterprise.uscc);
    expect((await findCounterparties(made.actor, { name: "%%" })).enterprises).toEqual([]);
    await expect(findCounterparties({ kind: "public", address: "10.0.0.1" }, { name })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("L-4.9.1-02 查询一分钟三十次，再多请稍后", async () => {
    const { actor } = await newcomer();
    for (let n = 0; n < 30; n += 1) await findCounterparties(actor, { name: "沈阳" });
    await expect(findCounterparties(actor, { name: "沈阳" })).rejects.toMatchObject({ code: "tooMany" });
  });

  it("L-4.9.1-02 选了自己、没有许可证的、查无此企业的，都不能提交，指到那一行", async () => {
    const [made, unlicensed] = [await newcomer(), await newcomer()];
    const applicationId = await draft(made, [made, unlicensed]);
    const { context } = await getApplication(made.actor, applicationId);
    expect(context.parties?.map(({ unitName, licence }) => [unitName, licence])).toEqual([[made.enterprise.name, undefined], [unlicensed.enterprise.name, undefined]]);
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({
      code: "invalid",
      issues: expect.arrayContaining([
        expect.objectContaining({ section: CATEGORY_SECTION, table: "absorbed", field: "uscc", message: "被吸收方企业不能是本企业，请重新选择" }),
        expect.objectContaining({ message: `“${unlicensed.enterprise.name}”没有有效的许可证，请重新选择被吸收方企业` }),
      ]),
    });
  });

  it("L-4.9.1-01 持有有效许可证的企业不能选新设合并，说明改选吸收合并", async () => {
    const [made, party] = [await holder(), await holder()];
    const applicationId = await draft(made, [party], "newEntity");
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ field: "mergerType", message: expect.stringContaining("请选吸收合并") })]) });
  });
});

describe("合并申请：另一方的电工算作自己的", () => {
  it("L-4.9.6-01 选定之后可以登记另一方的电工，登记仍在另一方名下；没有选定的、别家的不行", async () => {
    const [made, party, other] = [await newcomer(), await holder(), await holder()];
    const before = await claimsOf(party);
    const applicationId = await draft(made, [party]);
    expect(await claimsOf(party)).toEqual(before);
    const { context, revisions } = await getApplication(made.actor, applicationId);
    const [row] = rowsOf(context.answers["skilled-workers"] ?? {}, "skilledWorkers");
    const [theirs] = await claimsOf(other);
    const taken = { ...row, rowId: "worker-of-other", idNo: theirs?.idNumber ?? "" };
    const saved = await saveSection(made.actor, { applicationId, section: "skilled-workers", revision: revisions["skilled-workers"] ?? 0, patch: { fields: [], rows: [{ table: "skilledWorkers", rowId: taken.rowId, from: null, to: taken }] } });
    expect(saved.refused).toEqual([expect.objectContaining({ row: "worker-of-other", message: expect.stringContaining("已被使用") })]);
  });

  it("L-4.9.6-01 选定的另一方去掉之后，它的电工不再算自己的，提交时逐行指出", async () => {
    const [made, party, other] = [await newcomer(), await holder(), await holder()];
    const applicationId = await draft(made, [party]);
    const { context, revisions } = await getApplication(made.actor, applicationId);
    const [row] = rowsOf(context.answers[CATEGORY_SECTION] ?? {}, "absorbed");
    await saveSection(made.actor, {
      applicationId, section: CATEGORY_SECTION, revision: revisions[CATEGORY_SECTION] ?? 0,
      patch: { fields: [], rows: [{ table: "absorbed", rowId: row?.rowId ?? "", from: row ?? null, to: { ...row, rowId: row?.rowId ?? "", uscc: other.enterprise.uscc } }] },
    });
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ code: "invalid", issues: expect.arrayContaining([expect.objectContaining({ section: "skilled-workers", field: "idNo" })]) });
  });

  it("L-4.9.8-01 废弃草稿，另一方的电工登记不受影响", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const before = await claimsOf(party);
    const applicationId = await draft(made, [party]);
    await discardApplication(made.actor, { applicationId, idempotencyKey: randomUUID() });
    expect(await claimsOf(party)).toEqual(before);
  });
});

describe("合并申请：准予", () => {
  it("L-4.9.8-02 新设合并：新的企业得新证，被吸收方的注销，人员与电工登记转来，各方都被告知", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const people = new Set((await engagedAt(party)).map(({ idNumber }) => idNumber));
    const claims = await claimsOf(party);
    const applicationId = await submitted(made, [party]);
    await answerAs(party.enterprise, applicationId);
    await through(made, applicationId, "grant");
    const [fresh] = await licencesOf(made);
    const [old] = await licencesOf(party);
    expect(fresh).toMatchObject({ state: "valid", firstIssuedOn: today() });
    expect(old).toMatchObject({ state: "cancelled" });
    expect(old?.versions[0]?.reason).toBe(`新设合并为${made.enterprise.name}`);
    expect(fresh?.number).not.toBe(old?.number);
    expect(new Set((await engagedAt(made)).map(({ idNumber }) => idNumber))).toEqual(people);
    expect(await engagedAt(party)).toEqual([]);
    expect((await claimsOf(made)).map(({ idNumber, caseId }) => [idNumber, caseId])).toEqual(claims.map(({ idNumber }) => [idNumber, null]));
    expect(await claimsOf(party)).toEqual([]);
    const told = (await listMessages(party.actor)).rows[0];
    expect(told).toMatchObject({ title: `${made.enterprise.name}的合并申请准予许可`, body: expect.stringContaining(`许可证 ${old?.number}（承装五级、承试五级）注销`) });
    expect((await listMessages(made.actor)).rows[0]?.body).toContain(`${party.enterprise.name}：`);
    const desk = await getCase(made.doers.signer, applicationId);
    expect(desk.history.find(({ word }) => word === "准予许可")?.note).toContain(`许可证 ${old?.number}`);
    expect(desk.effects?.find(({ uscc }) => uscc === party.enterprise.uscc)?.lines).toContain(`许可证 ${old?.number}（承装五级、承试五级）注销`);
    expect(await getConfirmation(party.actor, applicationId)).toMatchObject({ own: { name: party.enterprise.name } });
  });

  it("L-4.9.8-02 吸收合并两家：存续方变更，编号与有效期不变；被吸收方注销，不在名册上的人可以到别家", async () => {
    const [made, first, second] = [await holder(), await holder(), await holder()];
    const [before] = await licencesOf(made);
    const applicationId = await submitted(made, [first, second], "absorption");
    await answerAs(first.enterprise, applicationId);
    await expect(act(made.doers.intake, applicationId, "accept")).rejects.toMatchObject({ message: expect.stringContaining(second.enterprise.name) });
    await answerAs(second.enterprise, applicationId);
    await through(made, applicationId, "grant");
    const [after] = await licencesOf(made);
    expect(after).toMatchObject({ state: "valid", number: before?.number });
    expect(after?.versions[0]).toMatchObject({ version: 2, reason: "吸收合并", validTo: before?.versions[0]?.validTo, issuedOn: today() });
    for (const party of [first, second]) {
      expect((await licencesOf(party))[0]).toMatchObject({ state: "cancelled" });
      expect(await engagedAt(party)).toEqual([]);
      expect(await claimsOf(party)).toEqual([]);
    }
    const moved = await db().engagement.count({ where: { enterpriseId: made.enterprise.id, toOn: null, idNumber: { in: (await db().engagement.findMany({ where: { enterpriseId: first.enterprise.id } })).map(({ idNumber }) => idNumber) } } });
    expect(moved).toBeGreaterThan(0);
  });

  it("L-4.9.8-02 两件合并同时签发、列着同一家：一件成，另一件被告知那家已经没有有效的许可证，什么也没有发生", async () => {
    const [one, two, party] = [await newcomer(), await newcomer(), await holder()];
    const cases: [Holder, string][] = [];
    for (const made of [one, two]) {
      const applicationId = await submitted(made, [party]);
      await answerAs(party.enterprise, applicationId);
      await through(made, applicationId, "passSecondReview");
      // 一家只能同意一件；第二件是直接写成同意的，看签发时的锁
      await db().partyConfirmation.updateMany({ where: { caseId: applicationId }, data: { state: "declined" } });
      cases.push([made, applicationId]);
    }
    const revisions = await Promise.all(cases.map(([, applicationId]) => revisionOf(applicationId)));
    const signed = await Promise.allSettled(cases.map(([{ doers }, applicationId], n) => decide(doers.signer, { applicationId, action: "grant", revision: revisions[n] ?? 0, idempotencyKey: randomUUID() })));
    expect(signed.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = signed.findIndex(({ status }) => status === "rejected");
    expect(signed[lost]).toMatchObject({ reason: { code: "conflict", message: `“${party.enterprise.name}”已经没有有效的许可证（已随另一件申请注销），不能按本申请办理，请退回核对` } });
    const [loser, loserCase] = cases[lost] ?? [one, ""];
    expect(await stateOf(loserCase)).toBe("awaitingSignature");
    expect(await licencesOf(loser)).toEqual([]);
    expect(await engagedAt(loser)).toEqual([]);
  });

  it("L-4.9.8-01 一家企业只能同意一件在办的分立或合并", async () => {
    const [one, two, party] = [await newcomer(), await newcomer(), await holder()];
    const first = await submitted(one, [party]);
    const second = await submitted(two, [party]);
    await answer(party, first, true);
    await expect(answer(party, second, true)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("合并申请") });
  });
});
