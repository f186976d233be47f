import { createWriteStream } from "node:fs";
import path from "node:path";
import { createGzip } from "node:zlib";
import { openConnection } from "./connection.mjs";
import { copyOut, listMigrations, listTables } from "./tables.mjs";

const SEQUENCES = `SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`;
const FILE_COLUMNS = `
  SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> 'PendingUpload' GROUP BY table_name HAVING bool_or(column_name = 'storageKey')`;

/** Sequences stand outside transactions: read after the rows, they are never behind them. */
async function readSequences(client) {
  const { rows } = await client.query(SEQUENCES);
  const values = [];
  for (const { name } of rows) {
    const { rows: [{ value, called }] } = await client.query(`SELECT last_value::text AS value, is_called AS called FROM public.${client.escapeIdentifier(name)}`);
    values.push({ name, value, called });
  }
  return values;
}

/**
 * Every stored file that a row names, found by the column `storageKey`, so that a new table is not forgotten. `needed`: a
 * row that is neither rejected nor removed says the file is there. Uploads under way (PendingUpload) are not yet anyone's.
 */
export async function listStoredFiles(client) {
  const found = new Map();
  const { rows: tables } = await client.query(FILE_COLUMNS);
  for (const { name, columns } of tables) {
    const has = (column, text, otherwise) => (columns.includes(column) ? text : otherwise);
    const needed = `${has("state", `"state" NOT IN ('rejected', 'removed')`, "true")} AND ${has("removedAt", `"removedAt" IS NULL`, "true")}`;
    const sha256 = has("sha256", `max("sha256")`, "NULL");
    const { rows } = await client.query(`SELECT "storageKey" AS key, bool_or(${needed}) AS needed, ${sha256} AS sha256 FROM public.${client.escapeIdentifier(name)} WHERE "storageKey" IS NOT NULL GROUP BY 1 ORDER BY 1`);
    for (const row of rows) found.set(row.key, { ...row, needed: row.needed || (found.get(row.key)?.needed ?? false) });
  }
  return [...found.values()];
}

/**
 * Writes one file per table into `folder`, all of the same moment: one repeatable-read transaction that only reads, so that
 * the system goes on working. Gives what the manifest says about the database, and the stored files its rows name.
 */
export async function dumpDatabase(address, folder) {
  const client = await openConnection(address);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows: [{ version }] } = await client.query("SELECT current_setting('server_version') AS version");
    const migrations = await listMigrations(client);
    const tables = [];
    for (const table of await listTables(client)) {
      const file = createWriteStream(path.join(folder, `${table.name}.copy.gz`), { mode: 0o600, flags: "wx" });
      tables.push({ ...table, ...(await copyOut(client, table, createGzip({ level: 6 }), file)) });
    }
    const files = await listStoredFiles(client);
    const sequences = await readSequences(client);
    await client.query("COMMIT");
    return { database: { version, migrations, tables, sequences }, files };
  } finally {
    await client.end();
  }
}

/** Of files that were not found: those that are still needed now, and not removed while the backup ran. */
export async function stillNeeded(address, keys) {
  const client = await openConnection(address);
  try {
    const now = new Map((await listStoredFiles(client)).map((file) => [file.key, file.needed]));
    return keys.filter((key) => now.get(key));
  } finally {
    await client.end();
  }
}
