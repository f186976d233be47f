import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitItems } from "@/lib/terms/site-visits";
import { addWorkingDays, workingDaysBetween } from "@/lib/workflow/calendar";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

await freshDatabase();
const { act, advance, staff, submittedCase, team } = await import("./cases");
const { db, pool } = await import("@/lib/data/client");
const { objectStorage } = await import("@/lib/integrations/storage");
const { listMessages } = await import("@/lib/services/communication/messages");
const { getCase } = await import("@/lib/services/review/get-case");
const { cancelSiteVisit } = await import("@/lib/services/site-visits/cancel-site-visit");
const { openDesk } = await import("@/lib/services/review/open-desk");
const { getSiteVisits, listOwnVisits } = await import("@/lib/services/site-visits/get-site-visits");
const { orderSiteVisit } = await import("@/lib/services/site-visits/order-site-visit");
const { completePhoto, openPhoto, registerPhotos, removePhoto } = await import("@/lib/services/site-visits/photos");
const { printSiteVisit } = await import("@/lib/services/site-visits/print-record");
const { recordSiteVisit, SiteVisitRecordInput } = await import("@/lib/services/site-visits/record-site-visit");
const { signSiteVisit } = await import("@/lib/services/site-visits/sign-site-visit");

const today = shanghaiDate(new Date());
const passed = codesOf(siteVisitItems).map((item) => ({ item, result: "passed" as const, note: "" }));
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

async function reviewed() {
  const doers = await team();
  const { applicant, applicationId } = await submittedCase();
  await advance(applicationId, doers, "underReview");
  return { ...doers, applicant, applicationId };
}

const order = (who: StaffActor, applicationId: string, officials: readonly StaffActor[], more: Partial<Parameters<typeof orderSiteVisit>[1]> = {}) =>
  orderSiteVisit(who, { applicationId, plannedOn: today, place: "沈阳市铁西区一号", officialIds: officials.map(({ accountId }) => accountId), pausesClock: false, reason: "核对机具", idempotencyKey: randomUUID(), ...more });

const revisionOf = async (visitId: string): Promise<number> => (await db().siteVisit.findUniqueOrThrow({ where: { id: visitId } })).revision;
const basedOn = async (visitId: string): Promise<string> => (await db().siteVisit.findUniqueOrThrow({ where: { id: visitId } })).recordedAt?.toISOString() ?? "";
const record = async (who: StaffActor, visitId: string, more: Partial<Parameters<typeof recordSiteVisit>[1]> = {}) =>
  recordSiteVisit(who, { visitId, basedOn: await basedOn(visitId), visitedOn: today, findings: passed, attendee: "王经理", summary: "", ...more });
const sign = async (who: StaffActor, visitId: string) => signSiteVisit(who, { visitId, revision: await revisionOf(visitId) });

async function upload(who: StaffActor, visitId: string, bytes: Buffer, name = "现场.png") {
  const { metadata, files: [file] } = await registerPhotos(who, { visitId }, [{ name, size: bytes.length }]);
  const stored = await objectStorage().put(Readable.from([bytes]), { key: file?.storageKey ?? "", maxBytes: 1_000_000 });
  return { stored, outcome: await completePhoto(metadata, { storageKey: stored.key, name, size: stored.size, sha256: stored.sha256 }) };
}

