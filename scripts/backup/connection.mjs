import pg from "pg";
import { readConnectionSettings } from "../prisma/connection-settings.mjs";

/** What decides how a value is written as text: the same here at backup and at restore, whatever the server prefers. */
const writing = { timezone: "UTC", datestyle: "ISO, MDY", intervalstyle: "postgres", extra_float_digits: "1", bytea_output: "hex", client_encoding: "UTF8" };
const patience = { statement_timeout: "0", idle_in_transaction_session_timeout: "0", lock_timeout: "30s" };

/** One connection for a backup or a restore. `SET`, not start-up options: poolers refuse those. */
export async function openConnection(address) {
  const client = new pg.Client({ ...readConnectionSettings(address).settings, connectionTimeoutMillis: 10_000, application_name: "backup" });
  client.on("error", () => undefined);
  await client.connect();
  for (const [name, value] of Object.entries({ ...writing, ...patience })) await client.query("SELECT set_config($1, $2, false)", [name, value]);
  return client;
}
