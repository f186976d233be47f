import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../platform/failure.mjs";
import { isAlive } from "../platform/process-mark.mjs";

// C.UTF-8, not C: without it pg_trgm and [[:alpha:]] do not see Chinese.
const initialFlags = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256"];

/** Runs one of PostgreSQL's programs to its end; gives its exit code and output. */
function run(program, parameters, user) {
  return new Promise((resolve, reject) => {
    // Not a pipe: the server that pg_ctl leaves behind would keep it open.
    const child = spawn(program, parameters, { ...user, cwd: "/", stdio: ["ignore", "ignore", "ignore"] });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
}

/** Creates the data folder once; a half-made one from an interrupted start is thrown away. */
export async function createCluster({ programs, directory, role, password, user }) {
  // Not existsSync: a folder that may not be read is no missing cluster.
  if (statSync(path.join(directory, "PG_VERSION"), { throwIfNoEntry: false })) return;
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Failure(`${directory} 里有别的文件而不是数据库，请移走这个文件夹`, "the database folder holds something else");
  }
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${draft}/password`;
  const target = `${draft}/cluster`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const file of [draft, passwordFile]) chownSync(file, user.uid, user.gid);
  const flags = ["-D", target, "-U", role, `--pwfile=${passwordFile}`, ...initialFlags];
  const code = await run(path.join(programs, "initdb"), flags, user);
  if (code !== 0) throw new Failure(`无法在 ${directory} 创建数据库`, `initdb ended with ${code}`);
  renameSync(target, directory);
  rmSync(draft, { recursive: true, force: true });
}

/** Starts the server in its own session, so that Ctrl-C in the terminal reaches only us. */
export async function startCluster({ programs, directory, port, user, settings = {} }) {
  const log = path.join(directory, "server.log");
  removeLeftoverPid(directory);
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  const flags = ["-D", directory, "-l", log, "-w", "-t", "60", "-o", `-p ${port} ${options.join(" ")}`, "start"];
  for (let attempt = 1; ; attempt += 1) {
    const code = await run(path.join(programs, "pg_ctl"), flags, user);
    if (code === 0) return;
    // After a kill -9 the old server's children may hold its memory for a moment.
    if (attempt === 5) throw new Failure(`内置 PostgreSQL 无法启动，详情见 ${log}`, lastLine(log));
    await pause(1000);
  }
}

export function stopCluster({ programs, directory, user }) {
  return run(path.join(programs, "pg_ctl"), ["-D", directory, "-m", "fast", "-w", "-t", "60", "stop"], user);
}

/** In a container nobody may have reaped the killed server; PostgreSQL takes that zombie for a living one. */
function removeLeftoverPid(directory) {
  const file = path.join(directory, "postmaster.pid");
  if (existsSync(file) && !isAlive({ pid: Number(readFileSync(file, "utf8").split("\n")[0]) })) rmSync(file);
}

/** The port of the server that says it runs on this folder, be it ours or one a killed parent left behind. */
export function runningPort(directory) {
  const file = path.join(directory, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, "utf8").split("\n")[3]);
  return port > 0 ? port : undefined;
}

function lastLine(file) {
  if (!existsSync(file)) return "no log";
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? "empty log";
}