describe("现场核查", () => {
  it("同一张照片的回调来两次：同一个结局，登记一张，文件不动", async () => {
    const { applicationId, examiner, intake } = await reviewed();
    const { visitId } = await order(examiner, applicationId, [examiner, intake]);
    const { metadata, files: [file] } = await registerPhotos(examiner, { visitId }, [{ name: "现场.png", size: png.length }]);
    const stored = await objectStorage().put(Readable.from([png]), { key: file?.storageKey ?? "", maxBytes: 1_000_000 });
    const arrived = { storageKey: stored.key, name: "现场.png", size: stored.size, sha256: stored.sha256 };
    const outcomes = await Promise.all([completePhoto(metadata, arrived), completePhoto(metadata, arrived)]);
    expect(outcomes[0]).toMatchObject({ ok: true });
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(await db().siteVisitPhoto.count({ where: { storageKey: stored.key } })).toBe(1);
    expect((await objectStorage().get(stored.key)).readable).toBe(true);
  });

  it("L-6-04 L-6-11 安排、记录、两人各自签字：企业收到通知书，结束之前不能提出审查意见", async () => {
    const { applicant, applicationId, examiner, intake } = await reviewed();
    const { visitId } = await order(examiner, applicationId, [examiner, intake]);
    const document = await db().issuedDocument.findFirstOrThrow({ where: { caseId: applicationId, kind: "siteVisit" } });
    for (const words of ["沈阳市铁西区一号", examiner.name, intake.name, "核对机具"]) expect(JSON.stringify(document.content)).toContain(words);
    expect((await listMessages(applicant)).rows[0]?.title).toContain("现场核查");
    await expect(act(examiner, applicationId, "passReview")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("现场核查") });
    expect((await getCase(examiner, applicationId)).actions.find(({ action }) => action === "passReview")?.blockedBy).toContain("现场核查");
    expect((await listOwnVisits(intake)).map(({ id }) => id)).toEqual([visitId]);
    expect((await openDesk(intake, { stage: "intake" })).visiting).toBe(true);

    await record(intake, visitId, { findings: passed.map((finding) => (finding.item === "people" ? { ...finding, result: "toRectify", note: "一人不在岗" } : finding)) });
    expect(await sign(intake, visitId)).toEqual({ closed: false });
    await expect(act(examiner, applicationId, "passReview")).rejects.toMatchObject({ code: "conflict" });
    expect(await sign(examiner, visitId)).toEqual({ closed: true });
    const { visits: [visit] } = await getSiteVisits(examiner, applicationId);
    expect(visit).toMatchObject({ state: "closed", mayRecord: false, maySign: false, mayCancel: false });
    expect(visit?.findings.find(({ item }) => item === "people")).toMatchObject({ resultWord: "需整改", note: "一人不在岗" });
    expect(visit?.signatures.every(({ at }) => at !== "")).toBe(true);
    await act(examiner, applicationId, "passReview");
    expect(await listOwnVisits(intake)).toEqual([]);
    expect((await openDesk(intake, { stage: "intake" })).visiting).toBe(false);
  });

  it("L-6-04 须两名以上本机构在用的人；日期、事由须写；一件案件同时只有一次", async () => {
    const { applicationId, examiner, intake } = await reviewed();
    const foreign = await staff(["examiner"], "外机构", "NCEB");
    await expect(order(examiner, applicationId, [examiner])).rejects.toMatchObject({ code: "invalid", fields: { officialIds: expect.any(String) } });
    await expect(order(examiner, applicationId, [examiner, examiner])).rejects.toMatchObject({ code: "invalid" });
    await expect(order(examiner, applicationId, [examiner, foreign])).rejects.toMatchObject({ code: "invalid" });
    await expect(order(examiner, applicationId, [examiner, intake], { plannedOn: "2020-01-01" })).rejects.toMatchObject({ code: "invalid", fields: { plannedOn: expect.any(String) } });
    await expect(order(foreign, applicationId, [examiner, intake])).rejects.toMatchObject({ code: "notFound" });
    await expect(order(intake, applicationId, [examiner, intake])).rejects.toMatchObject({ code: "forbidden" });
    const attempts = await Promise.allSettled([1, 2, 3].map(() => order(examiner, applicationId, [examiner, intake])));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().issuedDocument.count({ where: { caseId: applicationId, kind: "siteVisit" } })).toBe(1);
  });

  it("L-6-04 不合格须写明情况；记录只由核查人员写、签；改了的，签字作废；按旧版记录不能签", async () => {
    const { applicationId, examiner, intake, signer } = await reviewed();
    const { visitId } = await order(examiner, applicationId, [examiner, intake]);
    await expect(sign(intake, visitId)).rejects.toMatchObject({ code: "conflict" });
    await expect(record(signer, visitId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(record(intake, visitId, { findings: passed.slice(1) })).rejects.toMatchObject({ code: "invalid" });
    await expect(record(intake, visitId, { findings: passed.map((one) => ({ ...one, result: "failed" as const })) })).rejects.toMatchObject({ code: "invalid" });
    const empty = { visitId, basedOn: "", visitedOn: "", findings: [], attendee: " ", summary: "" };
    await expect(recordSiteVisit(intake, SiteVisitRecordInput.parse(empty))).rejects.toMatchObject({ code: "invalid", fields: { visitedOn: "请填写到场日期", attendee: "请填写企业到场的人", "equipment-result": "请选择“机具设备”的结论" } });
    await record(intake, visitId);
    const seen = await revisionOf(visitId);
    await sign(intake, visitId);
    await expect(record(examiner, visitId, { basedOn: "" })).rejects.toMatchObject({ code: "conflict" });
    await record(examiner, visitId, { summary: "补充" });
    expect(await db().siteVisitOfficial.count({ where: { visitId, confirmedAt: { not: null } } })).toBe(0);
    await expect(signSiteVisit(intake, { visitId, revision: seen })).rejects.toMatchObject({ code: "conflict" });
    await expect(sign(signer, visitId)).rejects.toMatchObject({ code: "forbidden" });
    const closing = await Promise.all([sign(examiner, visitId), sign(intake, visitId)]);
    expect(closing.filter(({ closed }) => closed)).toHaveLength(1);
    await expect(record(intake, visitId)).rejects.toMatchObject({ code: "conflict" });
    expect(await db().caseEvent.count({ where: { caseId: applicationId, action: "siteVisitClosed" } })).toBe(1);
  });

  it("L-6-04 经同意的停表：完成后复表，期限顺延停表的工作日；不同意的不停", async () => {
    const { applicationId, examiner, intake } = await reviewed();
    const dates = () => db().case.findUniqueOrThrow({ where: { id: applicationId }, select: { clockPausedOn: true, stageDueOn: true, promisedDueOn: true, statutoryDueOn: true } });
    const before = await dates();
    const first = await order(examiner, applicationId, [examiner, intake]);
    expect(await dates()).toEqual(before);
    await cancelSiteVisit(examiner, { visitId: first.visitId, revision: 1, reason: "改期" });
    const { visitId } = await order(examiner, applicationId, [examiner, intake], { pausesClock: true });
    expect(await dates()).toEqual({ ...before, clockPausedOn: today });
    const earlier = addWorkingDays(today, -3);
    await db().case.update({ where: { id: applicationId }, data: { clockPausedOn: earlier } });
    await record(intake, visitId);
    await sign(intake, visitId);
    await sign(examiner, visitId);
    const later = (date: string | null) => addWorkingDays(date ?? "", workingDaysBetween(earlier, today));
    expect(await dates()).toEqual({ clockPausedOn: null, stageDueOn: later(before.stageDueOn), promisedDueOn: later(before.promisedDueOn), statutoryDueOn: later(before.statutoryDueOn) });
  });

  it("L-6-04 照片：按内容检查，只由核查人员传，只给本机构办案的人看，看一次记一次", async () => {
    const { applicant, applicationId, examiner, intake, signer } = await reviewed();
    const { visitId } = await order(examiner, applicationId, [examiner, intake]);
    await expect(registerPhotos(signer, { visitId }, [{ name: "a.png", size: 9 }])).rejects.toMatchObject({ code: "forbidden" });
    await expect(registerPhotos(intake, { visitId }, [{ name: "a.pdf", size: 9 }])).rejects.toMatchObject({ code: "invalid" });
    const fake = await upload(intake, visitId, Buffer.from("<script>alert(1)</script>"));
    expect(fake.outcome.ok).toBe(false);
    await expect(objectStorage().get(fake.stored.key)).rejects.toMatchObject({ name: "MissingObjectError" });
    await record(intake, visitId);
    await sign(intake, visitId);
    const { outcome } = await upload(intake, visitId, png);
    expect(outcome.ok).toBe(true);
    // 照片是记录的一部分：添了照片，先前的签字作废
    expect(await db().siteVisitOfficial.count({ where: { visitId, confirmedAt: { not: null } } })).toBe(0);
    const photoId = outcome.ok ? outcome.photoId : "";
    expect((await openPhoto(signer, photoId)).mediaType).toBe("image/png");
    expect(await db().auditEntry.count({ where: { action: "siteVisit.openPhoto", subjectId: visitId } })).toBe(1);
    await expect(openPhoto(await staff(["examiner"], "外机构", "NCEB"), photoId)).rejects.toMatchObject({ code: "notFound" });
    await expect(openPhoto(applicant, photoId)).rejects.toMatchObject({ code: "forbidden" });
    await sign(intake, visitId);
    await sign(examiner, visitId);
    await expect(removePhoto(intake, photoId)).rejects.toMatchObject({ code: "conflict" });
    for (const change of [`UPDATE "SiteVisit" SET "summary" = 'x'`, `UPDATE "SiteVisitPhoto" SET "name" = 'x'`, `UPDATE "SiteVisitOfficial" SET "confirmedAt" = NULL`]) {
      await expect(pool().query(`${change} WHERE "${change.includes("SiteVisit\"") ? "id" : "visitId"}" = $1`, [visitId]), change).rejects.toThrow("is finished");
    }
    const { name, stream } = await printSiteVisit(signer, visitId);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const pdf = Buffer.concat(chunks).toString("latin1");
    expect([name.endsWith("现场核查记录.pdf"), pdf.slice(0, 4), pdf.includes("/Subtype /Image")]).toEqual([true, "%PDF", true]);
  });
});
