import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pdfFile, pngFile } from "../../builders/files";
import { freshDatabase } from "../database";
import { enterpriseActor, newDraft, origin, ownDataFolder, presign, put, session, upload } from "./fixtures";

vi.mock("@/lib/auth/current-actor", () => ({ currentActor: () => Promise.resolve(session.actor) }));
ownDataFolder("ingest");
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { HEAD } = await import("@/app/api/upload/ingest/[key]/route");
const { ingestSettings, signPayload } = await import("@/lib/integrations/storage/ingest");

let applicationId = "";
let pdf: Buffer;

beforeAll(async () => {
  pdf = await pdfFile();
});

beforeEach(async () => {
  const draft = await newDraft();
  applicationId = draft.applicationId;
  session.actor = draft.actor;
});

const filesOnDisk = (): string[] => {
  const root = path.join(process.env.DATA_DIR ?? "", "uploads");
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);
};

describe("附件上传走通", () => {
  it("L-4.1.2-03 L-4.1.2-04 L-4.1.2-05 选取的文件上传后入库，名称、大小、校验和都对", async () => {
    const { status, body } = await upload({ applicationId }, "营业执照 副本.pdf", pdf);
    expect(status).toBe(200);
    expect(body.serverData).toMatchObject({ ok: true, file: { section: "basic-information", slot: "BIZ_LIC", name: "营业执照 副本.pdf", size: pdf.length, mediaType: "application/pdf" } });
    const stored = await db().attachment.findFirstOrThrow({ where: { applicationId } });
    expect(stored).toMatchObject({ state: "checked", rowId: null, sha256: createHash("sha256").update(pdf).digest("hex") });
    expect(filesOnDisk()).toContain(stored.storageKey);
    expect(stored.storageKey).not.toContain("营业执照");
    expect(await db().pendingUpload.count()).toBe(0);
  });

  it("L-4.1.1-07 L-4.1.1-09 L-4.1.1-10 申请类别的声明、委托书都能传；一份材料可以有几个文件", async () => {
    for (const slot of ["SUB_SELF", "SUB_AUTH", "LEGAL_STMT"]) {
      const { body } = await presign({ applicationId, section: "application-category", slot }, [{ name: "第1页.pdf", size: pdf.length }, { name: "第2页.pdf", size: pdf.length }]);
      const replies = await Promise.all(body.map((one) => put(one, pdf)));
      expect(replies.map((reply) => reply.body.serverData?.ok)).toEqual([true, true]);
    }
    expect(await db().attachment.count({ where: { applicationId, state: "checked" } })).toBe(6);
  });

  it("L-4.1.3-04 L-4.1.3-05 L-4.1.4-03 L-4.1.4-04 L-4.1.4-05 负责人的材料与登记照；登记照只收图片", async () => {
    expect((await upload({ applicationId, section: "technical-lead", slot: "TL_PHOTO" }, "登记照.png", pngFile())).body.serverData?.ok).toBe(true);
    expect((await upload({ applicationId, section: "safety-lead", slot: "SL_TITLE" }, "职称.pdf", pdf)).body.serverData?.ok).toBe(true);
    const refused = await upload({ applicationId, section: "safety-lead", slot: "SL_PHOTO" }, "登记照.pdf", pdf);
    expect(refused.body.message).toContain("JPG、PNG");
  });

  it("名册某一行的材料记着行号", async () => {
    const rowId = randomUUID();
    const { body } = await upload({ applicationId, section: "skilled-workers", slot: "WORKER_CERT", rowId }, "褚卫东_操作证.pdf", pdf);
    expect(body.serverData).toMatchObject({ ok: true, file: { row: rowId } });
  });

  it("同时传四十份，份份入库", async () => {
    const rows = Array.from({ length: 40 }, () => randomUUID());
    const replies = await Promise.all(rows.map((rowId) => upload({ applicationId, section: "skilled-workers", slot: "WORKER_ID", rowId }, "身份证.pdf", pdf)));
    expect(replies.filter((reply) => reply.body.serverData?.ok)).toHaveLength(40);
  });
});

