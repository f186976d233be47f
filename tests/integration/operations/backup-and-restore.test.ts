import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freshDatabase } from "../database";

const root = path.resolve(import.meta.dirname, "../../..");
const workplace = mkdtempSync(path.join(tmpdir(), "drill-"));
const source = await freshDatabase();
process.env.DATA_DIR = path.join(workplace, "data");
const { db } = await import("@/lib/data/client");
const { objectStorage } = await import("@/lib/integrations/storage");
const { sealAudit } = await import("@/lib/services/jobs/seal-audit");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const { submittedCase } = await import("../review/cases");

/** 还原用的角色不是超级用户，只拥有这个库。 */
const role = `drill_${process.pid}_${randomBytes(3).toString("hex")}`;
const folder = path.join(workplace, "backup");
const restoredFolder = path.join(workplace, "restored");
const made: string[] = [];

async function ask<T extends object>(address: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return client.query<T>(text).then(({ rows }) => rows).finally(() => client.end());
}

/** 一个空的库，归那个普通角色所有。 */
async function emptyDatabase(): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await ask(inject("testServer"), `CREATE DATABASE ${name} OWNER ${role}`);
  made.push(name);
  return Object.assign(new URL(inject("testServer")), { pathname: `/${name}`, username: role, password: role }).href;
}

function run(script: string, parameters: string[], env: Record<string, string>): Promise<{ code: number; text: string }> {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...parameters], { cwd: root, env: { ...process.env, NODE_OPTIONS: "", INIT_CWD: root, ...env } });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code: code ?? 1, text })));
}

const backUp = (to: string, ...more: string[]) => run("backup", [to, ...more], { DATABASE_URL: source });
const restore = (from: string, address: string, env: Record<string, string> = {}) => run("restore", [from], { DATABASE_URL: address, DATA_DIR: restoredFolder, ...env });

/** 每张表逐行的文字，自己另查，不用备份的程序。 */
async function everyRow(address: string, settings = ""): Promise<Record<string, string[]>> {
  const tables = await ask<{ name: string }>(address, `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`);
  const rows = tables.map(async ({ name }) => [name, (await ask<{ line: string }>(address, `${settings} SELECT t::text AS line FROM "${name}" t ORDER BY 1`)).map(({ line }) => line)] as const);
  return Object.fromEntries(await Promise.all(rows));
}

/** 一边做一边写：每写一条审计，触发器同时登记一行待封存。 */
async function whileWriting<T>(work: () => Promise<T>): Promise<T> {
  const state = { done: false };
  const result = work().finally(() => (state.done = true));
  while (!state.done) await db().auditEntry.create({ data: { actorName: "公众", audience: "public", action: "evaluation.rate", subject: "Case" } });
  return result;
}

const rules = (address: string) =>
  ask(address, `SELECT conrelid::regclass::text AS place, conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3`);

const filesIn = (place: string): Record<string, string> =>
  Object.fromEntries(readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name)).toString("base64")]));

const odd = "制表\t换行\n回车\r反斜杠\\N \\. 引号\"' 𠮷😀 \u200b";

