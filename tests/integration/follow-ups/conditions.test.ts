import { describe, expect, it } from "vitest";
import { addDays, formatChineseDate } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { db, transaction } = await import("@/lib/data/client");
const { advance, staff, submittedCase, team } = await import("../review/cases");
const { taskOf } = await import("./fixtures");
const { openConditions } = await import("@/lib/services/follow-ups/keep-conditions");
const { recordConditions } = await import("@/lib/services/follow-ups/record-conditions");
const { recordVerification } = await import("@/lib/services/follow-ups/record-verification");
const { decideRevocation } = await import("@/lib/services/follow-ups/decide-revocation");
const { getFollowUp } = await import("@/lib/services/follow-ups/get-follow-up");
const { reportRectification } = await import("@/lib/services/follow-ups/report-rectification");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { findConditions } = await import("@/lib/services/licences/find-conditions");
const { unmetConditions } = await import("@/lib/services/licences/unmet-conditions");
const { listMessages, listTodos } = await import("@/lib/services/communication/messages");
const { today } = await import("@/lib/services/platform/clock");
const { deliverHearing } = await import("./hearing");

const doers = await team();
const now = await today();

/** 一家持证企业：一名电工离册，不够五级了，限期补足的任务开着，期限还有几天（负数为已过）。 */
async function lacking(days: number) {
  const { applicant, applicationId } = await submittedCase();
  await advance(applicationId, doers, "granted");
  const { enterpriseId } = applicant;
  const workers = await db().engagement.findMany({ where: { enterpriseId, kind: "skilledWorker", toOn: null }, orderBy: { idNumber: "asc" } });
  const gone = workers.slice(4);
  await db().engagement.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { toOn: now } });
  const found = await transaction((tx) => unmetConditions(tx, enterpriseId, now));
  if (!found) throw new Error("no licence");
  await transaction((tx) => openConditions(tx, { caseId: applicationId, enterpriseId, officeCode: "NEEB", on: now, unmet: found.unmet, licenceId: found.licenceId }));
  const task = await taskOf(applicationId, "conditions");
  await db().followUp.update({ where: { id: task.id }, data: { dueOn: addDays(now, days) } });
  const licence = await db().licence.findFirstOrThrow({ where: { enterpriseId } });
  const back = () => db().engagement.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { toOn: null } });
  return { applicant, applicationId, task, licence, back };
}

const conclude = (followUpId: string, verdict: "kept" | "lost", note = "", by = doers.examiner) => recordConditions(by, { followUpId, revision: 1, verdict, note });
const verdictOf = async (number: string) => (await findPublicLicence(number)).state;

