import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, holder, licencesOf, newcomer, put, staff, stateOf, submit } = await import("./stage");
const { colleague, enterprise: stranger } = await import("../applications/fixtures");
const { db } = await import("@/lib/data/client");
const { answerAs } = await import("@/prisma/seed/courses/reorganisation");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { discardApplication } = await import("@/lib/services/applications/discard-application");
const { startApplication } = await import("@/lib/services/applications/start-application");
const { terminateApplication } = await import("@/lib/services/applications/terminate-application");
const { listMessages, listTodos } = await import("@/lib/services/communication/messages");
const { answerConfirmation, getConfirmation } = await import("@/lib/services/parties/confirmations");
const { recordPaperConsent } = await import("@/lib/services/parties/paper-consent");
const { getCase } = await import("@/lib/services/review/get-case");
const { draftRemark } = await import("@/lib/services/review/remarks");
const { answer, draft, engagedAt, submitted } = await import("./reorganised");

describe("合并申请：另一方确认", () => {
  it("L-4.9.8-01 提交后另一方有待办与消息，看得到自己的许可证与人员会怎样；同意之前不能受理", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await submitted(made, [party]);
    const [licence] = await licencesOf(party);
    expect(await listTodos(party.actor)).toContainEqual(expect.objectContaining({ kind: "counterpartyConfirmation", href: `/confirmations/${applicationId}` }));
    expect((await listMessages(party.actor)).rows[0]).toMatchObject({ title: `请确认${made.enterprise.name}的合并申请`, body: expect.stringContaining(`许可证 ${licence?.number}（承装五级、承试五级）注销`) });
    const view = await getConfirmation(party.actor, applicationId);
    expect(view).toMatchObject({ kind: "新设合并", state: "pending", mayAnswer: true, applicant: { name: made.enterprise.name }, own: { uscc: party.enterprise.uscc } });
    const engaged = await engagedAt(party);
    const people = new Set(engaged.map(({ idNumber }) => idNumber)).size;
    expect(view.own?.lines).toEqual([`在册人员 ${people} 人，其中 ${people} 人转到${made.enterprise.name}`, `许可证 ${licence?.number}（承装五级、承试五级）注销`]);
    expect(view.moving).toHaveLength(people);
    expect(view.others).toEqual([{ uscc: made.enterprise.uscc, name: made.enterprise.name, lines: ["发给新的许可证：承装五级、承试五级，有效期6年", expect.stringContaining(`${people} 人由${party.enterprise.name}转入`)] }]);
    await expect(act(made.doers.intake, applicationId, "accept")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(`还没有${party.enterprise.name}的同意`) });
    const desk = await getCase(made.doers.intake, applicationId);
    expect(desk.parties).toEqual([expect.objectContaining({ name: party.enterprise.name, stateWord: "待确认" })]);
    expect(desk.effects?.map(({ name }) => name)).toEqual([made.enterprise.name, party.enterprise.name]);
    expect(desk.actions.find(({ action }) => action === "accept")?.blockedBy).toContain(party.enterprise.name);
  });

  it("L-4.9.8-01 别家看不到、不能答复；填报人只能看；答复之后待办关闭，申请人得到消息，经过里有", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await submitted(made, [party]);
    for (const foreign of [await stranger(), made.actor]) {
      await expect(getConfirmation(foreign, applicationId)).rejects.toMatchObject({ code: "notFound" });
      await expect(answerConfirmation(foreign, { caseId: applicationId, agree: true, idempotencyKey: randomUUID() })).rejects.toMatchObject({ code: "notFound" });
    }
    const filler = await colleague(party.actor, ["filler"]);
    expect(await getConfirmation(filler, applicationId)).toMatchObject({ mayAnswer: false });
    await expect(answerConfirmation(filler, { caseId: applicationId, agree: true, idempotencyKey: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
    await answer(party, applicationId, true);
    expect((await listTodos(party.actor)).filter(({ kind }) => kind === "counterpartyConfirmation")).toEqual([]);
    expect((await listMessages(made.actor)).rows[0]).toMatchObject({ title: `${party.enterprise.name}已同意合并申请` });
    await expect(answer(party, applicationId, false, "我方又不同意了")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已经答复过") });
    expect((await getApplication(made.actor, applicationId)).parties).toEqual([expect.objectContaining({ name: party.enterprise.name, stateWord: "已同意" })]);
    await act(made.doers.intake, applicationId, "accept");
    expect((await getCase(made.doers.examiner, applicationId)).history.map(({ word }) => word)).toContain("另一方同意");
    expect(await db().auditEntry.count({ where: { action: "case.confirmParty", subjectId: applicationId } })).toBe(1);
  });

  it("L-4.9.8-01 不同意须写理由，挡住受理；退回补正、重新提交之后再请它确认", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await submitted(made, [party]);
    await expect(answer(party, applicationId, false)).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.stringContaining("理由") } });
    await answer(party, applicationId, false, "合并协议还没有签字");
    await expect(act(made.doers.intake, applicationId, "accept")).rejects.toMatchObject({ message: `${party.enterprise.name}不同意，不能受理；请退回补正，或者不予受理` });
    await draftRemark(made.doers.intake, { applicationId, sectionKey: "technical-lead", field: "post", level: "must", text: "请填写全称" });
    await act(made.doers.intake, applicationId, "returnForCorrection");
    expect(await getConfirmation(party.actor, applicationId)).toMatchObject({ closedBecause: expect.stringContaining("正在补正"), others: [] });
    await put(made.actor, applicationId, "technical-lead", { post: "总工程师" });
    await db().remark.updateMany({ where: { caseId: applicationId }, data: { answer: "已修改", answeredAt: new Date() } });
    await submit(made.actor, applicationId);
    expect(await getConfirmation(party.actor, applicationId)).toMatchObject({ state: "pending" });
    expect(await listTodos(party.actor)).toContainEqual(expect.objectContaining({ kind: "counterpartyConfirmation" }));
  });

  it("L-4.9.8-01 已同意而作用一字未变的，补正之后不必再确认", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await submitted(made, [party]);
    await answerAs(party.enterprise, applicationId);
    await draftRemark(made.doers.intake, { applicationId, sectionKey: "technical-lead", field: "post", level: "must", text: "请填写全称" });
    await act(made.doers.intake, applicationId, "returnForCorrection");
    await put(made.actor, applicationId, "technical-lead", { post: "总工程师" });
    await db().remark.updateMany({ where: { caseId: applicationId }, data: { answer: "已修改", answeredAt: new Date() } });
    await submit(made.actor, applicationId);
    expect(await getConfirmation(party.actor, applicationId)).toMatchObject({ state: "confirmed" });
  });

  it("L-4.9.8-01 书面同意由受理岗登记：别的岗位、别的机构不行，登记之后可以受理", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await submitted(made, [party]);
    const paper = { applicationId, party: party.enterprise.uscc, note: "收到盖章的同意书一份" };
    await expect(recordPaperConsent(made.doers.examiner, { ...paper, idempotencyKey: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordPaperConsent(await staff(["intake"], "外办", "NCEB"), { ...paper, idempotencyKey: randomUUID() })).rejects.toMatchObject({ code: "notFound" });
    await recordPaperConsent(made.doers.intake, { ...paper, idempotencyKey: randomUUID() });
    expect((await getCase(made.doers.intake, applicationId)).parties).toEqual([expect.objectContaining({ state: "confirmed", paperNote: paper.note, answeredBy: made.doers.intake.name })]);
    await act(made.doers.intake, applicationId, "accept");
    expect(await stateOf(applicationId)).toBe("accepted");
  });

  it("L-4.9.8-01 另一方有申请在办：提交被拒而不说是什么；已同意的另一方，自己的申请要等办结", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await draft(made, [party]);
    const cancelling = await db().case.create({
      data: { number: `X-${randomUUID()}`, kind: "licensing", officeCode: "NEEB", enterpriseId: party.enterprise.id, state: "submitted", createdById: party.actor.accountId, openKey: randomUUID(), submittedAt: new Date(), application: { create: { business: "renewal", definitionVersion: 1, procedure: "standard" } } },
    });
    await expect(submit(made.actor, applicationId)).rejects.toMatchObject({ code: "conflict", message: `${party.enterprise.name}有其他申请正在办理，办结或终止之后才能提交合并申请` });
    await db().case.update({ where: { id: cancelling.id }, data: { openKey: null, state: "terminated" } });
    await submit(made.actor, applicationId);
    await db().case.update({ where: { id: cancelling.id }, data: { openKey: randomUUID(), state: "submitted" } });
    await expect(answer(party, applicationId, true)).rejects.toMatchObject({ message: expect.stringContaining(`贵单位的许可证延续 ${cancelling.number} 正在办理`) });
    await db().partyConfirmation.updateMany({ where: { caseId: applicationId }, data: { state: "confirmed" } });
    await expect(act(made.doers.intake, applicationId, "accept")).rejects.toMatchObject({ message: `${party.enterprise.name}的许可证延续 ${cancelling.number} 正在办理，办结或终止之后才能受理` });
    await db().case.update({ where: { id: cancelling.id }, data: { openKey: null, state: "terminated" } });
    const { applicationId: own } = await startApplication(party.actor, { business: "cancellation" });
    await expect(submit(party.actor, own)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("合并申请") });
  });

  it("L-4.9.8-01 终止之后另一方得到消息，待办关闭，不再受约束", async () => {
    const [made, party] = [await newcomer(), await holder()];
    const applicationId = await submitted(made, [party]);
    await terminateApplication(made.actor, { applicationId, reason: "双方不再合并了", idempotencyKey: randomUUID() });
    expect((await listTodos(party.actor)).filter(({ kind }) => kind === "counterpartyConfirmation")).toEqual([]);
    expect((await listMessages(party.actor)).rows[0]).toMatchObject({ title: `${made.enterprise.name}的合并申请已终止`, body: expect.stringContaining("没有变化") });
    await expect(answer(party, applicationId, true)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("不能再答复") });
  });

  it("决定十五 L-4.9.8-01：待补正时申请废弃，同意过的另一方得知、不再受约束，没有答复的待办关闭", async () => {
    const [made, party, silent] = [await newcomer(), await holder(), await holder()];
    const applicationId = await submitted(made, [party, silent]);
    await answer(party, applicationId, true);
    await draftRemark(made.doers.intake, { applicationId, sectionKey: "technical-lead", field: "post", level: "must", text: "请填写现任职务全称" });
    await act(made.doers.intake, applicationId, "returnForCorrection");
    const { number } = await discardApplication(made.actor, { applicationId, idempotencyKey: randomUUID() });
    for (const one of [party, silent]) {
      expect((await listMessages(one.actor)).rows[0]).toMatchObject({
        title: `${made.enterprise.name}的合并申请已废弃`, body: expect.stringContaining("没有变化"), href: `/confirmations/${applicationId}`,
      });
      expect((await listTodos(one.actor)).filter(({ kind }) => kind === "counterpartyConfirmation")).toEqual([]);
    }
    expect((await listMessages(party.actor)).rows[0]?.body).toContain(number);
    // 打得开，说得出不用再答复；自己的其他申请也不再受它约束
    expect(await getConfirmation(silent.actor, applicationId)).toMatchObject({ mayAnswer: expect.any(Boolean), closedBecause: expect.any(String) });
    await expect(startApplication(party.actor, { business: "reissue" })).resolves.toMatchObject({ applicationId: expect.any(String) });
  });
});
