import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";

function readMigrations(baseDir) {
  const lockfile = path.join(baseDir, "migration_lock.toml");
  const file = (directory) => path.join(baseDir, directory, "migration.sql");
  const directories = readdirSync(baseDir).filter((directory) => existsSync(file(directory)));
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: directories.sort().map((directory) => ({
      path: directory,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: readFileSync(file(directory), "utf8") } },
    })),
  };
}

/**
 * Applies prisma/migrations with Prisma's own engine, so that `_prisma_migrations` is what `prisma migrate deploy`
 * would have written. Several at once are safe: the engine holds an advisory lock. Gives the names applied now.
 */
export async function applyMigrations(address, baseDir = inProject("prisma/migrations")) {
  if (!existsSync(baseDir)) return [];
  const parameters = { migrationsList: readMigrations(baseDir), filters: { externalTables: [], externalEnums: [] } };
  const { result, error } = await callEngine(address, "applyMigrations", parameters);
  if (error) throw new Failure("数据库迁移失败，未作更改的部分请先修复", `migration failed: ${error.data?.message ?? error.message}`);
  return result.appliedMigrationNames;
}

function callEngine(address, method, params) {
  const engine = [inProject("scripts/schema-engine.mjs"), "--datasource", JSON.stringify({ url: address })];
  const child = spawn(process.execPath, engine, { stdio: ["pipe", "pipe", "pipe"] });
  let complaints = "";
  child.stderr.on("data", (text) => (complaints += text));
  return new Promise((resolve, reject) => {
    let answer;
    createInterface({ input: child.stdout }).on("line", (line) => (answer = JSON.parse(line)));
    child.once("error", reject);
    child.once("close", () => resolve(answer ?? { error: { message: complaints.trim() || "no answer" } }));
    child.stdin.end(`${JSON.stringify({ id: 1, jsonrpc: "2.0", method, params })}\n`);
  });
}
