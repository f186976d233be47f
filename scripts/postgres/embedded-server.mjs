import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Failure } from "../platform/failure.mjs";
import { makeFolder } from "../platform/folder.mjs";
import { dataDirectory, inData } from "../platform/locations.mjs";
import { readPrivateJson, writePrivateJson } from "../platform/private-file.mjs";
import { isAlive, ownMark } from "../platform/process-mark.mjs";
import { withLock } from "../platform/process-lock.mjs";
import { createCluster, runningPort, startCluster, stopCluster } from "./cluster.mjs";
import { findFreePort, isPortFree } from "./free-port.mjs";
import { postgresPrograms } from "./programs.mjs";
import { isRoot, mayEnter, serverUser } from "./system-user.mjs";

const role = "app";
/** For root in a project the server's user may not enter. */
const systemFolder = "/var/lib/qualification-credit-system";

/** Where this data directory's cluster lies and its password; decided at the first start and then kept. */
function readSettings() {
  const file = inData("postgres.json");
  const known = readPrivateJson(file);
  if (known) return known;
  const settings = { directory: chooseDirectory(), port: undefined, password: randomBytes(24).toString("base64url") };
  writePrivateJson(file, settings);
  return settings;
}

function chooseDirectory() {
  const beside = inData("postgres");
  if (!isRoot() || mayEnter(serverUser(beside), dataDirectory())) return beside;
  return path.join(systemFolder, createHash("sha256").update(dataDirectory()).digest("hex").slice(0, 12), "postgres");
}

const addressOf = ({ port, password }, database) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

async function answers(settings) {
  const client = new pg.Client({ connectionString: addressOf(settings, "postgres"), connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query("SHOW data_directory");
    return path.resolve(rows[0].data_directory) === path.resolve(settings.directory);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureRunning(settings, serverSettings) {
  const { directory, password } = settings;
  mkdirSync(path.dirname(directory), { recursive: true });
  const user = serverUser(directory);
  const programs = postgresPrograms(user, systemFolder);
  const cluster = { programs, directory, role, password, user, settings: serverSettings };
  const running = { ...settings, port: runningPort(directory) };
  if (running.port && (await answers(running))) return { cluster, settings: running };
  await createCluster(cluster);
  const port = settings.port && (await isPortFree(settings.port)) ? settings.port : await findFreePort();
  await startCluster({ ...cluster, port });
  return { cluster, settings: { ...settings, port } };
}

/** Throws away a data directory and its cluster, for tests that begin afresh; refuses while anyone uses it. */
export async function removeEmbeddedServer(folder) {
  const users = path.join(folder, "postgres-users");
  if (existsSync(users) && otherUsers(users).length > 0) {
    throw new Failure(`数据目录 ${folder} 正在使用，请先停止使用它的程序`, "the data directory is in use");
  }
  const directory = readPrivateJson(path.join(folder, "postgres.json"))?.directory;
  if (directory && runningPort(directory)) {
    const user = serverUser(directory);
    await stopCluster({ programs: postgresPrograms(user, systemFolder), directory, user });
  }
  for (const place of [directory, folder]) if (place) rmSync(place, { recursive: true, force: true });
}

/** Processes that use the server, one file each; the last one to leave stops it. */
function otherUsers(folder) {
  return readdirSync(folder).filter((name) => {
    if (name === String(process.pid)) return false;
    if (isAlive(JSON.parse(readFileSync(path.join(folder, name), "utf8")))) return true;
    rmSync(path.join(folder, name), { force: true });
    return false;
  });
}

/**
 * Starts the embedded server of this data directory or joins the one that runs, also one whose parent was killed.
 * Gives the address of a database on it, and `leave`, which stops the server when nobody else uses it.
 */
export async function joinEmbeddedServer(serverSettings) {
  makeFolder(dataDirectory());
  const users = inData("postgres-users");
  mkdirSync(users, { recursive: true });
  const mark = path.join(users, String(process.pid));
  const lock = inData("postgres.lock");
  const { cluster, settings } = await withLock(lock, async () => {
    writeFileSync(mark, JSON.stringify(ownMark()));
    chmodSync(users, 0o700);
    const started = await ensureRunning(readSettings(), serverSettings);
    writePrivateJson(inData("postgres.json"), started.settings);
    return started;
  });
  const leave = () =>
    withLock(lock, async () => {
      rmSync(mark, { force: true });
      if (otherUsers(users).length === 0) await stopCluster(cluster);
    });
  return { address: (database) => addressOf(settings, database), leave };
}
