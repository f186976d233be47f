import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, staff, stateOf, submit, submittedCase } = await import("../review/cases");
const { enterprise, draft, save } = await import("../applications/fixtures");
const { db, transaction } = await import("@/lib/data/client");
const { findUploadTarget } = await import("@/lib/data/attachments");
const { closeUnansweredCorrections } = await import("@/lib/services/jobs/close-unanswered-corrections");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { draftRemark } = await import("@/lib/services/review/remarks");
const { getCase } = await import("@/lib/services/review/get-case");
const { answerRemark } = await import("@/lib/services/applications/answer-remark");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { getHistory } = await import("@/lib/services/applications/get-history");
const { today } = await import("@/lib/services/platform/clock");

/** 一件被退回补正的申请，期限在今天之后（之前）几天。 */
async function returned(days: number) {
  const found = await submittedCase();
  const intake = await staff(["intake"]);
  await draftRemark(intake, { applicationId: found.applicationId, sectionKey: "technical-lead", field: "name", level: "must", text: "请核对" });
  await act(intake, found.applicationId, "returnForCorrection");
  await db().case.update({ where: { id: found.applicationId }, data: { stageDueOn: addDays(await today(), days) } });
  return { ...found, intake };
}

async function nameIn(applicationId: string): Promise<string> {
  const { data } = await db().sectionAnswer.findUniqueOrThrow({ where: { applicationId_sectionKey: { applicationId, sectionKey: "technical-lead" } } });
  return String((data as { name?: string }).name);
}

const eventsOf = (caseId: string) => db().caseEvent.findMany({ where: { caseId, action: "closeUnanswered" } });
const run = () => closeUnansweredCorrections(systemActor);

