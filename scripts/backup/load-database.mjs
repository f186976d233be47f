import { createReadStream } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Failure } from "../platform/failure.mjs";
import { openConnection } from "./connection.mjs";
import { copyIn, copyOut, listMigrations, listTables } from "./tables.mjs";

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`;

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Refuses a database that holds anything. `fresh`: it has no tables yet. */
export async function requireEmpty(client, { migrations }) {
  const tables = await listTables(client);
  if (tables.length === 0) return { fresh: true };
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM public.${client.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount > 0) throw new Failure(`目标数据库不是空的（表 ${name} 里有数据），不会覆盖；请换一个空的数据库或数据目录`, "the target database is not empty");
  }
  if (!same(await listMigrations(client), migrations)) {
    throw new Failure("目标数据库的迁移与备份不同，请换一个没有表的数据库", "the target database has other migrations than the backup");
  }
  return { fresh: false };
}

/** Tables and columns of the target must be those of the backup, else COPY would fill the wrong ones. */
async function requireSameTables(client, tables) {
  const shape = (list) => list.map(({ name, columns }) => ({ name, columns }));
  if (!same(shape(await listTables(client)), shape(tables))) throw new Failure("目标数据库的表与备份不同", "the target database has other tables than the backup");
}

async function loadTable(client, folder, table) {
  const source = createReadStream(path.join(folder, `${table.name}.copy.gz`));
  await copyIn(client, table, source, createGunzip());
  // Read back as it was written: every value of every row is the same, or nothing is kept.
  const { rows, sha256 } = await copyOut(client, table, nowhere());
  if (rows !== table.rows || sha256 !== table.sha256) throw new Failure(`表 ${table.name} 恢复后与备份不同，已全部撤回`, `table ${table.name} differs after loading; nothing was kept`);
}

/**
 * Loads the dump in one transaction as the owner of the tables; it need not be a superuser. Triggers rest meanwhile, for
 * they would stamp, queue or refuse what happened long ago; foreign keys are taken off and put back, which checks them all.
 */
export async function loadDatabase(address, folder, { tables, sequences }) {
  const client = await openConnection(address);
  const everyTable = async (action) => {
    for (const { name } of tables) await client.query(`ALTER TABLE public.${client.escapeIdentifier(name)} ${action} TRIGGER USER`);
  };
  try {
    await client.query("BEGIN");
    await requireSameTables(client, tables);
    const { rows: foreignKeys } = await client.query(FOREIGN_KEYS);
    await everyTable("DISABLE");
    for (const { table, name } of foreignKeys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    // A migration may itself have put rows there.
    await client.query(`TRUNCATE ${tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`).join(", ")}`);
    for (const table of tables) await loadTable(client, folder, table);
    for (const { table, name, definition } of foreignKeys) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    for (const { name, value, called } of sequences) await client.query("SELECT setval(format('public.%I', $1::text)::regclass, $2::bigint, $3)", [name, value, called]);
    await everyTable("ENABLE");
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } catch (error) {
    if (error.code === "42501") throw new Failure("数据库角色不是这些表的所有者，请用应用迁移的那个角色恢复", `not the owner: ${error.message}`);
    throw error;
  } finally {
    await client.end();
  }
}
