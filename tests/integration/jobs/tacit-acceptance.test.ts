import { describe, expect, it } from "vitest";
import { addWorkingDays, builtInCalendar } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, staff, stateOf, submittedCase } = await import("../review/cases");
const { submittedBy } = await import("../follow-ups/fixtures");
const { enterprise } = await import("../applications/fixtures");
const { db, transaction } = await import("@/lib/data/client");
const { findUploadTarget } = await import("@/lib/data/attachments");
const { acceptUnanswered } = await import("@/lib/services/jobs/accept-unanswered");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { getCase } = await import("@/lib/services/review/get-case");
const { getHistory } = await import("@/lib/services/applications/get-history");
const { today } = await import("@/lib/services/platform/clock");

const on = await today();
const run = () => acceptUnanswered(systemActor);
const receivedOn = addWorkingDays(on, -8, builtInCalendar);

/** 八个工作日之前收到、至今没有答复的。 */
async function unanswered<T extends { applicationId: string }>(found: T, stageDueOn = addWorkingDays(receivedOn, 5, builtInCalendar)): Promise<T> {
  await db().case.update({ where: { id: found.applicationId }, data: { stageDueOn, submittedAt: new Date(`${receivedOn}T02:00:00Z`) } });
  return found;
}

describe("L-6-04 五个工作日没有答复，视为受理（决定十六）", () => {
  it("自收到之日起受理：期限、经过、消息、短信、文书与审计一起成；今天到期的不动", async () => {
    const late = await unanswered(await submittedCase());
    const dueToday = await unanswered(await submittedCase(), on);
    expect(await run()).toEqual({ accepted: 1, failed: 0 });
    expect(await stateOf(dueToday.applicationId)).toBe("submitted");
    const found = await db().case.findUniqueOrThrow({ where: { id: late.applicationId } });
    const promisedDueOn = addWorkingDays(receivedOn, 15, builtInCalendar);
    expect(found).toMatchObject({ state: "accepted", holderId: null, stageDueOn: promisedDueOn, promisedDueOn, statutoryDueOn: addWorkingDays(receivedOn, 20, builtInCalendar) });
    expect(found.acceptedAt).toEqual(found.submittedAt);
    const step = (await getHistory(late.applicant, late.applicationId)).steps.find(({ action }) => action === "acceptTacitly");
    expect(step).toMatchObject({ label: "逾期未答复，视为受理", toWord: "已受理", actor: "系统", note: expect.stringContaining("第三十二条第一款第四项") });
    expect(await db().message.count({ where: { caseId: late.applicationId, title: "许可证新申请已受理" } })).toBe(1);
    expect(await db().outboxMessage.count({ where: { template: "notice.accepted" } })).toBe(1);
    expect(await db().issuedDocument.findFirstOrThrow({ where: { caseId: late.applicationId, kind: "acceptance" } })).toMatchObject({ issuedById: null, issuedByName: "系统" });
    expect(await db().auditEntry.findFirstOrThrow({ where: { action: "case.acceptTacitly" } })).toMatchObject({ actorName: "系统", audience: "system", subjectId: late.applicationId });
    await expect(act(await staff(["examiner"]), late.applicationId, "startReview")).resolves.toMatchObject({ state: "underReview" });
    expect((await getCase(await staff(["examiner"]), late.applicationId)).history.some(({ word }) => word === "逾期未答复，视为受理")).toBe(true);
  });

  it("容缺受理而缺材料的，同样视为受理，并开补齐任务", async () => {
    const late = await unanswered(await submittedBy("conditionalAcceptance", ["TL_TITLE"]));
    await run();
    expect(await stateOf(late.applicationId)).toBe("accepted");
    expect(await db().followUp.findFirstOrThrow({ where: { caseId: late.applicationId, kind: "deferral" } })).toMatchObject({ state: "open", dueOn: addWorkingDays(on, 10, builtInCalendar) });
    expect(await db().issuedDocument.count({ where: { caseId: late.applicationId, kind: "conditionalAcceptance" } })).toBe(1);
  });

  it("分立、合并的另一方还没有同意的不视为受理；同意之后才是", async () => {
    const late = await unanswered(await submittedCase());
    const party = await enterprise(["owner"]);
    const asked = await db().partyConfirmation.create({ data: { caseId: late.applicationId, enterpriseId: party.enterpriseId, state: "pending" } });
    expect(await run()).toEqual({ accepted: 0, failed: 0 });
    await db().partyConfirmation.update({ where: { id: asked.id }, data: { state: "confirmed" } });
    expect(await run()).toEqual({ accepted: 1, failed: 0 });
  });

  it("几个进程同时做、重做，每件恰好一次；正被人锁着的跳过，出错的不耽误别的", async () => {
    const cases = [];
    for (let n = 0; n < 4; n += 1) cases.push(await unanswered(await submittedCase()));
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(4);
    expect(await run()).toEqual({ accepted: 0, failed: 0 });
    for (const { applicationId } of cases) expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "acceptTacitly" } })).toBe(1);
    const [busy, broken, fine] = [await unanswered(await submittedCase()), await unanswered(await submittedCase()), await unanswered(await submittedCase())];
    await db().$executeRawUnsafe(`CREATE FUNCTION break_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
    await db().$executeRawUnsafe(`CREATE TRIGGER break_message BEFORE INSERT ON "Message" FOR EACH ROW WHEN (NEW."caseId" = '${broken.applicationId}') EXECUTE FUNCTION break_message()`);
    await transaction(async (tx) => {
      await findUploadTarget(tx, busy.applicationId, true);
      expect(await run()).toEqual({ accepted: 1, failed: 1 });
    });
    expect([await stateOf(busy.applicationId), await stateOf(broken.applicationId), await stateOf(fine.applicationId)]).toEqual(["submitted", "submitted", "accepted"]);
    await db().$executeRawUnsafe(`DROP TRIGGER break_message ON "Message"`);
  });

  it("退回补正的、草稿不在其内；账号不能直接做", async () => {
    const { applicant, applicationId } = await unanswered(await submittedCase());
    await db().case.update({ where: { id: applicationId }, data: { state: "correction", stageDueOn: addDays(on, -9) } });
    await run();
    expect(await stateOf(applicationId)).toBe("correction");
    await expect(acceptUnanswered(applicant)).rejects.toMatchObject({ code: "forbidden" });
    await expect(acceptUnanswered(await staff(["intake", "administrator"]))).rejects.toMatchObject({ code: "forbidden" });
  });
});
