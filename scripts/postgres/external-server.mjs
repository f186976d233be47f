import pg from "pg";
import { Failure } from "../platform/failure.mjs";
import { readConnectionSettings } from "../prisma/connection-settings.mjs";

const oldestVersion = 15;

function parse(address) {
  try {
    if (!/^postgres(ql)?:$/.test(new URL(address).protocol)) throw new Error("not a postgresql:// address");
    return readConnectionSettings(address).settings;
  } catch (error) {
    throw new Failure("DATABASE_URL 不是有效的 PostgreSQL 地址", `DATABASE_URL: ${error.message}`);
  }
}

async function connect(settings) {
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Creates a database unless it is there; two processes may try at once. */
export async function createDatabase(address) {
  const settings = parse(address);
  const client = await connect({ ...settings, database: "postgres" });
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [settings.database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(settings.database)}`);
  } catch (error) {
    const made = error.code === "42P04" || error.code === "23505";
    if (!made) throw error;
  } finally {
    await client.end();
  }
}

/** Checks that the PostgreSQL of DATABASE_URL answers, is new enough and holds Chinese text; creates the database when it is missing. */
export async function checkExternalServer(address) {
  const settings = parse(address);
  const place = `${settings.host}:${settings.port}/${settings.database}`;
  try {
    await readVersion(settings, place);
  } catch (error) {
    if (error.code !== "3D000") throw explain(error, place);
    await createDatabase(address).catch((reason) => {
      throw new Failure(`数据库 ${place} 不存在，也无法创建，请先创建它`, `cannot create the database: ${reason.message}`);
    });
    await readVersion(settings, place);
  }
}

async function readVersion(settings, place) {
  const client = await connect(settings);
  try {
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding");
    const { version, encoding } = rows[0];
    if (version < oldestVersion * 10_000) {
      const found = Math.floor(version / 10_000);
      throw new Failure(`需要 PostgreSQL ${oldestVersion} 或更高版本，${place} 是 ${found}`, `PostgreSQL ${found} is too old`);
    }
    if (encoding !== "UTF8") throw new Failure(`数据库 ${place} 的编码须为 UTF8，当前是 ${encoding}`, `database encoding must be UTF8`);
  } finally {
    await client.end();
  }
}

function explain(error, place) {
  if (error instanceof Failure) return error;
  if (error.code === "28P01" || error.code === "28000") {
    return new Failure(`数据库 ${place} 拒绝了用户名或密码，请检查 DATABASE_URL`, "authentication failed");
  }
  const reason = error.code ?? error.message;
  return new Failure(`无法连接数据库 ${place}，请确认它已启动且 DATABASE_URL 正确`, `cannot reach PostgreSQL: ${reason}`);
}
