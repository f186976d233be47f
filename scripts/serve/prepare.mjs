import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { ensureDatabaseClient } from "../build/database-client.mjs";
import { openMigratedDatabase } from "../database.mjs";
import { Failure } from "../platform/failure.mjs";
import { makeFolder } from "../platform/folder.mjs";
import { dataDirectory, inData, inProject } from "../platform/locations.mjs";
import { tryLock } from "../platform/process-lock.mjs";
import { readAddress } from "./address.mjs";
import { loadDemonstration } from "./demonstration.mjs";
import { loadKeys } from "./keys.mjs";

/** Everything a server needs before it can run; gives its address and environment. The session undoes it all. */
export async function prepareServer(session, announce) {
  claimData(session);
  const address = await readAddress();
  const keys = loadKeys();
  announce("准备数据库");
  const database = await openMigratedDatabase();
  session.defer(database.close);
  const environment = {
    ...process.env,
    ...keys,
    DATABASE_URL: database.address,
    DATA_DIR: dataDirectory(),
    PORT: String(address.port),
    HOSTNAME: address.host,
    NEXTAUTH_URL: address.origin,
    APP_ORIGIN: address.origin,
    // Readiness asks whether the database has come this far.
    LATEST_MIGRATION: readdirSync(inProject("prisma/migrations"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort().at(-1),
    NEXT_TELEMETRY_DISABLED: "1",
  };
  await ensureDatabaseClient();
  await loadDemonstration(session, database, environment, () => announce("载入演示数据"));
  return { address, environment, database };
}

/** One server per data directory: a second one is refused while the first lives. */
function claimData(session) {
  try {
    makeFolder(dataDirectory());
    if (!statSync(dataDirectory()).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(dataDirectory(), constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Failure(`数据目录 ${dataDirectory()} 无法读写，请检查其所有者和权限`, `cannot use the data directory: ${error.code}`);
  }
  const lock = tryLock(inData("server.lock"));
  if (!lock.release) {
    throw new Failure(`数据目录 ${dataDirectory()} 已有服务在运行（进程 ${lock.holder?.pid}），请先停止它`, "already running on this data");
  }
  session.defer(lock.release);
}
