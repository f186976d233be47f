import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { docxFile, eicar, hostilePdfs, pdfFile, pngFile } from "../../builders/files";
import { freshDatabase } from "../database";
import { enterpriseActor, newDraft, origin, ownDataFolder, session, staffActor, upload } from "./fixtures";

vi.mock("@/lib/auth/current-actor", () => ({ currentActor: () => Promise.resolve(session.actor) }));
ownDataFolder("roles");
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { GET } = await import("@/app/api/attachments/[attachmentId]/route");
const { removeAttachment } = await import("@/lib/services/attachments/remove-attachment");
const { reinspectQuarantined } = await import("@/lib/services/attachments/tidy-uploads");
const { getApplication } = await import("@/lib/services/applications/get-application");

let applicationId = "";
let owner: Actor;
const pdf = await pdfFile();

beforeEach(async () => {
  const draft = await newDraft();
  applicationId = draft.applicationId;
  owner = session.actor = draft.actor;
});

async function attached(name = "营业执照 副本.pdf", bytes = pdf, place = {}): Promise<string> {
  session.actor = owner;
  const { body } = await upload({ applicationId, ...place }, name, bytes);
  if (!body.serverData?.ok) throw new Error(body.serverData?.message ?? body.message);
  return body.serverData.file.id;
}

const download = (actor: Actor, id: string, query = ""): Promise<Response> => {
  session.actor = actor;
  return GET(new Request(`${origin}/api/attachments/${id}${query}`), { params: Promise.resolve({ attachmentId: id }) });
};

/** 照提交时那样冻结快照。 */
async function submit(): Promise<void> {
  const { context } = await getApplication(owner, applicationId);
  await db().submission.create({
    data: { applicationId, round: 1, snapshot: { answers: context.answers, files: context.files } as never, summary: [], checks: [], definitionVersion: 1, ruleSetId: "NDRC-36-2020", submittedById: randomUUID() },
  });
  await db().case.update({ where: { id: applicationId }, data: { state: "submitted", round: 1 } });
}

