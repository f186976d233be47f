import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { Failure } from "../platform/failure.mjs";

export const isRoot = () => process.getuid?.() === 0;

/**
 * Who runs PostgreSQL, which refuses to run as root: the caller; for root the owner of the data, else the
 * user `postgres`, created if need be. Gives spawn options, empty for an ordinary caller.
 */
export function serverUser(directory) {
  if (!isRoot()) return {};
  const owner = existsSync(directory) ? statSync(directory) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findUser("postgres") ?? createUser("postgres");
}

function findUser(name) {
  const ask = (flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [uid, gid] = [ask("-u"), ask("-g")];
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function createUser(name) {
  try {
    if (spawnSync("getent", ["group", name]).status !== 0) execFileSync("groupadd", ["--system", name], { stdio: "pipe" });
    execFileSync("useradd", ["--system", "--gid", name, "--no-create-home", name], { stdio: "pipe" });
  } catch (error) {
    throw new Failure(`无法创建系统用户 ${name}，请改用普通用户运行或设置 DATABASE_URL`, error.message.split("\n")[0]);
  }
  return findUser(name);
}

/** Whether that user may enter a folder or run a program, all folders above it included. */
export function mayEnter(user, target) {
  if (user.uid === undefined) return true;
  return spawnSync("test", ["-x", target], { ...user, cwd: "/" }).status === 0;
}
