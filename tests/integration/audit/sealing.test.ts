import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { freshDatabase } from "../database";

const address = await freshDatabase();
const { pool, sql, transaction } = await import("@/lib/data/client");
const { recordAudit } = await import("@/lib/services/audit/record-audit");
const { verifyAudit } = await import("@/lib/services/audit/verify-audit");
const { sealAudit } = await import("@/lib/services/jobs/seal-audit");
const { systemActor } = await import("@/lib/services/jobs/system-actor");

const note = { actor: systemActor, action: "attachment.tidy", subject: "Attachment" } as const;
const seal = async (): Promise<number> => (await sealAudit(systemActor)).sealed;
const one = async <T>(text: string): Promise<T> => ((await sql().query(text)).rows[0] as { v: T }).v;
const sealed = () => one<number>(`SELECT count(*)::int AS v FROM "AuditSeal"`);
const entries = () => one<number>(`SELECT count(*)::int AS v FROM "AuditEntry"`);

const insert = `INSERT INTO "AuditEntry" ("id", "actorName", "audience", "action", "subject", "detail") VALUES (gen_random_uuid(), '系统', 'system', 'attachment.tidy', 'Attachment', '{"b": 1, "a": 2.50}')`;

async function another(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return client;
}

describe("封存", () => {
  it("提交得晚的不漏：先写后提交的轮到下一次，链仍完整", async () => {
    const late = await another();
    await late.query("BEGIN");
    await late.query(insert);
    await transaction((tx) => recordAudit(tx, note));
    expect(await seal()).toBe(1);
    expect(await seal()).toBe(0);
    await late.query("COMMIT");
    await late.end();
    expect(await seal()).toBe(1);
    expect(await verifyAudit(systemActor)).toMatchObject({ checked: 2, waiting: 0 });
  });

  it("回滚的不封存", async () => {
    const before = await entries();
    await transaction(async (tx) => {
      await recordAudit(tx, note);
      throw new Error("no");
    }).catch(() => undefined);
    await seal();
    expect([await entries(), await sealed()]).toEqual([before, before]);
  });

  it("几台服务器同时封存，另有二十人同时在写、有的回滚：每条恰好一环，次序连续", async () => {
    const writers = Array.from({ length: 20 }, async (_, index) => {
      const client = await another();
      for (let turn = 0; turn < 10; turn += 1) {
        await client.query("BEGIN");
        await client.query(insert);
        await pause((index * 7 + turn * 13) % 9);
        await client.query(insert);
        await client.query((index + turn) % 4 === 0 ? "ROLLBACK" : "COMMIT");
      }
      await client.end();
    });
    const written = new AbortController();
    const sealers = Array.from({ length: 4 }, async () => {
      while (!written.signal.aborted) {
        await seal();
        await pause(3);
      }
    });
    await Promise.all(writers);
    written.abort();
    await Promise.all(sealers);
    await seal();
    expect(await sealed()).toBe(await entries());
    expect(await one(`SELECT array_agg(DISTINCT s."seq" - r.n) = '{0}' AS v FROM "AuditSeal" s JOIN (SELECT "seq", row_number() OVER (ORDER BY "seq") AS n FROM "AuditSeal") r USING ("seq")`)).toBe(true);
    const { fault, checked } = await verifyAudit(systemActor);
    expect(fault).toBeUndefined();
    expect(checked).toBeGreaterThan(250);
  }, 60_000);

  it("积压的一批一批封存，很快；三千条封存与校验各不到五秒", async () => {
    await sql().query(`INSERT INTO "AuditEntry" ("id", "actorName", "audience", "action", "subject", "subjectId", "detail")
      SELECT gen_random_uuid(), '系统', 'system', 'attachment.tidy', 'Attachment', n::text, jsonb_build_object('slot', 'S' || n) FROM generate_series(1, 3000) n`);
    const began = Date.now();
    expect(await seal()).toBeGreaterThanOrEqual(3_000);
    const middle = Date.now();
    expect((await verifyAudit(systemActor)).fault).toBeUndefined();
    expect([middle - began < 5_000, Date.now() - middle < 5_000]).toEqual([true, true]);
  });

  it("链的散列照所写的算：上一环的三十二个字节，接上十项的 JSON 数组", async () => {
    const { createHash } = await import("node:crypto");
    const { rows } = await sql().query<{ seq: string; chain: Buffer; own: Buffer; text: string }>(
      `SELECT s."seq", s."chainHash" AS chain, s."entryHash" AS own,
         '[' || to_json(e."id"::text) || ',' || to_json(to_char(e."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || ',' || coalesce(to_json(e."actorId"::text)::text, 'null') || ',' || to_json(e."actorName")
           || ',' || to_json(e."audience") || ',' || to_json(e."action") || ',' || to_json(e."subject") || ',' || coalesce(to_json(e."subjectId")::text, 'null') || ',' || coalesce(to_json(e."detail"::text)::text, 'null') || ',' || coalesce(to_json(e."address")::text, 'null') || ']' AS text
       FROM "AuditSeal" s JOIN "AuditEntry" e ON e."id" = s."entryId" ORDER BY s."seq" LIMIT 20`,
    );
    let previous = Buffer.alloc(32);
    for (const { chain, own, text } of rows) {
      expect(own.toString("hex")).toBe(createHash("sha256").update(text).digest("hex"));
      previous = createHash("sha256").update(previous).update(text).digest();
      expect(chain.toString("hex")).toBe(previous.toString("hex"));
    }
    expect(rows).toHaveLength(20);
  });

  it("封存与待封存都不许改，整表也清不空；只有系统自己能封存", async () => {
    const forbidden = [
      `UPDATE "AuditSeal" SET "sealedAt" = now()`, `DELETE FROM "AuditSeal"`, `TRUNCATE "AuditSeal"`, `TRUNCATE "AuditEntry"`, `TRUNCATE "AuditPending"`,
      `UPDATE "AuditPending" SET "entryId" = '${randomUUID()}'`,
    ];
    await pool().query(insert);
    for (const statement of forbidden) await expect(pool().query(statement), statement).rejects.toThrow("append-only");
    await expect(sealAudit({ kind: "public", address: "10.0.0.1" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
