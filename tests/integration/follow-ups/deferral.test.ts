import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "@/lib/workflow/iso-date";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { freshDatabase } from "../database";

await freshDatabase();
const { db, transaction } = await import("@/lib/data/client");
const { team, stateOf } = await import("../review/cases");
const { actAndFollow, attach, submittedBy, taskOf } = await import("./fixtures");
const { findFollowUpObstacles, followUpObstaclesIn } = await import("@/lib/services/follow-ups/case-follow-ups");
const { getFollowUp } = await import("@/lib/services/follow-ups/get-follow-up");
const { listFollowUps } = await import("@/lib/services/follow-ups/list-follow-ups");
const { recordDeferral } = await import("@/lib/services/follow-ups/record-deferral");
const { supplyDeferral } = await import("@/lib/services/follow-ups/supply-deferral");
const { requireEditablePlace } = await import("@/lib/services/attachments/upload-target");
const { removeAttachment } = await import("@/lib/services/attachments/remove-attachment");
const { openAttachment } = await import("@/lib/services/attachments/open-attachment");
const { listTodos } = await import("@/lib/services/communication/messages");
const { listProcedures } = await import("@/lib/services/credit/list-procedures");
const { refuseOverdueDeferrals } = await import("@/lib/services/jobs/refuse-overdue-deferrals");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { today } = await import("@/lib/services/platform/clock");
const { getApplication } = await import("@/lib/services/applications/get-application");
const { getCase } = await import("@/lib/services/review/get-case");

const doers = await team();

/** 一件容缺受理了的申请：缺技术负责人的职称证书。 */
async function deferred() {
  const found = await submittedBy("conditionalAcceptance", ["TL_TITLE"]);
  await actAndFollow(doers.intake, found.applicationId, "acceptConditionally");
  return { ...found, task: await taskOf(found.applicationId, "deferral") };
}

type Deferred = Awaited<ReturnType<typeof deferred>>;
const place = { section: "technical-lead", slot: "TL_TITLE" };
const supply = async ({ applicant, applicationId, task }: Deferred) => {
  await attach(applicant, applicationId, place);
  const { revision } = await taskOf(applicationId, "deferral");
  return supplyDeferral(applicant, { followUpId: task.id, revision });
};
const record = async ({ applicationId, task }: Deferred, verdict: "met" | "incomplete", note = "") =>
  recordDeferral(doers.intake, { followUpId: task.id, revision: (await taskOf(applicationId, "deferral")).revision, verdict, note });
const obstacles = async ({ applicationId }: Deferred) =>
  findFollowUpObstacles(await db().case.findUniqueOrThrow({ where: { id: applicationId }, include: { application: true } }));
const dueIn = ({ task }: Deferred, days: number) => today().then((now) => db().followUp.update({ where: { id: task.id }, data: { dueOn: addDays(now, days) } }));

