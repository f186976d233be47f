import pg from "pg";
import { readConnectionSettings } from "./connection-settings.mjs";

const errorCodes = { "3D000": "P1003", "28P01": "P1000", "42P04": "P1009", ECONNREFUSED: "P1001", ENOTFOUND: "P1001" };

/** Runs `can-connect-to-database`, `create-database` or `drop-database`; gives the exit code the CLI expects. */
export async function runDatabaseCommand(command, datasource) {
  // The CLI skips the first line of stderr.
  process.stderr.write("Starting schema engine CLI\n");
  const { settings } = readConnectionSettings(datasource.url);
  const target = command === "can-connect-to-database" ? settings.database : "postgres";
  const client = new pg.Client({ ...settings, database: target });
  try {
    await client.connect();
    const name = client.escapeIdentifier(settings.database);
    if (command === "create-database") await client.query(`CREATE DATABASE ${name}`);
    if (command === "drop-database") await client.query(`DROP DATABASE IF EXISTS ${name}`);
    writeLog("INFO", { message: "ok" });
    return 0;
  } catch (error) {
    writeLog("ERROR", { message: error.message || String(error.code), error_code: errorCodes[error.code] ?? "P1010" });
    return 101;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function writeLog(level, fields) {
  const entry = { timestamp: new Date().toISOString(), level, fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