describe("补正期限届满", () => {
  it("L-6-04 昨天到期的不予受理：理由、依据、通知、短信、待办、电工、停表与审计一起成；今天到期的不动（决定十六）", async () => {
    const late = await returned(-1);
    const dueToday = await returned(0);
    const claims = (caseId: string) => db().electricianClaim.count({ where: { caseId } });
    expect(await claims(late.applicationId)).toBeGreaterThan(0);
    expect(await run()).toEqual({ closed: 1, failed: 0 });

    expect(await stateOf(dueToday.applicationId)).toBe("correction");
    expect(await claims(dueToday.applicationId)).toBeGreaterThan(0);
    const closed = await db().case.findUniqueOrThrow({ where: { id: late.applicationId } });
    expect(closed).toMatchObject({ state: "notAccepted", openKey: null, holderId: null, stageDueOn: null, clockPausedOn: null, finishedAt: expect.any(Date) });
    expect(await claims(late.applicationId)).toBe(0);
    const [event, ...others] = await eventsOf(late.applicationId);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ actorId: null, actorName: "系统", actorRole: "system", fromState: "correction", toState: "notAccepted", detail: { reason: expect.stringMatching(/^逾期未补正（《行政许可补正材料通知书》.+补\d+号要求在\d{4}年\d+月\d+日前补正，期限届满没有重新提交）$/), article: expect.stringContaining("第三十二条第一款第四项") } });
    const todos = await db().todoItem.findMany({ where: { caseId: late.applicationId }, orderBy: { createdAt: "asc" } });
    expect(todos.map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([["correction", true], ["evaluation", false]]);
    const message = await db().message.findFirstOrThrow({ where: { caseId: late.applicationId }, orderBy: { createdAt: "desc" } });
    expect(message).toMatchObject({ title: "许可证新申请不予受理", body: expect.stringMatching(/理由：逾期未补正（.+补\d+号.+）；依据：《行政许可法》/) });
    expect(await db().outboxMessage.count({ where: { template: "notice.notAccepted" } })).toBe(1);
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "case.closeUnanswered", subjectId: late.applicationId } })).toMatchObject({ actorId: null, actorName: "系统", audience: "system" });
  });

  it("企业与内网的经过都写明是系统因逾期办的；企业可以重新申请", async () => {
    const { applicant, applicationId, intake } = await returned(-3);
    await run();
    const step = (await getHistory(applicant, applicationId)).steps.find(({ action }) => action === "closeUnanswered");
    expect(step).toMatchObject({ label: "逾期未补正，不予受理", toWord: "不予受理", actor: "系统", note: expect.stringContaining("逾期未补正") });
    const { history } = await getCase(intake, applicationId);
    expect(history.find(({ word }) => word === "逾期未补正，不予受理")).toMatchObject({ who: "系统" });
    expect(await draft(applicant)).not.toBe(applicationId);
  });

  it("L-6-04 期限一过，任务还没有来也不能再提交：服务拒绝，页面上说明；到期当天还可以", async () => {
    const resubmit = async ({ applicant, applicationId }: Awaited<ReturnType<typeof returned>>) => {
      const remark = await db().remark.findFirstOrThrow({ where: { caseId: applicationId } });
      await save(applicant, applicationId, "technical-lead", { name: await nameIn(applicationId) }, { name: "赵明远" });
      await answerRemark(applicant, { remarkId: remark.id, answer: "已改" });
      return submit({ applicant, applicationId });
    };
    const [late, dueToday] = [await returned(-1), await returned(0)];
    await expect(resubmit(late)).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/补正期限到\d{4}年\d+月\d+日为止.*不予受理/) });
    expect(await stateOf(late.applicationId)).toBe("correction");
    const { actions } = await getApplication(late.applicant, late.applicationId);
    expect(actions.find(({ action }) => action === "submit")?.blockedBy).toContain("不予受理");
    await expect(resubmit(dueToday)).resolves.toMatchObject({ round: 2 });
    expect(await run()).toEqual({ closed: 1, failed: 0 });
    expect(await stateOf(late.applicationId)).toBe("notAccepted");
  });

  it("两个进程同时做，每件恰好办一次", async () => {
    const cases = [];
    for (let n = 0; n < 6; n += 1) cases.push(await returned(-1 - n));
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.map(({ failed }) => failed)).toEqual([0, 0, 0]);
    expect(outcomes.reduce((sum, { closed }) => sum + closed, 0)).toBe(6);
    for (const { applicationId } of cases) {
      expect(await stateOf(applicationId)).toBe("notAccepted");
      expect(await eventsOf(applicationId)).toHaveLength(1);
      expect(await db().message.count({ where: { caseId: applicationId, title: { contains: "不予受理" } } })).toBe(1);
      expect(await db().todoItem.count({ where: { caseId: applicationId, kind: "evaluation" } })).toBe(1);
    }
    expect(await run()).toEqual({ closed: 0, failed: 0 });
  });

  it("别人正锁着的跳过，不等；放开后若已重新提交就不再办", async () => {
    const busy = await returned(-1);
    const other = await returned(-1);
    await transaction(async (tx) => {
      await findUploadTarget(tx, busy.applicationId, true);
      expect(await run()).toEqual({ closed: 1, failed: 0 });
    });
    expect([await stateOf(busy.applicationId), await stateOf(other.applicationId)]).toEqual(["correction", "notAccepted"]);
    await db().case.update({ where: { id: busy.applicationId }, data: { state: "submitted" } });
    expect(await run()).toEqual({ closed: 0, failed: 0 });
    expect(await stateOf(busy.applicationId)).toBe("submitted");
  });

  it("一件出错不耽误别的，出错的那件什么也没留下，修好后下次办成", async () => {
    const [broken, fine] = [await returned(-1), await returned(-1)];
    await db().$executeRawUnsafe(`CREATE FUNCTION break_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
    await db().$executeRawUnsafe(`CREATE TRIGGER break_message BEFORE INSERT ON "Message" FOR EACH ROW WHEN (NEW."caseId" = '${broken.applicationId}') EXECUTE FUNCTION break_message()`);
    expect(await run()).toEqual({ closed: 1, failed: 1 });
    expect([await stateOf(broken.applicationId), await stateOf(fine.applicationId)]).toEqual(["correction", "notAccepted"]);
    expect(await eventsOf(broken.applicationId)).toEqual([]);
    await db().$executeRawUnsafe(`DROP TRIGGER break_message ON "Message"`);
    expect(await run()).toEqual({ closed: 1, failed: 0 });
  });

  it("草稿、待形审不在其内；账号不能直接做", async () => {
    const { applicant, applicationId } = await submittedCase();
    const draftId = await draft(await enterprise());
    await db().case.updateMany({ where: { id: { in: [applicationId, draftId] } }, data: { stageDueOn: "2020-01-01" } });
    expect(await run()).toEqual({ closed: 0, failed: 0 });
    await expect(closeUnansweredCorrections(applicant)).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeUnansweredCorrections(await staff(["intake", "administrator"]))).rejects.toMatchObject({ code: "forbidden" });
  });
});
