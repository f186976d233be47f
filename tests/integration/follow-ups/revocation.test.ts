import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { act, team, staff } = await import("../review/cases");
const { actAndFollow, submittedBy, taskOf } = await import("./fixtures");
const { decideRevocation } = await import("@/lib/services/follow-ups/decide-revocation");
const { getFollowUp } = await import("@/lib/services/follow-ups/get-follow-up");
const { countProposed, listFollowUps } = await import("@/lib/services/follow-ups/list-follow-ups");
const { recordVerification } = await import("@/lib/services/follow-ups/record-verification");
const { reportRectification } = await import("@/lib/services/follow-ups/report-rectification");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { today } = await import("@/lib/services/platform/clock");
const { deliverHearing } = await import("./hearing");

const doers = await team();
const said = { note: "两名技术人员未参保", article: "《行政许可法》第六十九条第二款" };

async function granted() {
  const found = await submittedBy("commitment", ["TL_TITLE"]);
  await act(doers.intake, found.applicationId, "accept");
  await act(doers.examiner, found.applicationId, "startReview");
  await act(doers.examiner, found.applicationId, "passReview");
  await actAndFollow(doers.signer, found.applicationId, "grant");
  const licence = await db().licence.findFirstOrThrow({ where: { enterpriseId: found.applicant.enterpriseId } });
  return { ...found, licence, task: await taskOf(found.applicationId, "verification") };
}

type Staff = Awaited<ReturnType<typeof staff>>;
const revisionOf = async (id: string) => (await db().followUp.findUniqueOrThrow({ where: { id } })).revision;
const conclude = async (by: Staff, followUpId: string, verdict: "rectify" | "revoke" | "rectified", more: Partial<typeof said> = said) =>
  recordVerification(by, { followUpId, revision: await revisionOf(followUpId), verdict, ...more });
const waived = "企业已书面放弃听证";
const settle = async (by: Staff, followUpId: string, action: "confirm" | "reject", note = action === "confirm" ? waived : "") => {
  if (note === waived) await deliverHearing(followUpId, await today());
  return decideRevocation(by, { followUpId, revision: await revisionOf(followUpId), action, note });
};
const verdictOf = async (number: string) => (await findPublicLicence(number)).state;
const lastMessage = (enterpriseId: string) => db().message.findFirstOrThrow({ where: { enterpriseId }, orderBy: { createdAt: "desc" } });

