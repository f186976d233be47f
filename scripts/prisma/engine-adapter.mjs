import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { readConnectionSettings } from "./connection-settings.mjs";

// adapter-pg does not know PostgreSQL's "char" (oid 18), which the engine's catalogue queries return.
const catalogueCharacter = 18;
const text = 25;
const characterColumns = new WeakMap();

class CataloguePool extends pg.Pool {
  async query(...parameters) {
    const answer = await super.query(...parameters);
    for (const result of [answer].flat()) rememberCharacterColumns(result);
    return answer;
  }
}

function rememberCharacterColumns(result) {
  const columns = [];
  result.fields?.forEach((field, index) => {
    if (field.dataTypeID !== catalogueCharacter) return;
    field.dataTypeID = text;
    columns.push(index);
  });
  if (columns.length > 0 && result.rows) characterColumns.set(result.rows, columns);
}

async function openAdapter(settings, schema, afterDispose = async () => undefined) {
  const pool = new CataloguePool({ ...settings, max: 1, idleTimeoutMillis: 200 });
  const adapter = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  const dispose = adapter.dispose.bind(adapter);
  return Object.assign(adapter, {
    async queryRaw(query) {
      const result = await queryRaw(query);
      for (const column of characterColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    },
    // adapter-pg splits scripts at every ";" and so breaks $$-quoted bodies. One simple query is one
    // implicit transaction, as with the native engine.
    async executeScript(script) {
      await pool.query(script).catch((error) => adapter.onError(error));
    },
    async dispose() {
      await dispose();
      await afterDispose();
    },
  });
}

/** Connects the engine to the database and, for `diff` and `migrate dev`, to a shadow database that is dropped afterwards. */
export class EngineAdapterFactory {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";

  constructor(datasource) {
    this.datasource = datasource;
  }

  async connect() {
    if (!this.datasource.url) throw new Error("DATABASE_URL is not set.");
    const { settings, schema } = readConnectionSettings(this.datasource.url);
    return openAdapter(settings, schema);
  }

  async connectToShadowDb() {
    if (this.datasource.shadowDatabaseUrl) {
      const { settings, schema } = readConnectionSettings(this.datasource.shadowDatabaseUrl);
      return openAdapter(settings, schema);
    }
    const { settings, schema } = readConnectionSettings(this.datasource.url);
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await runStatement(settings, `CREATE DATABASE "${database}"`);
    const drop = () => runStatement(settings, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
    return openAdapter({ ...settings, database }, schema, drop);
  }
}

async function runStatement(settings, statement) {
  const client = new pg.Client(settings);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
