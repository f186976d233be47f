import pg from "pg";
import { afterAll } from "vitest";

/** 拿到了数据库最高权限的人：触发器对他不起作用。 */
export async function intruder(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query("SET session_replication_role = replica");
  afterAll(() => client.end());
  return client;
}

/** 动一下手脚，看过之后放回原样。 */
export async function tampered<T>(client: pg.Client, statements: readonly string[], look: () => Promise<T>): Promise<T> {
  await client.query(`CREATE TEMP TABLE kept_entries AS TABLE "AuditEntry"; CREATE TEMP TABLE kept_seals AS TABLE "AuditSeal"; CREATE TEMP TABLE kept_pending AS TABLE "AuditPending"`);
  try {
    for (const statement of statements) await client.query(statement);
    return await look();
  } finally {
    await client.query(`DELETE FROM "AuditEntry"; DELETE FROM "AuditSeal"; DELETE FROM "AuditPending";
      INSERT INTO "AuditEntry" SELECT * FROM kept_entries; INSERT INTO "AuditSeal" SELECT * FROM kept_seals; INSERT INTO "AuditPending" SELECT * FROM kept_pending;
      DROP TABLE kept_entries, kept_seals, kept_pending`);
  }
}