describe("撤销许可须两个人（决定十八）", () => {
  it("决定十三 审查岗提出的还不生效，企业得知理由、依据，可以陈述、申辩；签发岗确认才撤销", async () => {
    const { applicant, applicationId, task, licence } = await granted();
    const { enterpriseId } = applicant;
    await expect(conclude(doers.examiner, task.id, "revoke", { note: "虚假承诺" })).rejects.toMatchObject({ code: "invalid", fields: { article: expect.any(String) } });
    await conclude(doers.examiner, task.id, "revoke");
    expect(await verdictOf(licence.number)).toBe("valid");
    expect(await db().restriction.count({ where: { enterpriseId } })).toBe(0);
    expect(await lastMessage(enterpriseId)).toMatchObject({ title: "拟撤销许可证，请陈述、申辩", href: "/licences", body: expect.stringContaining(said.note) });
    expect(await getFollowUp(doers.signer, task.id)).toMatchObject({
      state: "proposed", revocation: { stateWord: "待确认", reason: said.note, proposedBy: doers.examiner.name, actions: [{ action: "confirm" }, { action: "reject" }] },
    });
    expect((await getFollowUp(doers.examiner, task.id)).revocation?.actions).toEqual([]);
    expect((await listFollowUps(doers.signer, { cut: "toConfirm" })).rows.map(({ id }) => id)).toContain(task.id);
    expect((await listFollowUps(doers.examiner)).rows.map(({ id }) => id), "仍未了").toContain(task.id);

    expect([await countProposed(doers.signer), await countProposed(await staff(["signer"], "外", "NCEB"))]).toEqual([1, 0]);
    await settle(doers.signer, task.id, "confirm");
    expect(await countProposed(doers.signer)).toBe(0);
    expect(await verdictOf(licence.number)).toBe("revoked");
    expect(await db().engagement.count({ where: { enterpriseId, toOn: null } })).toBe(0);
    expect(await db().electricianClaim.count({ where: { enterpriseId } })).toBe(0);
    expect(await db().restriction.findFirstOrThrow({ where: { caseId: applicationId } })).toMatchObject({ kind: "commitment", untilOn: addMonths(await today(), 36) });
    const message = await lastMessage(enterpriseId);
    expect(message).toMatchObject({ title: "许可证已撤销", body: expect.stringContaining("行政复议") });
    for (const part of [licence.number, said.note, said.article]) expect(message.body).toContain(part);
    expect((await db().auditEntry.findMany({ where: { subjectId: task.id }, orderBy: { at: "asc" } })).map(({ action, actorId }) => [action, actorId])).toEqual([
      ["followUp.revocationProposed", doers.examiner.accountId], ["followUp.licenceRevoked", doers.signer.accountId],
    ]);
    expect((await getFollowUp(doers.examiner, task.id)).revocation).toMatchObject({ stateWord: "已确认", decidedBy: doers.signer.name });
  });

  it("听证告知书没有送达、期限未满，没有写明企业放弃或者听证结束的不能确认，许可证不动；满了的不必写", async () => {
    const { task, licence } = await granted();
    await conclude(doers.examiner, task.id, "revoke");
    for (const note of ["", "企业已经放弃听证"]) await expect(settle(doers.signer, task.id, "confirm", note)).rejects.toMatchObject({ code: "invalid", fields: { note: expect.stringContaining("听证告知书尚未送达") as string } });
    expect([await verdictOf(licence.number), (await getFollowUp(doers.signer, task.id)).revocation?.state]).toEqual(["valid", "pending"]);
    await deliverHearing(task.id, addDays(await today(), -20));
    expect((await getFollowUp(doers.signer, task.id)).revocation?.hearing).toContain("以前可以要求听证");
    await settle(doers.signer, task.id, "confirm", "");
    expect(await verdictOf(licence.number)).toBe("revoked");
  });

  it("提出的人自己不能确认，哪怕也是签发岗；表上的约束也挡住；审查岗、别的机构不能办", async () => {
    const { task, licence } = await granted();
    const both = await staff(["examiner", "signer"], "兼任");
    await conclude(both, task.id, "revoke");
    expect(await countProposed(both), "自己提出的不等自己").toBe(0);
    for (const action of ["confirm", "reject"] as const) await expect(settle(both, task.id, action, "不妥")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("职责分离") });
    expect((await getFollowUp(both, task.id)).revocation?.actions[0]?.blockedBy).toContain("职责分离");
    await expect(db().revocation.updateMany({ where: { followUpId: task.id }, data: { state: "confirmed", decidedById: both.accountId } })).rejects.toThrow("revocation_decided_by_another");
    await expect(db().revocation.updateMany({ where: { followUpId: task.id }, data: { state: "confirmed" } })).rejects.toThrow("revocation_decided_by_someone");
    await expect(settle(doers.examiner, task.id, "confirm")).rejects.toMatchObject({ code: "forbidden" });
    await expect(settle(await staff(["signer"], "外", "NCEB"), task.id, "confirm")).rejects.toMatchObject({ code: "notFound" });
    expect(await verdictOf(licence.number)).toBe("valid");
  });

  it("退回须写明理由；退回后任务照旧，企业得知；可以另作结论，也可以再提出", async () => {
    const { applicant, task, licence } = await granted();
    await conclude(doers.examiner, task.id, "revoke");
    await expect(settle(doers.signer, task.id, "reject")).rejects.toMatchObject({ code: "invalid", fields: { note: "请写明为什么不撤销" } });
    await expect(settle(doers.signer, task.id, "reject", "否")).rejects.toMatchObject({ code: "invalid", fields: { note: "说明至少 2 个字" } });
    await settle(doers.signer, task.id, "reject", "证据不足");
    expect(await getFollowUp(doers.examiner, task.id)).toMatchObject({ state: "open", revocation: { stateWord: "不撤销", note: "证据不足" } });
    const message = await lastMessage(applicant.enterpriseId);
    expect(message).toMatchObject({ title: "许可证不予撤销", body: expect.stringContaining(licence.number) });
    expect(message.body, "退回的理由只给内网看").not.toContain("证据不足");
    await conclude(doers.examiner, task.id, "rectify");
    const order = await taskOf(task.caseId, "rectification");
    await reportRectification(applicant, { followUpId: order.id, revision: 1, report: "已补缴" });
    await conclude(doers.examiner, order.id, "revoke");
    await expect(conclude(doers.examiner, order.id, "rectified")).rejects.toMatchObject({ code: "conflict" });
    await settle(doers.signer, order.id, "reject", "再给一次机会");
    expect((await getFollowUp(doers.examiner, order.id)).state, "回到已报告").toBe("supplied");
  });

  it("两人同时确认、一人确认一人退回，只有一个成；许可证只撤销一次", async () => {
    const { task, licence } = await granted();
    await conclude(doers.examiner, task.id, "revoke");
    const other = await staff(["signer"], "另一位");
    const revision = await revisionOf(task.id);
    const outcomes = await Promise.allSettled([
      decideRevocation(doers.signer, { followUpId: task.id, revision, action: "confirm", note: waived }), decideRevocation(other, { followUpId: task.id, revision, action: "confirm", note: waived }),
      decideRevocation(other, { followUpId: task.id, revision, action: "reject", note: "不妥" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().licenceVersion.count({ where: { licenceId: licence.id, reason: { startsWith: "撤销" } } })).toBeLessThanOrEqual(1);
  });

  it("一件许可证同时只有一件拟撤销；许可证先以别的方式终止的，拟撤销随之作废，整改任务与待办取消", async () => {
    const { applicant, applicationId, task, licence } = await granted();
    await conclude(doers.examiner, task.id, "rectify");
    const order = await taskOf(applicationId, "rectification");
    const { id: _id, ...copy } = await db().followUp.findUniqueOrThrow({ where: { id: order.id } });
    const elsewhere = await submittedBy("commitment");
    const second = await db().followUp.create({ data: { ...copy, detail: {}, caseId: elsewhere.applicationId } });
    await conclude(doers.examiner, order.id, "revoke");
    await expect(conclude(doers.examiner, second.id, "revoke")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已有一件拟撤销") });
    const { endLicence } = await import("@/lib/services/licences/effects/cancel-licence");
    const { lockValidLicence } = await import("@/lib/data/licences");
    const { transaction } = await import("@/lib/data/client");
    await transaction(async (tx) => {
      const held = await lockValidLicence(tx, applicant.enterpriseId);
      if (held) await endLicence(tx, held, { caseId: null, reason: "注销", today: await today(tx), state: "cancelled" });
    });
    expect(await db().revocation.findFirstOrThrow({ where: { followUpId: order.id } })).toMatchObject({ state: "lapsed", decidedById: null });
    expect(await db().followUp.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({ state: "cancelled" });
    expect(await db().todoItem.count({ where: { enterpriseId: applicant.enterpriseId, kind: "rectification", doneAt: null } })).toBe(0);
    expect(await verdictOf(licence.number)).toBe("deregistered");
    await expect(settle(doers.signer, order.id, "confirm")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("整改中（决定四）", () => {
  it("决定十三 两件整改都了结，许可证才不再是整改中；同时了结的也一样", async () => {
    for (const together of [false, true]) {
      const { applicant, applicationId, task, licence } = await granted();
      await conclude(doers.examiner, task.id, "rectify");
      const order = await taskOf(applicationId, "rectification");
      const { id: _id, ...copy } = await db().followUp.findUniqueOrThrow({ where: { id: order.id } });
      const elsewhere = await submittedBy("commitment");
      const second = await db().followUp.create({ data: { ...copy, detail: {}, caseId: elsewhere.applicationId } });
      await reportRectification(applicant, { followUpId: order.id, revision: 1, report: "已改" });
      if (together) await Promise.all([conclude(doers.examiner, order.id, "rectified"), conclude(doers.examiner, second.id, "rectified")]);
      else {
        await conclude(doers.examiner, order.id, "rectified");
        expect(await verdictOf(licence.number), "另一件还没有了结").toBe("rectification");
        await conclude(doers.examiner, second.id, "rectified");
      }
      expect(await verdictOf(licence.number)).toBe("valid");
    }
  });
});