const stored = (): number => readdirSync(path.join(process.env.DATA_DIR ?? "", "uploads"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe("G-A-07 下载", () => {
  it("本企业得到原文件：中文名、不嗅探、沙箱", async () => {
    const response = await download(owner, await attached());
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent("营业执照 副本.pdf")}`);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(response.headers.get("cache-control")).toContain("no-store");
  });

  it("inline 只给 PDF 与图片；PDF 只许本站嵌入", async () => {
    const inPdf = await download(owner, await attached(), "?inline=1");
    expect(inPdf.headers.get("content-disposition")).toMatch(/^inline/);
    expect(inPdf.headers.get("content-security-policy")).toBe("frame-ancestors 'self'");
    const inImage = await download(owner, await attached("照片.png", pngFile(), { section: "technical-lead", slot: "TL_PHOTO" }), "?inline=1");
    expect(inImage.headers.get("content-security-policy")).toContain("sandbox");
    const word = await download(owner, await attached("说明.docx", await docxFile()), "?inline=1");
    expect(word.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("别家、别的机构、未提交时的内网、未登录、没有的：一律看不到", async () => {
    const id = await attached();
    expect((await download(enterpriseActor(randomUUID()), id)).status).toBe(404);
    expect((await download(staffActor("NEEB"), id)).status).toBe(404);
    expect((await download({ kind: "public", address: "1.2.3.4" }, id)).status).toBe(401);
    for (const absent of [randomUUID(), "1", "../../etc/passwd"]) {
      const response = await download(owner, absent);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ message: "没有找到这个附件" });
    }
    await submit();
    expect((await download(staffActor("NCEB"), id)).status).toBe(404);
    expect((await download(staffActor("NEEB", ["evaluationOfficer"]), id)).status).toBe(403);
  });

  it("案件所在机构的内网人员看提交过的，每次留下审计，审计里没有文件名", async () => {
    const id = await attached("210600197603152219 身份证.pdf");
    await submit();
    const reviewer = staffActor("NEEB");
    expect((await download(reviewer, id)).status).toBe(200);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: "attachment.open", subjectId: id } });
    expect(entry).toMatchObject({ actorId: reviewer.accountId, audience: "staff" });
    expect(JSON.stringify(entry)).not.toMatch(/210600197603152219|身份证/);
  });
});

describe("删除", () => {
  it("没提交过的连文件一起删；再删、别家、没有的答没有找到", async () => {
    const before = stored();
    const id = await attached();
    await expect(removeAttachment(enterpriseActor(randomUUID()), { attachmentId: id })).rejects.toMatchObject({ code: "notFound" });
    await expect(removeAttachment(staffActor("NEEB"), { attachmentId: id })).rejects.toMatchObject({ code: "forbidden" });
    await removeAttachment(owner, { attachmentId: id });
    expect(stored()).toBe(before);
    expect(await db().attachment.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "removed" });
    await expect(removeAttachment(owner, { attachmentId: id })).rejects.toMatchObject({ code: "notFound" });
    await expect(removeAttachment(owner, { attachmentId: randomUUID() })).rejects.toMatchObject({ code: "notFound" });
    expect((await getApplication(owner, applicationId)).context.files).toEqual([]);
  });

  it("提交之后不能删；补正时只能动退回的页签；提交过的文件一直能看", async () => {
    const id = await attached();
    await submit();
    await expect(removeAttachment(owner, { attachmentId: id })).rejects.toMatchObject({ code: "conflict" });
    await db().case.update({ where: { id: applicationId }, data: { state: "correction" } });
    await expect(removeAttachment(owner, { attachmentId: id })).rejects.toMatchObject({ code: "conflict" });
    await db().remark.create({ data: { caseId: applicationId, round: 1, sectionKey: "basic-information", level: "must", text: "不清晰", place: "基本情况", authorId: randomUUID(), sentAt: new Date() } });
    await removeAttachment(owner, { attachmentId: id });
    expect((await download(staffActor("NEEB"), id)).status).toBe(200);
    expect((await download(owner, id)).status).toBe(200);
  });
});

describe("不收的文件：原因留下，文件不留", () => {
  it.each([
    ["带脚本的 PDF", "a.pdf", () => hostilePdfs["脚本"]?.(), "脚本"],
    ["病毒样本", "a.pdf", () => Promise.resolve(Buffer.concat([pdf, eicar])), "病毒"],
    ["改了扩展名的网页", "a.pdf", () => Promise.resolve(Buffer.from("<html><script>alert(1)</script>")), "不收这种文件"],
    ["改了扩展名的图片", "a.pdf", () => Promise.resolve(pngFile()), "扩展名不符"],
    ["改了扩展名的矢量图", "a.png", () => Promise.resolve(Buffer.from("<svg onload='alert(1)'/>")), "不收这种文件"],
  ])("%s", async (_what, name, make, reason) => {
    const before = stored();
    const { status, body } = await upload({ applicationId }, name, (await make()) ?? Buffer.alloc(0));
    expect(status).toBe(200);
    expect(body.serverData).toMatchObject({ ok: false, message: expect.stringContaining(reason) as string });
    expect(stored()).toBe(before);
    const row = await db().attachment.findFirstOrThrow({ where: { applicationId } });
    expect(row).toMatchObject({ state: "rejected", rejection: expect.stringContaining(reason) as string });
    expect((await download(owner, row.id)).status).toBe(404);
    expect((await getApplication(owner, applicationId)).context.files).toEqual([]);
  });

  it.each([
    ["../../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\a\\执照.pdf", "执照.pdf"],
    ["执照\u202Efdp.exe.pdf", "执照fdp.exe.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"],
    [`${"长".repeat(300)}.pdf`, `${"长".repeat(116)}.pdf`],
    ["100%20.pdf", "100%20.pdf"],
  ])("文件名 %j 存为 %j", async (name, kept) => {
    const id = await attached(name);
    expect((await db().attachment.findUniqueOrThrow({ where: { id } })).name).toBe(kept);
    expect((await download(owner, id)).headers.get("content-disposition")).toContain(encodeURIComponent(kept));
  });

  it("病毒扫描做不了：文件待查、不算已上传；恢复后自动补查", async () => {
    process.env.CLAMD_HOST = "127.0.0.1";
    process.env.CLAMD_PORT = "1";
    const { body } = await upload({ applicationId }, "a.pdf", pdf);
    expect(body.serverData).toMatchObject({ ok: false, message: expect.stringContaining("不必重传") as string });
    expect((await getApplication(owner, applicationId)).context.files).toEqual([]);
    expect(await reinspectQuarantined()).toBe(1);
    expect(await db().attachment.count({ where: { applicationId, state: "quarantined" } })).toBe(1);
    delete process.env.CLAMD_HOST;
    await reinspectQuarantined();
    expect((await getApplication(owner, applicationId)).context.files).toHaveLength(1);
  });
});