describe("登记时就拒绝，原因是中文", () => {
  it.each([
    ["不是申报的材料", { slot: "NO_SUCH" }, "没有找到这份材料", 404],
    ["不是这个页签的材料", { section: "technical-lead" }, "没有找到这份材料", 404],
    ["行的材料没有行", { section: "skilled-workers", slot: "WORKER_ID" }, "没有找到这份材料", 404],
    ["原型上的名字", { section: "__proto__", slot: "constructor" }, "没有找到这份材料", 404],
  ])("%s", async (_what, where, message, status) => {
    expect(await presign({ applicationId, ...where }, [{ name: "a.pdf", size: 10 }])).toMatchObject({ status, body: { message } });
  });

  it.each([
    ["a.exe", 10, "不收这种文件"],
    ["a.svg", 10, "不收这种文件"],
    ["a.html", 10, "不收这种文件"],
    ["a.pdf", 0, "空文件"],
    ["a.pdf", 10 * 1024 * 1024 + 1, "超过 10 MB"],
    ["照片.heic", 10, "HEIC"],
  ])("%s（%d 字节）", async (name, size, message) => {
    const { status, body } = await presign({ applicationId }, [{ name, size }]);
    expect(status).toBe(400);
    expect(body.message).toContain(message);
  });

  it("别家的、没有的、未登录的", async () => {
    const file = [{ name: "a.pdf", size: 10 }];
    const mine = session.actor;
    session.actor = enterpriseActor(randomUUID());
    expect(await presign({ applicationId }, file)).toMatchObject({ status: 404, body: { message: "没有找到这份申请" } });
    session.actor = mine;
    expect(await presign({ applicationId: randomUUID() }, file)).toMatchObject({ status: 404 });
    session.actor = { kind: "public", address: "10.0.0.1" };
    expect(await presign({ applicationId }, file)).toMatchObject({ status: 403, body: { message: "请先登录", signedOut: true } });
  });

  it("已提交的不能再传；待补正时只有退回的页签能传", async () => {
    const file = [{ name: "a.pdf", size: 10 }];
    await db().case.update({ where: { id: applicationId }, data: { state: "submitted" } });
    expect((await presign({ applicationId }, file)).body.message).toContain("已提交");
    await db().case.update({ where: { id: applicationId }, data: { state: "correction" } });
    await db().remark.create({ data: { caseId: applicationId, round: 1, sectionKey: "technical-lead", level: "must", text: "不清晰", place: "技术负责人", authorId: randomUUID(), sentAt: new Date() } });
    expect((await presign({ applicationId }, file)).body.message).toContain("补正期间");
    expect((await presign({ applicationId, section: "technical-lead", slot: "TL_ID" }, file)).status).toBe(200);
  });

  it("来源不是本站的请求不认；形状不对的答 400", async () => {
    const file = [{ name: "a.pdf", size: 10 }];
    for (const headers of [{}, { origin: "null" }, { origin: "https://evil.example" }] as Record<string, string>[]) {
      expect(await presign({ applicationId }, file, headers)).toMatchObject({ status: 403, body: { message: expect.stringContaining("来源") as string } });
    }
    expect(await presign({ applicationId: "1 OR 1=1" }, file)).toMatchObject({ status: 400, body: { message: "上传的请求不正确，请刷新页面后重试" } });
  });

  it("一份材料至多二十个文件，同时传也不超", async () => {
    const file = { name: "a.pdf", size: pdf.length };
    expect((await presign({ applicationId }, Array.from({ length: 21 }, () => file))).body.message).toContain("最多 20 个文件");
    const { body } = await presign({ applicationId }, Array.from({ length: 15 }, () => file));
    const { body: more } = await presign({ applicationId }, Array.from({ length: 10 }, () => file));
    const replies = await Promise.all([...body, ...more].map((one) => put(one, pdf)));
    expect(replies.filter((reply) => reply.body.serverData?.ok)).toHaveLength(20);
    expect(await db().attachment.count({ where: { applicationId } })).toBe(20);
  });
});

