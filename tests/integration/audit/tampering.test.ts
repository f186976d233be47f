import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { anchorText } from "@/lib/audit/anchor";
import type { ChainHead } from "@/lib/audit/views";
import { root } from "@/tests/architecture/source-file";
import { freshDatabase } from "../database";
import { intruder, tampered } from "./tamper";

const address = await freshDatabase();
const { db, sql } = await import("@/lib/data/client");
const { linkEntries, genesis, headOf } = await import("@/lib/services/audit/chain");
const { listSeals } = await import("@/lib/data/audit-seals");
const { recordAudit } = await import("@/lib/services/audit/record-audit");
const { verifyAudit } = await import("@/lib/services/audit/verify-audit");
const { sealAudit } = await import("@/lib/services/jobs/seal-audit");
const { systemActor } = await import("@/lib/services/jobs/system-actor");
const client = await intruder(address);

const LENGTH = 12;
const TARGET = 5;
let targetId = "";
let head: ChainHead;

beforeAll(async () => {
  const staff = { kind: "staff", accountId: randomUUID(), sessionId: "-", name: "吴管理", officeCode: "NEEB", roles: ["administrator"], address: "10.0.0.7" } as const;
  for (let n = 1; n <= LENGTH; n += 1) {
    await recordAudit(db(), { actor: staff, action: "settings.change", subject: "Setting", subjectId: "passwordProfile", detail: { before: "djbh3", after: "asvs", n } });
  }
  await sealAudit(systemActor);
  targetId = (await listSeals(sql(), TARGET - 1, 1))[0]?.entryId ?? "";
  head = (await verifyAudit(systemActor)).head;
  await sealAudit(systemActor);
});

const verify = (anchor?: string) => verifyAudit(systemActor, anchor ? { anchor } : {});
const faultAfter = (...statements: string[]) => tampered(client, statements, async () => (await verify()).fault);
const at = `WHERE "id" = (SELECT "entryId" FROM "AuditSeal" WHERE "seq" = ${TARGET})`;

