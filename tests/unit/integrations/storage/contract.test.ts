import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it, vi } from "vitest";
import { MissingObjectError, type ObjectStorage, readAll, TakenKeyError, TooLargeError } from "@/lib/integrations/storage";
import { LocalStorage } from "@/lib/integrations/storage/local";
import { S3Storage } from "@/lib/integrations/storage/s3";
import { readS3Settings } from "@/lib/integrations/storage/s3-settings";
import { UploadThingStorage } from "@/lib/integrations/storage/uploadthing";
import { StrictS3 } from "./strict-s3";
import { token, uploadThingService } from "./uploadthing-service";

const root = mkdtempSync(path.join(tmpdir(), "contract-"));
const parts = path.join(root, "parts");
const known = { bucket: "portal", region: "cn-test-1", accessKeyId: "AKTEST", secretAccessKey: "秘密/secret+key" };
const standIn = new StrictS3(known);
/** tests/faults/radosgw.mjs 起好真的 Ceph 再运行本文件；平常用本文件旁边、自己核对签名的替身。 */
const given = readS3Settings({ ...process.env, S3_BUCKET: process.env.S3_TEST_SERVER ? process.env.S3_BUCKET : undefined });
const settings = given ?? (await standIn.start());
// uploadthing 自己读它不再推荐的项，每次都说一遍
vi.spyOn(console, "warn").mockImplementation(() => undefined);
afterAll(() => {
  standIn.stop();
  rmSync(root, { recursive: true, force: true });
});

interface Driver {
  name: string;
  storage: ObjectStorage;
  /** 键由我们定；UploadThing 的由它自己定。 */
  ownKeys: boolean;
}

const drivers: Driver[] = [
  { name: "本机数据目录", storage: new LocalStorage(root), ownKeys: true },
  { name: given ? `S3（真的服务：${process.env.S3_TEST_SERVER}）` : "S3（核对签名的替身，不是真的服务）", storage: new S3Storage(settings, parts), ownKeys: true },
  { name: "UploadThing（核对签名的替身，不是真的服务）", storage: new UploadThingStorage(token, uploadThingService()), ownKeys: false },
];

const from = (...chunks: (string | Buffer)[]): Readable => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const partsLeft = (): string[] => readdirSync(parts);

