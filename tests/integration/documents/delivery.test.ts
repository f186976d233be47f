import { describe, expect, it, vi } from "vitest";
import type * as OfficialDocument from "@/lib/integrations/pdf/official-document";
import { addDays } from "@/lib/workflow/iso-date";
import { freshDatabase } from "../database";

const broken = vi.hoisted(() => ({ drawing: false }));
vi.mock("@/lib/integrations/pdf/official-document", async (original) => {
  const real = await original<typeof OfficialDocument>();
  return { ...real, documentPdf: (...given: Parameters<typeof real.documentPdf>) => (broken.drawing ? Promise.reject(new Error("no paper")) : real.documentPdf(...given)) };
});

await freshDatabase();
const { act, staff, submittedCase, team } = await import("../review/cases");
const { colleague, enterprise } = await import("../applications/fixtures");
const { coursed } = await import("../businesses/stage");
const { db } = await import("@/lib/data/client");
const { listMessages } = await import("@/lib/services/communication/messages");
const { checkDocument } = await import("@/lib/services/documents/check-document");
const { listDocumentsOfCase } = await import("@/lib/services/documents/list-case-documents");
const { listDocuments } = await import("@/lib/services/documents/list-documents");
const { openDocument, printDeliveryReceipt } = await import("@/lib/services/documents/open-document");
const { RecordDeliveryInput, registerDelivery } = await import("@/lib/services/documents/record-delivery");
const { today } = await import("@/lib/services/platform/clock");

const doers = await team();

async function accepted() {
  const found = await submittedCase();
  await act(doers.intake, found.applicationId, "accept");
  const { id } = await db().issuedDocument.findFirstOrThrow({ where: { caseId: found.applicationId, kind: "acceptance" } });
  return { ...found, id };
}

const read = (id: string) => db().issuedDocument.findUniqueOrThrow({ where: { id } });
const audits = async (subjectId: string) => (await db().auditEntry.findMany({ where: { subjectId }, orderBy: { at: "asc" } })).map(({ action, actorId }) => [action, actorId]);