describe("容缺受理", () => {
  it("L-4.1.7-11 决定十二：容缺受理列明缺的材料与十个工作日的期限，企业得到待办", async () => {
    const one = await deferred();
    expect(one.task).toMatchObject({ state: "open", dueOn: addWorkingDays(await today(), 10), detail: { missing: [{ ...place, label: "技术负责人：职称证书" }], files: [] } });
    expect((await listTodos(one.applicant)).find(({ kind }) => kind === "deferredMaterial")).toMatchObject({ href: `/follow-ups/${one.task.id}`, dueOn: one.task.dueOn });
    expect(await getFollowUp(one.applicant, one.task.id)).toMatchObject({ kindWord: "容缺补齐", materials: [{ slot: "TL_TITLE", files: [] }] });
    expect(Object.keys(await obstacles(one))).toContain("grant");
  });

  it("决定十二：缺材料的只能容缺受理，材料齐全的直接受理", async () => {
    const [lacking, whole] = [await submittedBy("conditionalAcceptance", ["TL_TITLE"]), await submittedBy("conditionalAcceptance")];
    const seen = async (id: string, inside: boolean) => {
      const found = await db().case.findUniqueOrThrow({ where: { id }, include: { application: true } });
      return inside ? transaction((tx) => followUpObstaclesIn(tx, found)) : findFollowUpObstacles(found);
    };
    for (const inside of [true, false]) {
      expect(await seen(lacking.applicationId, inside)).toEqual({ accept: "还缺 1 份容缺材料，请办理容缺受理" });
      expect(await seen(whole.applicationId, inside)).toEqual({ acceptConditionally: "材料齐全，请直接受理" });
    }
  });

  it("L-4.1.7-11 受理之前企业与受理岗都看得到缺哪些，受理之后不再列", async () => {
    const { applicant, applicationId } = await submittedBy("conditionalAcceptance", ["TL_TITLE"]);
    const seen = async () => [(await getApplication(applicant, applicationId)).deferred, (await getCase(doers.intake, applicationId)).deferred];
    expect(await seen()).toEqual([["技术负责人：职称证书"], ["技术负责人：职称证书"]]);
    await actAndFollow(doers.intake, applicationId, "acceptConditionally");
    expect(await seen()).toEqual([undefined, undefined]);
  });

  it("受理之后只有缺的那几份可以补，别处、别家、提交之后都不能动", async () => {
    const one = await deferred();
    const at = (where: { section: string; slot: string }) => transaction((tx) => requireEditablePlace(tx, one.applicant, { applicationId: one.applicationId, ...where }, true));
    expect((await at(place)).key).toBe("TL_TITLE");
    await expect(at({ section: "technical-lead", slot: "TL_ID" })).rejects.toMatchObject({ code: "conflict" });
    const file = await attach(one.applicant, one.applicationId, place);
    await removeAttachment(one.applicant, { attachmentId: file });
    await expect(supplyDeferral(one.applicant, { followUpId: one.task.id, revision: 1 })).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("职称证书") });
    await supply(one);
    await expect(at(place)).rejects.toMatchObject({ code: "conflict" });
    await dueIn(one, -1);
    await db().followUp.update({ where: { id: one.task.id }, data: { state: "open" } });
    await expect(at(place)).rejects.toMatchObject({ code: "conflict" });
    await db().followUp.update({ where: { id: one.task.id }, data: { state: "cancelled" } });
  });

  it("L-6-07 按时补交、核对为补齐：待办办完，阻碍消失，受理岗看得到补交的文件", async () => {
    const one = await deferred();
    expect(await supply(one)).toEqual({ files: 1 });
    expect((await listTodos(one.applicant)).filter(({ kind }) => kind === "deferredMaterial")).toEqual([]);
    const view = await getFollowUp(doers.intake, one.task.id);
    const [file] = view.materials[0]?.files ?? [];
    const opened = await openAttachment(doers.intake, file?.id ?? "").catch((error: { message: string }) => error.message);
    expect(opened, "文件不在存储里，但身份与可见性已放行").toBe("附件的文件不在了，请联系系统管理员");
    expect((await obstacles(one)).passReview).toContain("请先在“后续任务”里核对");
    expect(await record(one, "met")).toEqual({ refused: false });
    expect(await obstacles(one)).toEqual({});
    expect(await taskOf(one.applicationId, "deferral")).toMatchObject({ state: "met", closedById: doers.intake.accountId });
    await expect(record(one, "met")).rejects.toMatchObject({ code: "conflict" });
  });

  it("L-6-07 不齐而期限未到：退回再补，说明差什么；没有写明的不收", async () => {
    const one = await deferred();
    await supply(one);
    await expect(record(one, "incomplete")).rejects.toMatchObject({ code: "invalid", fields: { note: "请写明还差什么" } });
    await expect(record(one, "incomplete", "缺")).rejects.toMatchObject({ code: "invalid", fields: { note: "说明至少 2 个字" } });
    expect(await record(one, "incomplete", "证书看不清")).toEqual({ refused: false });
    expect(await getFollowUp(one.applicant, one.task.id)).toMatchObject({ state: "open", note: "证书看不清" });
    expect((await listTodos(one.applicant)).find(({ kind }) => kind === "deferredMaterial")?.detail).toContain("证书看不清");
    const { revision } = await taskOf(one.applicationId, "deferral");
    await expect(supplyDeferral(one.applicant, { followUpId: one.task.id, revision }), "原样不能再交").rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("与上次提交的一样") });
    await expect(supply(one)).resolves.toMatchObject({ files: 2 });
  });

  it("L-4.1.7-12 决定十二：逾期的由系统不予许可，电工释放，二十四个月内没有容缺申请；当天到期的、已补交的不动", async () => {
    const [late, dueToday, supplied] = [await deferred(), await deferred(), await deferred()];
    await dueIn(late, -1);
    await dueIn(dueToday, 0);
    await supply(supplied);
    await dueIn(supplied, -5);
    const seen = (await listFollowUps(doers.examiner, { cut: "overdue", kind: "deferral" })).rows.map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining([late.task.id, supplied.task.id]));
    expect(seen).not.toContain(dueToday.task.id);
    expect(await refuseOverdueDeferrals(systemActor)).toEqual({ refused: 1, failed: 0 });
    expect(await Promise.all([late, dueToday, supplied].map(({ applicationId }) => stateOf(applicationId)))).toEqual(["refused", "accepted", "accepted"]);
    expect(await db().electricianClaim.count({ where: { caseId: late.applicationId } })).toBe(0);
    const deadline = addDays(await today(), -1);
    expect(await db().restriction.findFirstOrThrow({ where: { enterpriseId: late.applicant.enterpriseId } })).toMatchObject({ kind: "deferral", fromOn: deadline, untilOn: addMonths(deadline, 24) });
    expect((await listProcedures(late.applicant, { business: "new-licence" })).groups).toEqual([]);
    const event = await db().caseEvent.findFirstOrThrow({ where: { caseId: late.applicationId, action: "refuseDeferral" } });
    expect(event).toMatchObject({ actorName: "系统", toState: "refused", note: expect.stringContaining("逾期未补齐容缺材料") });
    expect((await db().message.findMany({ where: { caseId: late.applicationId } })).map(({ title }) => title)).toContain("许可证新申请不予许可");
    expect(await refuseOverdueDeferrals(systemActor)).toEqual({ refused: 0, failed: 0 });
    expect(await record(supplied, "incomplete", "缺一份")).toEqual({ refused: true });
    expect(await stateOf(supplied.applicationId)).toBe("refused");
  });

  it("几个进程同时查，每件只办一次；案件已有别的结局的，任务取消", async () => {
    const [one, ended] = [await deferred(), await deferred()];
    await dueIn(one, -2);
    await dueIn(ended, -2);
    await db().case.update({ where: { id: ended.applicationId }, data: { state: "terminated", openKey: null } });
    const outcomes = await Promise.all([1, 2, 3].map(() => refuseOverdueDeferrals(systemActor)));
    expect(outcomes.reduce((sum, { refused }) => sum + refused, 0)).toBe(1);
    expect(outcomes.every(({ failed }) => failed === 0)).toBe(true);
    expect(await db().restriction.count({ where: { caseId: one.applicationId } })).toBe(1);
    await refuseOverdueDeferrals(systemActor);
    expect(await taskOf(ended.applicationId, "deferral")).toMatchObject({ state: "cancelled" });
    expect(await db().restriction.count({ where: { caseId: ended.applicationId } })).toBe(0);
  });
});
