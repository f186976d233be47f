import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { db } = await import("@/lib/data/client");
const { act, team, staff } = await import("../review/cases");
const { actAndFollow, submittedBy, taskOf } = await import("./fixtures");
const { recordVerification } = await import("@/lib/services/follow-ups/record-verification");
const { reportRectification } = await import("@/lib/services/follow-ups/report-rectification");
const { getFollowUp } = await import("@/lib/services/follow-ups/get-follow-up");
const { findPublicLicence } = await import("@/lib/services/licences/find-public-licence");
const { listProcedures } = await import("@/lib/services/credit/list-procedures");
const { listTodos } = await import("@/lib/services/communication/messages");
const { today } = await import("@/lib/services/platform/clock");

const doers = await team();

/** 按承诺准予了的一件，与它的核查任务。 */
async function granted(procedure: "commitment" | "freeTradeZone" = "commitment") {
  const found = await submittedBy(procedure, ["TL_TITLE", "WORKER_SS", "ASSETS"]);
  await act(doers.intake, found.applicationId, "accept");
  await act(doers.examiner, found.applicationId, "startReview");
  await act(doers.examiner, found.applicationId, "passReview");
  await actAndFollow(doers.signer, found.applicationId, "grant");
  const licence = await db().licence.findFirstOrThrow({ where: { enterpriseId: found.applicant.enterpriseId } });
  return { ...found, licence, task: await taskOf(found.applicationId, "verification") };
}

const conclude = async (followUpId: string, verdict: "truthful" | "rectify" | "revoke" | "rectified", more: { note?: string; article?: string } = {}) =>
  recordVerification(doers.examiner, { followUpId, revision: (await db().followUp.findUniqueOrThrow({ where: { id: followUpId } })).revision, verdict, ...more });
const verdictOf = async (number: string) => (await findPublicLicence(number)).state;
const said = { note: "两名技术人员未参保", article: "《行政许可法》第六十九条第二款" };

describe("承诺核查", () => {
  it("L-4.1.8-06 L-4.1.9-06 决定十三：承诺制、自贸区少交证明材料也能提交，审查后直接签发，六个月内核查", async () => {
    for (const procedure of ["commitment", "freeTradeZone"] as const) {
      const { task, licence } = await granted(procedure);
      expect(task).toMatchObject({ state: "open", dueOn: addMonths(await today(), 6), licenceId: licence.id });
      await conclude(task.id, "truthful");
      expect(await db().followUp.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({ state: "met", result: "属实" });
      expect(await verdictOf(licence.number)).toBe("valid");
      await expect(conclude(task.id, "revoke", said)).rejects.toMatchObject({ code: "conflict" });
    }
  });

  it("L-6-07 决定十三：核查的人看得到以承诺书代替了哪些材料与承诺书本身；复核整改、企业都没有", async () => {
    const { task, applicationId, applicant } = await granted();
    const { promise } = await getFollowUp(doers.examiner, task.id);
    expect(promise?.materials.map(({ section, names }) => [section, names.length > 0])).toEqual([["basic-information", true], ["technical-lead", true], ["skilled-workers", true]]);
    expect(promise?.materials[0]?.names).toEqual(["审计报告或净资产证明"]);
    expect(promise?.letters).toEqual([{ id: expect.any(String), name: expect.stringContaining("PROMISE") }]);
    await conclude(task.id, "rectify", said);
    const order = await taskOf(applicationId, "rectification");
    expect([await getFollowUp(doers.examiner, order.id), await getFollowUp(applicant, order.id)].map((view) => view.promise)).toEqual([undefined, undefined]);
  });

  it("不属实：限期三十日整改，许可证显示整改中，一年内不适用承诺制；企业报告，复核完成即恢复", async () => {
    const { applicant, applicationId, task, licence } = await granted();
    await expect(conclude(task.id, "rectify")).rejects.toMatchObject({ code: "invalid", fields: { note: "请写明核查的情况" } });
    await expect(conclude(task.id, "rectify", { note: "缺" })).rejects.toMatchObject({ code: "invalid", fields: { note: "情况至少 2 个字" } });
    await conclude(task.id, "rectify", said);
    const now = await today();
    const order = await taskOf(applicationId, "rectification");
    expect(order).toMatchObject({ state: "open", dueOn: addDays(now, 30), licenceId: licence.id });
    expect(await verdictOf(licence.number)).toBe("rectification");
    expect(await db().restriction.findFirstOrThrow({ where: { caseId: applicationId } })).toMatchObject({ kind: "commitment", untilOn: addMonths(now, 12) });
    expect((await listTodos(applicant)).find(({ kind }) => kind === "rectification")).toMatchObject({ href: `/follow-ups/${order.id}`, dueOn: order.dueOn });
    expect((await listProcedures(applicant, { business: "new-licence" })).groups.map(({ procedure }) => procedure)).toEqual(["conditionalAcceptance"]);
    await expect(conclude(order.id, "truthful")).rejects.toMatchObject({ code: "invalid" });
    await reportRectification(applicant, { followUpId: order.id, revision: 1, report: "已补缴社会保险" });
    expect(await getFollowUp(doers.examiner, order.id)).toMatchObject({ state: "supplied", report: "已补缴社会保险" });
    await conclude(order.id, "rectified", { note: "已核实" });
    expect(await verdictOf(licence.number)).toBe("valid");
    await expect(getFollowUp(applicant, task.id), "核查任务不给企业看").rejects.toMatchObject({ code: "notFound" });
  });

  it("核查只由审查岗办；同一时间两人记结论，只有一个成", async () => {
    const { task } = await granted();
    await expect(recordVerification(doers.intake, { followUpId: task.id, revision: 1, verdict: "truthful" })).rejects.toMatchObject({ code: "forbidden" });
    const other = await staff(["examiner"], "另一位");
    const outcomes = await Promise.allSettled([doers.examiner, other].map((doer) => recordVerification(doer, { followUpId: task.id, revision: 1, verdict: "truthful" })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