beforeAll(async () => {
  await ask(inject("testServer"), `CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  const { applicationId } = await submittedCase();
  const attachments = await db().attachment.findMany({ where: { applicationId } });
  for (const { id } of attachments) {
    const { key, sha256 } = await objectStorage().put(Readable.from([randomBytes(5_000)]), { maxBytes: 5_000 });
    await db().attachment.update({ where: { id }, data: { storageKey: key, sha256 } });
  }
  await db().outboxMessage.create({ data: { channel: "sms", recipient: "13900000009", template: "verification", body: odd, params: { odd, none: null, deep: [[1e-7, "1.50"]] } } });
  // jsonb 里的 null 不是空值，1.50 不是 1.5
  await db().$executeRaw`INSERT INTO "Setting" ("key", "value", "updatedAt") VALUES ('json-null', 'null', now()), ('decimal', '{"a": 1.50}', now())`;
  await sealAudit(systemActor);
  await db().auditEntry.create({ data: { actorName: "公众", audience: "public", action: "evaluation.rate", subject: "Case", detail: { waiting: "to be sealed" } } });
}, 60_000);

afterAll(async () => {
  for (const name of made) await ask(inject("testServer"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await ask(inject("testServer"), `DROP ROLE IF EXISTS ${role}`);
  rmSync(workplace, { recursive: true, force: true });
});

describe("T16 备份与恢复的演练", () => {
  it("每张表的每一行、每个文件、序列、约束与触发器都相同；角色不必是超级用户", async () => {
    const kept = await backUp(folder);
    expect(kept).toMatchObject({ code: 0, text: expect.stringContaining("keys.json is secret") });
    const before = await everyRow(source);
    expect(before.AuditSeal?.length).toBeGreaterThan(0);
    const target = await emptyDatabase();
    const back = await restore(folder, target);
    expect(back, back.text).toMatchObject({ code: 0, text: expect.stringContaining("逐行与备份相同") });
    expect(back.text).toContain("审计完整");

    const { AuditEntry: entries = [], AuditPending: pending = [], ...after } = await everyRow(target);
    const { AuditEntry: hadEntries = [], AuditPending: hadPending = [], ...had } = before;
    expect(after).toEqual(had);
    // 只多一条：恢复之后校验过审计，它本身也记入审计、排队封存
    expect(entries.filter((line) => !hadEntries.includes(line))).toEqual([expect.stringContaining("audit.verify")]);
    expect([entries.length, pending.length]).toEqual([hadEntries.length + 1, hadPending.length + 1]);
    expect(entries).toEqual(expect.arrayContaining(hadEntries));
    expect(pending).toEqual(expect.arrayContaining(hadPending));
    expect(await rules(target)).toEqual(await rules(source));
    expect(filesIn(path.join(restoredFolder, "uploads/files"))).toEqual(filesIn(path.join(process.env.DATA_DIR ?? "", "uploads/files")));

    // 序列接着往下走，不重号；触发器照样管事
    const next = `SELECT nextval(pg_get_serial_sequence('"AuditPending"', 'position'))::text AS v`;
    expect((await ask<{ v: string }>(target, next))[0]?.v).toBe(String(Number((await ask<{ v: string }>(source, next))[0]?.v) + 1));
    await expect(ask(target, `UPDATE "AuditEntry" SET "actorName" = '改'`)).rejects.toThrow("append-only");
    // 已不是空的：再恢复一次被拒绝
    expect(await restore(folder, target)).toMatchObject({ code: 1, text: expect.stringContaining("不是空的") });
  }, 180_000);

  it("备份只有本人可读；不覆盖已有的文件夹；可以不带密钥，密钥不对不恢复；系统开着也是同一时刻的", async () => {
    for (const place of ["", "manifest.json", "keys.json", "tables/AuditEntry.copy.gz"]) expect(statSync(path.join(folder, place)).mode & 0o077, place).toBe(0);
    expect(await backUp(folder)).toMatchObject({ code: 1, text: expect.stringContaining("不是空的") });
    const apart = path.join(workplace, "apart");
    const during = await whileWriting(() => backUp(apart, "--without-keys"));
    expect(during.code, during.text).toBe(0);
    expect(existsSync(path.join(apart, "keys.json"))).toBe(false);
    const other = Buffer.alloc(32, 9).toString("base64");
    const target = await emptyDatabase();
    const refused = await restore(apart, target, { DATA_KEY: other, DATA_DIR: path.join(workplace, "elsewhere") });
    expect(refused).toMatchObject({ code: 1, text: expect.stringContaining("DATA_KEY 与备份时的密钥不同") });
    expect(await everyRow(target)).toEqual({});
    // 备份时一直有人在写：登记与条目两张表仍是同一时刻的，校验数得拢
    const back = await restore(apart, target, { DATA_DIR: path.join(workplace, "elsewhere") });
    expect(back, back.text).toMatchObject({ code: 0, text: expect.stringContaining("审计完整") });
  }, 180_000);

  it("缺了文件的备份照做，并说出来；坏了的备份一样也不恢复", async () => {
    const [first] = await db().attachment.findMany({ take: 1 });
    await objectStorage().remove(first?.storageKey ?? "");
    const short = path.join(workplace, "short");
    expect(await backUp(short)).toMatchObject({ code: 2, text: expect.stringContaining(first?.storageKey ?? "-") });

    const target = await emptyDatabase();
    const table = path.join(folder, "tables/Case.copy.gz");
    const whole = readFileSync(table);
    truncateSync(table, whole.length - 9);
    expect(await restore(folder, target)).toMatchObject({ code: 1, text: expect.stringContaining("tables/Case.copy.gz 缺失或已损坏") });
    expect(await everyRow(target)).toEqual({});
    writeFileSync(table, whole);
  }, 180_000);
});
