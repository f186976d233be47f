import { describe, expect, it } from "vitest";
import { limits } from "@/lib/licensing/rule-sets/limits";
import { addWorkingDays, builtInCalendar } from "@/lib/workflow/calendar";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, advance, staff, submittedCase, team } = await import("./cases");
const { db } = await import("@/lib/data/client");
const { getHistory } = await import("@/lib/services/applications/get-history");
const { listMessages } = await import("@/lib/services/communication/messages");
const { getCase } = await import("@/lib/services/review/get-case");
const { listPendingExtensions } = await import("@/lib/services/review/list-extensions");
const { getCaseTasks } = await import("@/lib/services/site-visits/get-site-visits");

const dates = (applicationId: string) =>
  db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { state: true, stageDueOn: true, promisedDueOn: true, statutoryDueOn: true, holderId: true, extension: true } });

const offered = async (actor: Parameters<typeof getCase>[0], applicationId: string) => (await getCase(actor, applicationId)).actions.map(({ action }) => action);
const reason = { reason: "需要核对外省业绩" };

describe("延长期限（行政许可法第四十二条）", () => {
  it("L-6-04 L-6-11 审查岗申请、签发岗批准：两个期限各延 10 个工作日，状态与承办人不变，企业收到通知与文书", async () => {
    const doers = await team();
    const { applicant, applicationId } = await submittedCase();
    await advance(applicationId, doers, "underReview");
    const before = await dates(applicationId);
    await act(doers.examiner, applicationId, "requestExtension", reason);
    expect(await dates(applicationId)).toEqual({ ...before, extension: "requested" });
    expect((await listPendingExtensions(doers.signer)).map(({ id, requestedBy, reason: why }) => [id, requestedBy, why])).toContainEqual([applicationId, doers.examiner.name, reason.reason]);
    expect((await getCaseTasks(doers.examiner, applicationId)).extension).toMatchObject({ state: "requested", reason: reason.reason });

    await act(doers.signer, applicationId, "approveExtension");
    const later = (date: string | null) => addWorkingDays(date ?? "", limits.statutoryExtension.value, builtInCalendar);
    expect(await dates(applicationId)).toEqual({
      ...before, extension: "approved", stageDueOn: later(before.promisedDueOn), promisedDueOn: later(before.promisedDueOn), statutoryDueOn: later(before.statutoryDueOn),
    });
    expect(limits.statutoryExtension.value).toBe(10);
    const [message] = (await listMessages(applicant)).rows;
    expect(message?.body).toContain(reason.reason);
    const document = await db().issuedDocument.findFirstOrThrow({ where: { caseId: applicationId, kind: "extension" } });
    expect(JSON.stringify(document.content)).toContain(reason.reason);
    expect(await listPendingExtensions(doers.signer)).toEqual([]);
    const steps = (await getHistory(applicant, applicationId)).steps.map(({ action }) => action);
    expect(steps).toContain("approveExtension");
    expect(steps).not.toContain("requestExtension");
    // 审计里也说得出为什么、延到哪天，不是空的一条
    const audits = await db().auditEntry.findMany({ where: { subjectId: applicationId, action: { in: ["case.requestExtension", "case.approveExtension"] } }, orderBy: { at: "asc" }, select: { detail: true } });
    expect(audits.map(({ detail }) => detail)).toMatchObject([{ reason: reason.reason }, { reason: reason.reason, dueOn: later(before.statutoryDueOn) }]);
  });

  it("L-6-04 至多延长一次：批准之后谁都不能再申请；没有批准的可以重新申请", async () => {
    const doers = await team();
    const { applicationId } = await submittedCase();
    await advance(applicationId, doers, "underReview");
    const before = await dates(applicationId);
    await act(doers.examiner, applicationId, "requestExtension", reason);
    expect(await offered(doers.examiner, applicationId)).not.toContain("requestExtension");
    await expect(act(doers.examiner, applicationId, "requestExtension", reason)).rejects.toMatchObject({ code: "conflict" });
    await act(doers.signer, applicationId, "declineExtension", { reason: "材料齐全，可以按期办结" });
    expect(await dates(applicationId)).toEqual({ ...before, extension: "declined" });
    await act(doers.examiner, applicationId, "requestExtension", reason);
    await act(doers.signer, applicationId, "approveExtension");
    expect(await offered(doers.examiner, applicationId)).not.toContain("requestExtension");
    await expect(act(doers.examiner, applicationId, "requestExtension", reason)).rejects.toMatchObject({ code: "conflict" });
    expect(await offered(doers.signer, applicationId)).toEqual([]);
  });

  it("L-6-04 须有理由；申请的人不能自己批准，哪怕也有签发岗；别的岗位批不了", async () => {
    const doers = await team();
    const both = await staff(["examiner", "signer"], "兼岗");
    const { applicationId } = await submittedCase();
    await advance(applicationId, doers, "accepted");
    await expect(act(both, applicationId, "requestExtension", { reason: " " })).rejects.toMatchObject({ code: "invalid", fields: { reason: "请写明理由" } });
    await expect(act(both, applicationId, "requestExtension", { reason: "忙" }), "会告诉企业，一个字说不清").rejects.toMatchObject({ code: "invalid", fields: { reason: "理由至少 2 个字" } });
    await act(both, applicationId, "requestExtension", reason);
    await expect(act(both, applicationId, "approveExtension")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("职责分离") });
    await expect(act(doers.secondReviewer, applicationId, "approveExtension")).rejects.toMatchObject({ code: "forbidden" });
    await expect(act(await staff(["signer"], "外机构", "NCEB"), applicationId, "approveExtension")).rejects.toMatchObject({ code: "notFound" });
    // 旁办：案件由审查岗承办，签发岗照样能批
    expect((await dates(applicationId)).holderId).toBe(both.accountId);
    await act(doers.signer, applicationId, "approveExtension");
    expect((await dates(applicationId)).holderId).toBe(both.accountId);
  });

  it("L-6-04 待批清单只列本机构在办的", async () => {
    const doers = await team();
    const { applicationId } = await submittedCase();
    await advance(applicationId, doers, "underReview");
    await act(doers.examiner, applicationId, "requestExtension", reason);
    expect(await listPendingExtensions(await staff(["signer"], "外机构", "NCEB"))).toEqual([]);
    await expect(listPendingExtensions(doers.examiner)).rejects.toMatchObject({ code: "forbidden" });
  });
});