describe("入口的签名与次序", () => {
  const target = async () => {
    const { body } = await presign({ applicationId }, [{ name: "证明.pdf", size: pdf.length }]);
    const [one] = body;
    if (!one) throw new Error("no address");
    return one;
  };

  it("HEAD 说已存 0 字节；改过的、过期的地址不认", async () => {
    const one = await target();
    const head = (url: string) => HEAD(new Request(url, { method: "HEAD" }), { params: Promise.resolve({ key: one.key }) });
    expect((await head(one.url)).headers.get("x-ut-range-start")).toBe("0");
    expect((await head(one.url.replace(/x-ut-file-size=\d+/, "x-ut-file-size=99"))).status).toBe(403);
    expect(await put({ ...one, key: `${one.key}x` }, pdf)).toMatchObject({ status: 403, body: { message: expect.stringContaining("上传地址不正确") as string } });
    const { ingestUrl, apiKey } = ingestSettings();
    const stale = `${ingestUrl}/${one.key}?expires=${Date.now() - 1}&x-ut-file-size=${pdf.length}`;
    expect(await put({ ...one, url: `${stale}&signature=${encodeURIComponent(signPayload(stale, apiKey))}` }, pdf)).toMatchObject({ status: 403, body: { message: expect.stringContaining("过期") as string } });
  });

  it("大小与登记不符、断在中间、用第二次，都不收，也不留下文件", async () => {
    const before = filesOnDisk().length;
    expect((await put(await target(), pdf.subarray(0, 100))).body.message).toContain("没有传完整");
    expect((await put(await target(), Buffer.concat([pdf, pdf]))).body.message).toContain("没有传完整");
    const one = await target();
    const { PUT } = await import("@/app/api/upload/ingest/[key]/route");
    const broken = new Request(one.url, { method: "PUT", body: "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nabc", headers: { "content-type": "multipart/form-data; boundary=x" } });
    const answer = await PUT(broken, { params: Promise.resolve({ key: one.key }) });
    expect(answer.status).toBe(422);
    expect(filesOnDisk()).toHaveLength(before);
    expect((await put(one, pdf)).body.serverData?.ok).toBe(true);
    expect((await put(one, pdf)).status).toBe(404);
    expect(await db().attachment.count({ where: { applicationId } })).toBe(1);
  });

  it("同一地址同时传两次，只收一次", async () => {
    const one = await target();
    const replies = await Promise.all([put(one, pdf), put(one, pdf)]);
    expect(replies.filter((reply) => reply.body.serverData?.ok)).toHaveLength(1);
    expect(await db().attachment.count({ where: { applicationId } })).toBe(1);
  });

  it("不是表单、没有文件的请求答 4xx", async () => {
    const { PUT } = await import("@/app/api/upload/ingest/[key]/route");
    const send = async (init: RequestInit) => {
      const one = await target();
      return PUT(new Request(one.url, { method: "PUT", ...init }), { params: Promise.resolve({ key: one.key }) });
    };
    expect((await send({ body: "abc", headers: { "content-type": "text/plain" } })).status).toBe(422);
    expect((await send({})).status).toBe(422);
    expect((await send({ body: new FormData() })).status).toBe(422);
  });

  it("登记与回执没有密钥不认；回调没有签名不认", async () => {
    const { POST: metadata } = await import("@/app/api/upload/ingest/route-metadata/route");
    const { POST: result } = await import("@/app/api/upload/ingest/callback-result/route");
    const bare = (headers: Record<string, string> = {}, body = "{}") => new Request(`${origin}/api/upload/ingest/x`, { method: "POST", body, headers });
    expect((await metadata(bare())).status).toBe(403);
    expect((await result(bare({ "x-uploadthing-api-key": "sk_live_guess" }))).status).toBe(403);
    const key = { "x-uploadthing-api-key": ingestSettings().apiKey };
    expect((await metadata(bare(key))).status).toBe(422);
    expect((await result(bare(key, "not json"))).status).toBe(422);
    expect((await result(bare(key, JSON.stringify({ fileKey: "none", callbackData: {} })))).status).toBe(404);
    const { POST } = await import("@/app/api/upload/route");
    const callback = await POST(new NextRequest(`${origin}/api/upload?slug=attachment`, { method: "POST", body: "{}", headers: { "uploadthing-hook": "callback", "x-uploadthing-signature": "hmac-sha256=00" } }));
    expect(callback.status).toBe(400);
    expect(await callback.json()).toEqual({ message: "上传的签名不正确" });
  });

  it("登记之后申请被提交：文件到了也不收", async () => {
    const one = await target();
    await db().case.update({ where: { id: applicationId }, data: { state: "submitted" } });
    const { body } = await put(one, pdf);
    expect(body.serverData).toMatchObject({ ok: false, message: expect.stringContaining("已提交") as string });
    expect(await db().attachment.count({ where: { applicationId } })).toBe(0);
    expect(filesOnDisk()).not.toContain(one.customId);
  });
});