describe("送达", () => {
  it("没有画成的不算送达：企业没有看到，再打开才是第一次", async () => {
    const { applicant, id } = await accepted();
    broken.drawing = true;
    await expect(openDocument(applicant, id)).rejects.toThrow("no paper");
    broken.drawing = false;
    expect(await read(id)).toMatchObject({ openedAt: null, deliveredOn: null });
    await openDocument(applicant, id);
    expect(await read(id)).toMatchObject({ deliveryWay: "electronic" });
  });

  it("L-6-11 企业第一次打开即为电子送达：何时、何人只记一次，消息随之已读，每次查看都留审计", async () => {
    const { applicant, applicationId, id } = await accepted();
    const other = await colleague(applicant, ["filler"], "李四");
    expect(await openDocument(doers.intake, id)).toMatchObject({ name: expect.stringContaining("行政许可受理通知书") });
    expect(await read(id)).toMatchObject({ openedAt: null, deliveredOn: null });
    const files = await Promise.all(Array.from({ length: 5 }, () => openDocument(applicant, id)));
    expect(files.every(({ bytes }) => bytes.equals(files[0]?.bytes ?? Buffer.alloc(0)))).toBe(true);
    await openDocument(other, id);
    expect(await read(id)).toMatchObject({
      openedById: applicant.accountId, openedByName: "王丽", deliveryWay: "electronic", deliveredOn: await today(), deliveryReceiver: "王丽", deliveryRecordedById: null,
    });
    const seen = await audits(id);
    expect(seen.filter(([action]) => action === "document.receive")).toEqual([["document.receive", applicant.accountId]]);
    expect(seen.filter(([action]) => action === "document.open")).toHaveLength(6);
    expect((await listMessages(applicant)).rows.find(({ document }) => document?.id === id)).toMatchObject({ read: true });
    expect((await listDocumentsOfCase(applicant, applicationId)).map(({ kindWord, stateWord, issuedBy }) => [kindWord, stateWord, issuedBy])).toEqual([
      ["申请材料接收凭证", "未送达", ""], ["行政许可受理通知书", "已送达", ""],
    ]);
    expect((await printDeliveryReceipt(doers.intake, id)).bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("L-6-11 登记送达：只记一次，日期不早于出具、不晚于今天；之后企业打开只添打开的时刻", async () => {
    const { applicant, id } = await accepted();
    const day = await today();
    const said = { documentId: id, way: "post" as const, on: day, receiver: "王丽", note: "EMS1" };
    await expect(registerDelivery(doers.intake, { ...said, on: addDays(day, 1) })).rejects.toMatchObject({ code: "invalid", fields: { on: "送达日期不能晚于今天" } });
    await expect(registerDelivery(doers.intake, { ...said, on: addDays(day, -1) })).rejects.toMatchObject({ code: "invalid", fields: { on: "送达日期不能早于出具日期" } });
    const raced = await Promise.allSettled([registerDelivery(doers.intake, said), registerDelivery(doers.examiner, { ...said, way: "direct" })]);
    expect(raced.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(registerDelivery(doers.intake, said)).rejects.toMatchObject({ code: "conflict", message: "这份文书已经送达，不用再登记" });
    const before = await read(id);
    await openDocument(applicant, id);
    expect(await read(id)).toEqual({ ...before, openedAt: expect.any(Date), openedById: applicant.accountId, openedByName: "王丽" });
    expect((await audits(id)).map(([action]) => action)).toEqual(["document.deliver", "document.receive"]);
  });

  it("L-6-11 别家企业、别的机构、没有的一律没有找到；不管送达的岗位不能登记", async () => {
    const { applicationId, id } = await accepted();
    const strangers = [await enterprise(["owner"]), await staff(["intake"], "外", "NCEB")];
    for (const stranger of strangers) {
      await expect(openDocument(stranger, id)).rejects.toMatchObject({ code: "notFound" });
      await expect(listDocumentsOfCase(stranger, applicationId)).rejects.toMatchObject({ code: "notFound" });
    }
    await expect(openDocument(doers.intake, "no-such-document")).rejects.toMatchObject({ code: "notFound" });
    await expect(openDocument({ kind: "public", address: "10.0.0.1" }, id)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(registerDelivery(doers.signer, { documentId: id, way: "direct", on: await today(), receiver: "王丽", note: "" })).rejects.toMatchObject({ code: "forbidden" });
    expect(RecordDeliveryInput.safeParse({ documentId: id, way: "pigeon", on: "2026-02-30", receiver: " " }).error?.issues.map(({ message }) => message)).toEqual(["请选择送达方式", "请填写送达日期", "请填写收件人"]);
    expect((await listDocuments(strangers[1] ?? doers.intake)).rows).toEqual([]);
  });

  it("公开核对：编号与校验码都对才说出是什么；差一位、没有校验码都查无，写法不同的括号与空格都认", async () => {
    const { id } = await accepted();
    const { number, digest } = await read(id);
    const found = { title: "行政许可受理通知书", number, office: "国家能源局东北监管局", addressee: expect.stringContaining("电力工程有限公司"), issuedOn: await today() };
    expect(await checkDocument(number, digest.slice(0, 8))).toEqual(found);
    expect(await checkDocument(` ${number.replace("〔", "[").replace("〕", "］")} `, digest.toUpperCase())).toEqual(found);
    const wrong = digest.startsWith("0") ? `1${digest.slice(1, 8)}` : `0${digest.slice(1, 8)}`;
    for (const code of [wrong, digest.slice(0, 7), "", "%", "zzzzzzzz"]) expect(await checkDocument(number, code)).toBeUndefined();
    expect(await checkDocument("东北监能许可〔2026〕受99999号", digest)).toBeUndefined();
  });

  it("分立、合并的另一方看得到决定，看不到受理、补正；它打开不算送达", async () => {
    const { applicationId } = await coursed("merger-granted");
    const { enterpriseId: applicantId, confirmations: [confirmation] } = await db().case.findUniqueOrThrow({ where: { id: applicationId }, include: { confirmations: true } });
    const party = await colleague({ kind: "enterprise", accountId: "", sessionId: "", name: "", enterpriseId: confirmation?.enterpriseId ?? "", roles: ["owner"] }, ["owner"]);
    expect(applicantId).not.toBe(party.enterpriseId);
    expect((await listDocumentsOfCase(party, applicationId)).map(({ kindWord }) => kindWord)).toEqual(["准予行政许可决定书"]);
    const all = await db().issuedDocument.findMany({ where: { caseId: applicationId } });
    for (const { id, kind } of all) {
      if (kind !== "grant") await expect(openDocument(party, id)).rejects.toMatchObject({ code: "notFound" });
      else await openDocument(party, id);
      expect(await read(id)).toMatchObject({ openedAt: null, deliveredOn: null });
    }
  });
});

describe("本机构的文书清单", () => {
  it("L-6-11 未送达的先看、等得久的在前，按种类、日期、等了几日筛选，键集分页不重不漏", async () => {
    const day = await today();
    const { listed } = await manyDocuments(45);
    const pages: string[] = [];
    for (let after: string | undefined, turn = 0; turn === 0 || after; turn += 1) {
      const { rows, next } = await listDocuments(doers.intake, {}, after);
      pages.push(...rows.map(({ id }) => id));
      after = next;
    }
    const waiting = await db().issuedDocument.findMany({ where: { officeCode: "NEEB", deliveredOn: null }, orderBy: [{ issuedAt: "asc" }, { id: "asc" }], select: { id: true } });
    expect(pages).toEqual(waiting.map(({ id }) => id));
    expect(pages.slice(0, 45)).toEqual(listed);
    expect((await listDocuments(doers.intake)).waiting).toBe(waiting.length);
    const long = await listDocuments(doers.intake, { days: "15" });
    expect(long.rows.length).toBe(20);
    expect(long.rows.every(({ waitingDays }) => waitingDays >= 15)).toBe(true);
    expect((await listDocuments(doers.intake, { kind: "siteVisit", since: addDays(day, -400), until: addDays(day, -300) })).rows).toEqual([]);
    expect((await listDocuments(doers.intake, { kind: "correction" })).rows.every(({ kindWord }) => kindWord === "行政许可补正材料通知书")).toBe(true);
    const corrections = await db().issuedDocument.count({ where: { officeCode: "NEEB", deliveredOn: null, kind: "correction" } });
    expect(corrections).not.toBe(waiting.length);
    for (const state of ["pending", "delivered", "all"]) expect((await listDocuments(doers.intake, { kind: "correction", state })).waiting, state).toBe(corrections);
    expect((await listDocuments(doers.intake, { until: addDays(day, -300), state: "all" })).waiting).toBe(0);
    expect(long.waiting).toBe(waiting.length);
    const delivered = (await listDocuments(doers.intake, { state: "delivered" })).rows;
    expect(delivered.length).toBeGreaterThan(0);
    expect(delivered.every(({ state, recordable }) => state === "delivered" && !recordable)).toBe(true);
    expect((await listDocuments(doers.signer, {})).rows.every(({ recordable }) => !recordable)).toBe(true);
  });

  async function manyDocuments(count: number) {
    const { applicationId, applicant } = await submittedCase();
    const listed: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const issuedAt = new Date(Date.now() - (count - n + 20) * 86_400_000);
      const { id } = await db().issuedDocument.create({
        data: { caseId: applicationId, kind: "correction", number: `旧${n}号`, officeCode: "NEEB", enterpriseId: applicant.enterpriseId, content: {}, digest: "-", issuedByName: "张敏", issuedOn: issuedAt.toISOString().slice(0, 10), issuedAt },
      });
      listed.push(id);
    }
    return { listed };
  }
});
