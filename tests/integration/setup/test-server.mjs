import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { ensureDatabaseClient } from "../../../scripts/build/database-client.mjs";
import { inProject } from "../../../scripts/platform/locations.mjs";
import { createDatabase } from "../../../scripts/postgres/external-server.mjs";
import { joinEmbeddedServer } from "../../../scripts/postgres/embedded-server.mjs";
import { applyMigrations } from "../../../scripts/prisma/apply-migrations.mjs";

// Nothing here outlives a run, so the disk need not be waited for.
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** The PostgreSQL of TEST_DATABASE_URL (its role must be allowed to create databases), else an embedded one of its own. */
async function openServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    return { address: (database) => Object.assign(new URL(given), { pathname: `/${database}` }).href, leave: async () => undefined };
  }
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = path.join(".data", "test-postgres");
  const server = await joinEmbeddedServer(careless);
  if (before === undefined) delete process.env.DATA_DIR;
  else process.env.DATA_DIR = before;
  return server;
}

function templateName() {
  const folder = inProject("prisma/migrations");
  const hash = createHash("sha256");
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = path.join(folder, name, "migration.sql");
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return `template_${hash.digest("hex").slice(0, 16)}`;
}

/** Migrates one database per state of prisma/migrations; every test file clones it. It gets its name only when it is complete. */
async function ensureTemplate(client, server) {
  const name = templateName();
  const exists = async () => (await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount > 0;
  if (await exists()) return name;
  const draft = `template_draft_${process.pid}`;
  await client.query(`DROP DATABASE IF EXISTS ${draft}`);
  await createDatabase(server.address(draft));
  await applyMigrations(server.address(draft));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`).catch(async (error) => {
    if (!(await exists())) throw error;
    await client.query(`DROP DATABASE ${draft}`);
  });
  return name;
}

/** Databases of test processes that were killed. */
async function dropLeftovers(client) {
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9]+_'");
  for (const { datname } of rows) {
    try {
      process.kill(Number(datname.split("_")[1]), 0);
    } catch {
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  }
}

export default async function openTestServer(project) {
  await ensureDatabaseClient();
  const server = await openServer();
  const client = new pg.Client({ connectionString: server.address("postgres") });
  await client.connect();
  try {
    await dropLeftovers(client);
    project.provide("templateDatabase", await ensureTemplate(client, server));
    project.provide("testServer", server.address("postgres"));
  } catch (error) {
    await server.leave();
    throw error;
  } finally {
    await client.end();
  }
  return server.leave;
}
