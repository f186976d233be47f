import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    testServer: string;
    templateDatabase: string;
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("testServer") });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/**
 * A migrated, empty database for one test file: a clone of the template, dropped after the file. Call it at the top of
 * the file (`await freshDatabase()`), before anything asks lib/data for a connection. Gives its address.
 */
export async function freshDatabase(): Promise<string> {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);
  const address = new URL(inject("testServer"));
  address.pathname = `/${name}`;
  process.env.DATABASE_URL = address.href;
  afterAll(async () => {
    const { closeDatabase } = await import("@/lib/data/client");
    await closeDatabase();
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return address.href;
}
