import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pdfFile } from "../../builders/files";
import { StrictS3 } from "../../unit/integrations/storage/strict-s3";
import { freshDatabase } from "../database";
import { newDraft, ownDataFolder, presign, put, session, upload } from "./fixtures";

vi.mock("@/lib/auth/current-actor", () => ({ currentActor: () => Promise.resolve(session.actor) }));
ownDataFolder("s3");
await freshDatabase();
const { db } = await import("@/lib/data/client");
const { openAttachment } = await import("@/lib/services/attachments/open-attachment");
const { removeAttachment } = await import("@/lib/services/attachments/remove-attachment");
const { readAll } = await import("@/lib/integrations/storage");

const bucket = { bucket: "portal", region: "cn-test-1", accessKeyId: "AKTEST", secretAccessKey: "secret" };
const service = new StrictS3(bucket);
const { endpoint } = await service.start();
Object.assign(process.env, { S3_ENDPOINT: endpoint.href, S3_BUCKET: bucket.bucket, S3_REGION: bucket.region, S3_ACCESS_KEY_ID: bucket.accessKeyId, S3_SECRET_ACCESS_KEY: bucket.secretAccessKey });
afterAll(() => service.stop());
const pdf = await pdfFile();

let applicationId = "";
let actor: Awaited<ReturnType<typeof newDraft>>["actor"];
beforeEach(async () => {
  ({ applicationId, actor } = await newDraft());
  session.actor = actor;
});

const onDisk = (): string[] => {
  const folder = path.join(process.env.DATA_DIR ?? "", "uploads");
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name) : [];
};

describe("附件存在 S3（替身）：经过我们的入口，隔离与检查照旧", () => {
  it("选取的文件检查过才算数，内容在桶里、不在本机；打开的一字不差，去掉就没有了", async () => {
    const { body } = await upload({ applicationId }, "营业执照.pdf", pdf);
    expect(body.serverData).toMatchObject({ ok: true, file: { name: "营业执照.pdf" } });
    const { id, storageKey, state } = await db().attachment.findFirstOrThrow({ where: { applicationId } });
    expect(state).toBe("checked");
    expect(service.objects.get(storageKey)?.content.equals(pdf)).toBe(true);
    expect(onDisk()).toEqual([]);
    const opened = await openAttachment(actor, id);
    expect((await readAll(opened.stream, 1e7)).equals(pdf)).toBe(true);
    await removeAttachment(actor, { attachmentId: id });
    expect(service.objects.size).toBe(0);
  });

  it("内容不对的不收，也不留在桶里", async () => {
    const { body } = await upload({ applicationId }, "营业执照.pdf", Buffer.from("<html><script>alert(1)</script>"));
    expect(body.serverData?.ok).not.toBe(true);
    expect(service.objects.size).toBe(0);
    expect(await db().attachment.count({ where: { applicationId, state: "checked" } })).toBe(0);
  });

  it("S3 停着：给编号，不留半截的登记与文件；好了之后同一地址再传就成", async () => {
    const [target] = (await presign({ applicationId }, [{ name: "营业执照.pdf", size: pdf.length }])).body;
    if (!target) throw new Error("no address");
    process.env.S3_ENDPOINT = "http://127.0.0.1:9";
    const { status, body } = await put(target, pdf);
    process.env.S3_ENDPOINT = endpoint.href;
    expect({ status, message: body.message }).toEqual({ status: 500, message: expect.stringMatching(/编号 \w{6}$/) });
    expect([await db().attachment.count({ where: { applicationId } }), service.objects.size, onDisk()]).toEqual([0, 0, []]);
    expect((await put(target, pdf)).body.serverData).toMatchObject({ ok: true });
  });
});