describe("校验认得出手脚", () => {
  it("没有动过的是完整的；抄下的链首对得上，只抄十六位也行", async () => {
    expect(await verify()).toMatchObject({ head: { seq: expect.any(Number) }, checked: expect.any(Number) });
    expect((await verify()).fault).toBeUndefined();
    expect((await verify(anchorText(head))).fault).toBeUndefined();
    expect((await verify(`${head.seq} ${head.hash.slice(0, 16).toUpperCase()}`)).fault).toBeUndefined();
    await expect(verify("不是链首")).rejects.toMatchObject({ code: "invalid", fields: { anchor: expect.stringContaining("请照抄链首") } });
  });

  it.each([
    ["at", `"at" + interval '1 millisecond'`], ["actorId", "gen_random_uuid()"], ["actorName", "'别人'"], ["audience", "'system'"], ["action", "'account.signIn'"], ["subject", "'Case'"],
    ["subjectId", "NULL"], ["detail", `'{"before": "djbh3", "after": "djbh3", "n": 5}'`], ["address", "'10.0.0.8'"],
  ])("改了 %s：指出是哪一条", async (column, value) => {
    expect(await faultAfter(`UPDATE "AuditEntry" SET "${column}" = ${value} ${at}`)).toEqual({ kind: "changed", seq: TARGET, entryId: targetId });
  });

  it("删去一条", async () => {
    expect(await faultAfter(`DELETE FROM "AuditEntry" ${at}`)).toEqual({ kind: "deleted", seq: TARGET, entryId: targetId });
  });

  it("连封存一起删去、封存的序号再接上", async () => {
    const remove = [`DELETE FROM "AuditEntry" ${at}`, `DELETE FROM "AuditSeal" WHERE "seq" = ${TARGET}`];
    expect(await faultAfter(...remove)).toEqual({ kind: "missingSeal", seq: TARGET });
    expect(await faultAfter(...remove, `UPDATE "AuditSeal" SET "seq" = -"seq" WHERE "seq" > ${TARGET}`, `UPDATE "AuditSeal" SET "seq" = -"seq" - 1 WHERE "seq" < 0`)).toMatchObject({ kind: "broken", seq: TARGET });
  });

  it("两条换了次序", async () => {
    const swap = [`UPDATE "AuditSeal" SET "seq" = -"seq" WHERE "seq" IN (${TARGET}, ${TARGET + 1})`, `UPDATE "AuditSeal" SET "seq" = CASE "seq" WHEN -${TARGET} THEN ${TARGET + 1} ELSE ${TARGET} END WHERE "seq" < 0`];
    expect(await faultAfter(...swap)).toMatchObject({ kind: "broken", seq: TARGET });
  });

  it("改了内容又补算本条的散列，链接不上", async () => {
    const change = `UPDATE "AuditEntry" SET "actorName" = '别人' ${at}`;
    const rehash = await tampered(client, [change], async () => {
      const [found] = await listSeals(sql(), TARGET - 1, 1);
      return found?.entry ? linkEntries({ ...genesis, seq: TARGET - 1 }, [found.entry])[0]?.entryHash : "";
    });
    expect(await faultAfter(change, `UPDATE "AuditSeal" SET "entryHash" = decode('${rehash}', 'hex') WHERE "seq" = ${TARGET}`)).toEqual({ kind: "broken", seq: TARGET, entryId: targetId });
  });

  it("绕过登记插入一条；等待封存的被删去一条；两样同时做也瞒不过", async () => {
    const id = randomUUID();
    const insert = `INSERT INTO "AuditEntry" ("id", "actorName", "audience", "action", "subject") VALUES ('${id}', '系统', 'system', 'credit.save', 'CreditRecord')`;
    expect(await faultAfter(insert)).toEqual({ kind: "inserted", entryId: id });
    await recordAudit(db(), { actor: systemActor, action: "attachment.tidy", subject: "Attachment" });
    const waiting = `SELECT "entryId" FROM "AuditPending" ORDER BY "position" DESC LIMIT 1`;
    const lost = await faultAfter(`DELETE FROM "AuditEntry" WHERE "id" = (${waiting})`);
    expect(lost).toMatchObject({ kind: "lost", entryId: expect.any(String) });
    expect(await faultAfter(insert, `DELETE FROM "AuditEntry" WHERE "id" = (${waiting})`)).toMatchObject({ kind: "lost" });
    expect(await faultAfter(`DELETE FROM "AuditPending" WHERE "entryId" = (${waiting})`)).toMatchObject({ kind: "inserted" });
  });

  it("从改过的那一条起整条链重算：只有抄下的链首认得出", async () => {
    await client.query("BEGIN");
    await client.query(`UPDATE "AuditEntry" SET "actorName" = '别人' ${at}`);
    const forged = await listSeals(client, 0, 1_000);
    const seals = linkEntries(genesis, forged.flatMap(({ entry }) => entry ?? []));
    await client.query("ROLLBACK");
    const rewrite = seals.map(({ seq, entryHash, chainHash }) => `UPDATE "AuditSeal" SET "entryHash" = decode('${entryHash}', 'hex'), "chainHash" = decode('${chainHash}', 'hex') WHERE "seq" = ${seq}`);
    const [plain, anchored] = await tampered(client, [`UPDATE "AuditEntry" SET "actorName" = '别人' ${at}`, ...rewrite], async () => [await verify(), await verify(anchorText(head))]);
    expect(plain?.fault).toBeUndefined();
    expect(anchored?.fault).toEqual({ kind: "otherChain", seq: head.seq });
    expect(seals.map(headOf)).not.toContainEqual(head);
  });

  it("链尾连同条目一起截去：只有抄下的链首认得出", async () => {
    const cut = [`DELETE FROM "AuditEntry" WHERE "id" IN (SELECT "entryId" FROM "AuditSeal" WHERE "seq" >= ${head.seq})`, `DELETE FROM "AuditSeal" WHERE "seq" >= ${head.seq}`];
    const [plain, anchored] = await tampered(client, cut, async () => [await verify(), await verify(anchorText(head))]);
    expect(plain?.fault).toBeUndefined();
    expect(anchored?.fault).toEqual({ kind: "shortened", seq: head.seq });
  });

  it("长链分几步校验，后一步从前一步停下的地方接着", async () => {
    expect((await verifyAudit(systemActor, { after: TARGET })).fault).toBeUndefined();
    const fault = await tampered(client, [`DELETE FROM "AuditEntry" ${at}`], async () => [(await verifyAudit(systemActor, { after: TARGET - 1 })).fault, (await verifyAudit(systemActor, { after: TARGET })).fault]);
    expect(fault).toEqual([{ kind: "deleted", seq: TARGET, entryId: targetId }, undefined]);
    await expect(verifyAudit(systemActor, { after: 9_999 })).rejects.toMatchObject({ code: "conflict" });
  });

  it("每校验一遍留一条审计，写明结果", async () => {
    await verify();
    expect((await db().auditEntry.findFirstOrThrow({ where: { action: "audit.verify" }, orderBy: { at: "desc" } })).detail).toMatchObject({ outcome: "ok", sealed: expect.any(Number) });
  });

  it("命令 audit:verify：完整为 0，第一处不对为 1，抄错链首为 2；中英文都说", async () => {
    const command = (...parameters: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/audit-verify.mjs", ...parameters], { cwd: root, env: { ...process.env, DATABASE_URL: address, NODE_OPTIONS: "" }, encoding: "utf8" });
      return { status, text: stdout + stderr };
    };
    expect(command(anchorText(head))).toMatchObject({ status: 0, text: expect.stringMatching(/审计完整：已封存 \d+ 条.*audit intact/) });
    const broken = await tampered(client, [`DELETE FROM "AuditEntry" ${at}`], async () => command());
    expect(broken).toMatchObject({ status: 1, text: expect.stringContaining(`第 ${TARGET} 环，条目已不在（link ${TARGET}: entry deleted）`) });
    expect(broken.text).toContain(targetId);
    expect(command("nonsense")).toMatchObject({ status: 2, text: expect.stringContaining("请照抄链首") });
  }, 120_000);
});
