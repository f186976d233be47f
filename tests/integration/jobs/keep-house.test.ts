import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { newDraft, ownDataFolder } from "../attachments/fixtures";
import { freshDatabase } from "../database";

await freshDatabase();
ownDataFolder("keep-house");
const { db } = await import("@/lib/data/client");
const { objectStorage } = await import("@/lib/integrations/storage");
const { keepHouse } = await import("@/lib/services/jobs/keep-house");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { staff } = await import("../review/cases");

const HOUR = 3_600_000;
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);
const run = () => keepHouse(systemActor);

describe("定时清理", () => {
  it("过期已久的验证码、会话、失败计数、次数计数、断掉的上传都清掉，还有用的都留着", async () => {
    const { accountId } = await staff(["intake"]);
    const code = (expiresAt: Date) => ({ purpose: "register", mobile: "13900000002", codeHash: "-", expiresAt });
    await db().verificationCode.createMany({ data: [code(ago(30)), code(ago(1)), code(ago(-1))] });
    const session = (expiresAt: Date, endedAt: Date | null) => ({ accountId, expiresAt, endedAt });
    await db().session.createMany({ data: [session(ago(24 * 31), null), session(ago(-1), ago(24 * 31)), session(ago(24 * 2), null), session(ago(-12), null)] });
    await db().loginAttempt.createMany({ data: [{ login: "old", failures: 3, firstAt: ago(30) }, { login: "new", failures: 3, firstAt: ago(0) }, { login: "locked", failures: 5, firstAt: ago(30), lockedUntil: ago(-1) }] });
    await db().rateLimit.createMany({ data: [{ key: "old", count: 1, until: ago(30) }, { key: "new", count: 1, until: ago(-1) }] });
    const upload = (createdAt: Date) => ({ fileKey: randomUUID(), storageKey: randomUUID(), metadata: {}, callbackUrl: "-", callbackSlug: "-", createdAt });
    await db().pendingUpload.createMany({ data: [upload(ago(30)), upload(ago(1))] });
    const [running, over] = [await newDraft(), await newDraft()];
    await db().case.update({ where: { id: running.applicationId }, data: { openKey: randomUUID() } });
    await db().casePerson.createMany({ data: [running, over].map(({ applicationId }) => ({ caseId: applicationId, idNumber: "210200198003125554", kind: "technician" })) });

    expect(await run()).toEqual({ verificationCodes: 1, sessions: 2, signInAttempts: 1, pendingUploads: 1, casePeople: 1, reinspected: 0, orphans: 0, failed: 0 });
    expect(await db().verificationCode.count()).toBe(2);
    expect(await db().session.count()).toBe(2);
    expect((await db().loginAttempt.findMany({ orderBy: { login: "asc" } })).map(({ login }) => login)).toEqual(["locked", "new"]);
    expect((await db().rateLimit.findMany()).map(({ key }) => key)).toEqual(["new"]);
    expect(await db().pendingUpload.count()).toBe(1);
    expect((await db().casePerson.findMany()).map(({ caseId }) => caseId)).toEqual([running.applicationId]);
  });

  it("七天没有确认的导入视为放弃，读出的内容清除；还没有满的留着", async () => {
    const checked = (hours: number) => ({ fileName: "导入.xlsx", sha256: "0", size: 1, content: { enterprises: { headers: [], lines: [] } }, report: [], added: 0, updated: 0, unchanged: 0, faulty: 0, createdById: randomUUID(), createdByName: "王工", createdAt: ago(hours) });
    await db().importRun.createMany({ data: [checked(24 * 8), checked(24 * 6)] });
    expect(await run()).toMatchObject({ failed: 0 });
    expect((await db().importRun.findMany({ orderBy: { createdAt: "asc" } })).map(({ state, content }) => [state, content === null])).toEqual([["discarded", true], ["checked", false]]);
  });

  it("一批删不完的接着删；两个进程同时清理，谁也不出错", async () => {
    await db().verificationCode.deleteMany();
    await db().$executeRaw`
      INSERT INTO "VerificationCode" ("id", "purpose", "mobile", "codeHash", "expiresAt")
      SELECT gen_random_uuid(), 'register', '13900000002', '-', now() - interval '30 hours' FROM generate_series(1, 4500)`;
    const [first, second] = await Promise.all([run(), run()]);
    expect([first.failed, second.failed]).toEqual([0, 0]);
    expect(first.verificationCodes + second.verificationCodes).toBe(4_500);
    expect(await db().verificationCode.count()).toBe(0);
  });

  it("断掉的上传留下的临时文件，两小时后清掉", async () => {
    const folder = path.join(process.env.DATA_DIR ?? "", "uploads", "parts");
    mkdirSync(folder, { recursive: true });
    for (const [name, hours] of [["old", 3], ["new", 1]] as const) {
      writeFileSync(path.join(folder, name), "x");
      utimesSync(path.join(folder, name), ago(hours), ago(hours));
    }
    await run();
    expect(readdirSync(folder)).toEqual(["new"]);
  });

  it("取消了的新行留下的附件，一天后连文件一起去掉；行还在的、刚传的、页签刚存过的、提交过的都留着", async () => {
    const { applicationId, actor } = await newDraft();
    const submitted = await newDraft("submitted");
    const put = async (applicationId: string, rowId: string | null, hours: number, sectionKey = "skilled-workers"): Promise<{ id: string; key: string }> => {
      const { key } = await objectStorage().put(Readable.from([Buffer.from("%PDF-1.7")]), { maxBytes: 100 });
      const { id } = await db().attachment.create({
        data: { applicationId, sectionKey, slot: "CERT", rowId, storageKey: key, name: "证.pdf", mediaType: "application/pdf", size: 8, sha256: "0", state: "checked", uploadedById: actor.accountId, createdAt: ago(hours) },
      });
      return { id, key };
    };
    const answers = (sectionKey: string, rowId: string, hours: number) =>
      db().$executeRaw`INSERT INTO "SectionAnswer" ("applicationId", "sectionKey", "data", "revision", "updatedAt", "updatedById")
        VALUES (${applicationId}::uuid, ${sectionKey}, ${JSON.stringify({ note: "rowId", rows: [{ rowId }] })}::jsonb, 1, ${ago(hours)}, ${actor.accountId}::uuid)`;
    await answers("skilled-workers", "row-saved-1", 30);
    await answers("technicians", "row-other-1", 1);
    const orphans = [await put(applicationId, "row-gone-01", 25), await put(applicationId, "row-gone-02", 40, "performance")];
    const kept = [
      await put(applicationId, "row-saved-1", 30), await put(applicationId, null, 30), await put(applicationId, "row-gone-03", 23),
      await put(applicationId, "row-gone-04", 30, "technicians"), await put(submitted.applicationId, "row-gone-05", 30),
    ];
    const shared = await put(applicationId, "row-gone-06", 30);
    await db().attachment.update({ where: { id: shared.id }, data: { copiedFromId: randomUUID() } });

    expect((await run()).orphans).toBe(3);
    const stateOf = async ({ id }: { id: string }) => (await db().attachment.findUniqueOrThrow({ where: { id } })).state;
    const isStored = async ({ key }: { key: string }) => (await objectStorage().stat(key)) !== undefined;
    expect(await Promise.all([...orphans, shared].map(stateOf))).toEqual(["removed", "removed", "removed"]);
    expect(await Promise.all([...orphans, shared].map(isStored))).toEqual([false, false, true]);
    expect(await Promise.all(kept.map(stateOf))).toEqual(kept.map(() => "checked"));
    expect(await db().auditEntry.count({ where: { action: "attachment.tidy", actorName: "系统" } })).toBe(3);
    expect((await run()).orphans).toBe(0);
  });

  it("一项不成只报告，别的照做；账号不能直接做", async () => {
    await db().verificationCode.create({ data: { purpose: "register", mobile: "13900000002", codeHash: "-", expiresAt: ago(30) } });
    await db().$executeRawUnsafe(`ALTER TABLE "RateLimit" RENAME TO "Away"`);
    try {
      expect(await run()).toMatchObject({ verificationCodes: 1, failed: 1 });
    } finally {
      await db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "RateLimit"`);
    }
    await expect(keepHouse(await staff(["administrator"]))).rejects.toMatchObject({ code: "forbidden" });
  });
});
