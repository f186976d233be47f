import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { MissingObjectError, readAll, TakenKeyError, TooLargeError } from "@/lib/integrations/storage";
import { LocalStorage } from "@/lib/integrations/storage/local";
import { UploadThingStorage } from "@/lib/integrations/storage/uploadthing";

const root = mkdtempSync(path.join(tmpdir(), "storage-"));
const storage = new LocalStorage(root);
const from = (...chunks: string[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const partsLeft = (): string[] => readdirSync(path.join(root, "parts"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("本机存储", () => {
  it("边存边算，读回一字不差，文件只有本人可读", async () => {
    const stored = await storage.put(from("许可", "证"), { maxBytes: 100 });
    expect(stored).toMatchObject({ size: 9, sha256: createHash("sha256").update("许可证").digest("hex") });
    expect((await readAll(await storage.get(stored.key), 100)).toString()).toBe("许可证");
    expect(await storage.stat(stored.key)).toEqual({ size: 9 });
    expect(statSync(path.join(root, "files", stored.key.slice(0, 2), stored.key)).mode & 0o077).toBe(0);
    expect(partsLeft()).toEqual([]);
  });

  it("同一个键绝不覆盖", async () => {
    const key = randomUUID();
    const results = await Promise.allSettled(["一", "二", "三"].map((text) => storage.put(from(text), { key, maxBytes: 100 })));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toBeInstanceOf(TakenKeyError);
    expect(partsLeft()).toEqual([]);
  });

  it("超过上限、断在中间，都不留下半个文件", async () => {
    const key = randomUUID();
    await expect(storage.put(from("12345", "67890"), { key, maxBytes: 9 })).rejects.toBeInstanceOf(TooLargeError);
    const broken = new Readable({ read() { this.push("abc"); this.destroy(new Error("gone")); } });
    await expect(storage.put(broken, { key, maxBytes: 9 })).rejects.toThrow("gone");
    expect(await storage.stat(key)).toBeUndefined();
    expect(partsLeft()).toEqual([]);
  });

  it.each(["../../etc/passwd", "a/b", "", ".", "ABCDEFGHIJKLMNOPQ", `${"a".repeat(90)}`])("键 %j 到不了别处", async (key) => {
    await expect(storage.get(key)).rejects.toBeInstanceOf(MissingObjectError);
    await expect(storage.put(from("x"), { key, maxBytes: 9 })).rejects.toBeInstanceOf(MissingObjectError);
  });

  it("删除两次也不算错；没有的读不出", async () => {
    const { key } = await storage.put(from("x"), { maxBytes: 9 });
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toBeInstanceOf(MissingObjectError);
  });

  it("清掉被杀的进程留下的临时文件，正在写的不动", async () => {
    writeFileSync(path.join(root, "parts", "old"), "x");
    writeFileSync(path.join(root, "parts", "new"), "x");
    utimesSync(path.join(root, "parts", "old"), 1, 1);
    await storage.sweepParts(3_600_000, Date.now());
    expect(partsLeft()).toEqual(["new"]);
  });
});

describe("UploadThing 的存储：照它文档的请求", () => {
  const token = Buffer.from(JSON.stringify({ apiKey: "sk_live_test", appId: "appid", regions: ["sea1"] })).toString("base64");
  const asked: { url: URL; method: string; body: string }[] = [];
  const service = new UploadThingStorage(token, async (input, init) => {
    const request = new Request(input, init);
    asked.push({ url: new URL(request.url), method: request.method, body: await request.text() });
    if (request.url.includes("/deleteFiles")) return Response.json({ success: true, deletedCount: 1 });
    return request.url.includes("missing") ? new Response(null, { status: 404 }) : new Response(request.method === "HEAD" ? null : "内容", { headers: { "content-length": "6" } });
  });

  it("读取用一分钟内有效的签名地址", async () => {
    expect((await readAll(await service.get("filekey"), 100)).toString()).toBe("内容");
    const { url } = asked.at(-1) ?? {};
    expect(url?.host).toBe("appid.ufs.sh");
    expect(url?.pathname).toBe("/f/filekey");
    expect(url?.searchParams.get("signature")).toMatch(/^hmac-sha256=[0-9a-f]{64}$/);
    expect(Number(url?.searchParams.get("expires"))).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it("没有的文件、删除", async () => {
    await expect(service.get("missing")).rejects.toBeInstanceOf(MissingObjectError);
    expect(await service.stat("missing")).toBeUndefined();
    expect(await service.stat("filekey")).toEqual({ size: 6 });
    await service.remove("filekey");
    expect(asked.at(-1)).toMatchObject({ method: "POST", body: JSON.stringify({ fileKeys: ["filekey"] }) });
  });
});