describe("限期补足的核对（决定九）", () => {
  it("决定九 仍不符合的不能记作符合，企业首页看得见差在哪里；补足了的记作符合，任务与待办了结", async () => {
    const { applicant, task, back } = await lacking(5);
    await expect(conclude(task.id, "kept")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("技能人员") });
    const skilled = async () => (await findConditions(applicant))?.rows.find(({ label }) => label.includes("技能人员"));
    expect(await skilled()).toMatchObject({ met: false, present: "4 人" });
    await back();
    expect(await skilled()).toMatchObject({ met: true });
    await conclude(task.id, "kept", "已补足");
    expect(await db().followUp.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({ state: "met", result: "已补足", closedById: doers.examiner.accountId });
    expect((await listTodos(applicant)).filter(({ kind }) => kind === "rectification")).toEqual([]);
    expect(await db().auditEntry.count({ where: { action: "followUp.conditionsKept", subjectId: task.id } })).toBe(1);
    await expect(conclude(task.id, "kept")).rejects.toMatchObject({ code: "conflict" });
  });

  it("决定九 L-6-04 限期补足出具通知书：写明差什么、到哪一天，随那条消息送出；同样几项的不再出", async () => {
    const { applicant, applicationId, task } = await lacking(5);
    const [paper, ...others] = await db().issuedDocument.findMany({ where: { caseId: applicationId, kind: "conditions" } });
    expect(others).toEqual([]);
    expect(paper).toMatchObject({ followUpId: task.id, enterpriseId: applicant.enterpriseId, number: expect.stringMatching(/〕足\d+号$/), issuedByName: "系统" });
    for (const part of ["技能人员", formatChineseDate(addDays(now, 30)), "责令限期整改", "行政复议"]) expect(JSON.stringify(paper?.content)).toContain(part);
    expect((await listMessages(applicant)).rows.find(({ title }) => title.includes("不再符合许可条件"))).toMatchObject({ document: { number: paper?.number } });
    const found = await transaction((tx) => unmetConditions(tx, applicant.enterpriseId, now));
    await transaction((tx) => openConditions(tx, { caseId: applicationId, enterpriseId: applicant.enterpriseId, officeCode: "NEEB", on: now, unmet: found?.unmet ?? [], licenceId: found?.licenceId ?? null }));
    expect(await db().issuedDocument.count({ where: { caseId: applicationId, kind: "conditions" } })).toBe(1);
  });

  it("决定九 期限未到不能记为仍不符合；届满后责令限期整改，许可证整改中，企业有新的待办，并不限制告知承诺", async () => {
    const early = await lacking(0);
    await expect(conclude(early.task.id, "lost", "仍缺一名")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("届满之后") });
    const { applicant, applicationId, task, licence } = await lacking(-1);
    expect(await getFollowUp(doers.examiner, task.id)).toMatchObject({ overdue: true });
    await expect(conclude(task.id, "lost")).rejects.toMatchObject({ code: "invalid", fields: { note: "请写明核对的情况" } });
    await expect(conclude(task.id, "lost", "缺")).rejects.toMatchObject({ code: "invalid", fields: { note: "情况至少 2 个字" } });
    await conclude(task.id, "lost", "电工仍缺一名");
    const order = await taskOf(applicationId, "rectification");
    expect(order).toMatchObject({ state: "open", dueOn: addDays(now, 30), licenceId: licence.id, detail: { origin: "conditions", note: expect.stringContaining("电工仍缺一名") } });
    expect(await verdictOf(licence.number)).toBe("rectification");
    expect((await listTodos(applicant)).filter(({ kind }) => kind === "rectification")).toMatchObject([{ href: `/follow-ups/${order.id}`, dueOn: order.dueOn }]);
    expect(await db().restriction.count({ where: { enterpriseId: applicant.enterpriseId } })).toBe(0);
    const message = await db().message.findFirstOrThrow({ where: { caseId: applicationId }, orderBy: { createdAt: "desc" } });
    expect(message).toMatchObject({ title: "逾期仍不符合许可条件，请限期整改" });
  });

  it("决定十三 整改完成恢复有效；仍不符合的提出撤销、另一人确认，不因此限制告知承诺", async () => {
    const mended = await lacking(-1);
    await conclude(mended.task.id, "lost", "仍缺");
    const first = await taskOf(mended.applicationId, "rectification");
    await reportRectification(mended.applicant, { followUpId: first.id, revision: 1, report: "已补足" });
    await recordVerification(doers.examiner, { followUpId: first.id, revision: 2, verdict: "rectified", note: "已核实" });
    expect(await verdictOf(mended.licence.number)).toBe("valid");
    const { applicant, applicationId, task, licence } = await lacking(-1);
    await conclude(task.id, "lost", "仍缺");
    const order = await taskOf(applicationId, "rectification");
    await recordVerification(doers.examiner, { followUpId: order.id, revision: 1, verdict: "revoke", note: "整改后仍不符合", article: "《承装（修、试）电力设施许可证管理办法》" });
    await deliverHearing(order.id, await today());
    await decideRevocation(doers.signer, { followUpId: order.id, revision: 2, action: "confirm", note: "企业已书面放弃听证" });
    expect(await verdictOf(licence.number)).toBe("revoked");
    expect(await db().restriction.count({ where: { enterpriseId: applicant.enterpriseId } })).toBe(0);
  });

  it("决定十三 只由审查岗记；已经符合的不能记为仍不符合；同一时间两人记，只有一个成", async () => {
    const { task, back } = await lacking(-1);
    await expect(conclude(task.id, "lost", "仍缺", doers.intake)).rejects.toMatchObject({ code: "forbidden" });
    await expect(conclude(task.id, "lost", "仍缺", await staff(["examiner"], "外", "NCEB"))).rejects.toMatchObject({ code: "notFound" });
    const other = await staff(["examiner"], "另一位");
    const outcomes = await Promise.allSettled([doers.examiner, other].map((by) => conclude(task.id, "lost", "仍缺", by)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = await lacking(-1);
    await again.back();
    await expect(conclude(again.task.id, "lost", "仍缺")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("已经符合") });
    await back();
  });
});