describe.each(drivers)("存储的约定：$name", ({ storage, ownKeys }) => {
  const read = async (key: string): Promise<Buffer> => readAll(await storage.get(key), 20_000_000);

  it.each([["一个字也没有", 0], ["一个字节", 1], ["十兆", 10_000_000]])("%s：存下、读回、大小与散列都一样", async (_name, size) => {
    const content = randomBytes(size);
    const source = Readable.from(Array.from({ length: Math.ceil(size / 65_536) }, (_, index) => content.subarray(index * 65_536, (index + 1) * 65_536)));
    const stored = await storage.put(source, { maxBytes: size });
    expect(stored).toMatchObject({ size, sha256: createHash("sha256").update(content).digest("hex") });
    expect(await storage.stat(stored.key)).toEqual({ size });
    expect((await read(stored.key)).equals(content)).toBe(true);
    await storage.remove(stored.key);
  });

  it("中文名称、怪名称与类型不影响内容，也不影响键", async () => {
    for (const name of ["营业执照（副本）.pdf", "a\r\nx-evil: 1.pdf", "../../𠮷😀.pdf"]) {
      const { key } = await storage.put(from("许可", "证"), { maxBytes: 100, name: ownKeys ? name : name.replace(/[\r\n]/g, ""), mediaType: "application/pdf" });
      expect((await read(key)).toString()).toBe("许可证");
      await storage.remove(key);
    }
  });

  it("同一个键绝不覆盖：先后来的、同时来的，只有一个留下", async () => {
    const key = randomUUID();
    const first = await storage.put(from("第一份"), { key, maxBytes: 100 });
    const second = await storage.put(from("第二份"), { key, maxBytes: 100 }).catch((error: unknown) => error);
    if (ownKeys) expect(second).toBeInstanceOf(TakenKeyError);
    expect((await read(first.key)).toString()).toBe("第一份");
    await storage.remove(first.key);
    if (!ownKeys) return;
    const raced = await Promise.allSettled(["一", "二", "三", "四"].map((text) => storage.put(from(text), { key, maxBytes: 100 })));
    expect(raced.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await storage.remove(key);
  });

  it("超过上限、断在中间，都不留下半个文件", async () => {
    const key = randomUUID();
    await expect(storage.put(from("12345", "67890"), { key, maxBytes: 9 })).rejects.toBeInstanceOf(TooLargeError);
    const broken = new Readable({ read() { this.push("abc"); this.destroy(new Error("gone")); } });
    await expect(storage.put(broken, { key, maxBytes: 9 })).rejects.toThrow("gone");
    expect(await storage.stat(key)).toBeUndefined();
    if (ownKeys) expect(partsLeft()).toEqual([]);
  });

  it("没有的读不出；删两次也不算错；删了就没有了", async () => {
    const absent = randomUUID();
    await expect(storage.get(absent)).rejects.toBeInstanceOf(MissingObjectError);
    expect(await storage.stat(absent)).toBeUndefined();
    const { key } = await storage.put(from("x"), { maxBytes: 9 });
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toBeInstanceOf(MissingObjectError);
  });

  it.each(["../../etc/passwd", "a/b", "", ".", "..%2f..%2fx", "ABCDEFGHIJKLMNOPQ/..", "a".repeat(90), "aaaaaaaaaaaaaaaaa?acl", "aaaaaaaaaaaaaaaa\r\nx: y"])("键 %j 到不了别处", async (key) => {
    await expect(storage.get(key)).rejects.toBeInstanceOf(MissingObjectError);
    if (ownKeys) await expect(storage.put(from("x"), { key, maxBytes: 9 })).rejects.toBeInstanceOf(MissingObjectError);
  });
});

describe("S3 的驱动", () => {
  it("密钥、区域、桶不对：说出代码，不当作文件不在", async () => {
    const key = randomUUID();
    const wrong = (change: Partial<typeof settings>) => new S3Storage({ ...settings, ...change }, parts).get(key);
    await expect(wrong({ secretAccessKey: "other" })).rejects.toThrow("S3 answered 403 SignatureDoesNotMatch");
    await expect(wrong({ accessKeyId: "other" })).rejects.toThrow("S3 answered 403 InvalidAccessKeyId");
    await expect(wrong({ bucket: "no-such-bucket" })).rejects.toThrow("no such bucket");
    await expect(new S3Storage({ ...settings, endpoint: new URL("http://127.0.0.1:9") }, parts).get(key)).rejects.not.toBeInstanceOf(MissingObjectError);
  });

  it("不认条件的旧服务（501，替身）：先看过没有才存；存的类型不由文件名定", async () => {
    const old = new StrictS3(known);
    old.conditional = false;
    const storage = new S3Storage(await old.start(), parts);
    const { key } = await storage.put(from("x"), { maxBytes: 9, name: "x.html" });
    await expect(storage.put(from("y"), { key, maxBytes: 9 })).rejects.toBeInstanceOf(TakenKeyError);
    expect(old.objects.get(key)).toEqual({ content: Buffer.from("x"), type: "application/octet-stream" });
    old.stop();
  });
});

describe("S3 的设置", () => {
  const env = { S3_ENDPOINT: "https://oss.example", S3_BUCKET: "portal", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "secret" };

  it("没有桶就不用；缺了、写错了说是哪一项，不说值", () => {
    expect(readS3Settings({})).toBeUndefined();
    expect(readS3Settings(env)).toMatchObject({ bucket: "portal", region: "us-east-1", pathStyle: true });
    expect(readS3Settings({ ...env, S3_FORCE_PATH_STYLE: "0" })?.pathStyle).toBe(false);
    expect(() => readS3Settings({ ...env, S3_SECRET_ACCESS_KEY: "" })).toThrow("缺少 S3_SECRET_ACCESS_KEY");
    for (const S3_ENDPOINT of ["oss.example", "ftp://oss.example", "https://oss.example/portal"]) expect(() => readS3Settings({ ...env, S3_ENDPOINT })).toThrow("not an S3 endpoint");
    expect(() => readS3Settings({ ...env, S3_BUCKET: "a/../b" })).toThrow("not a bucket name");
  });
});
