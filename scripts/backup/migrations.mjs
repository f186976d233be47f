import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failure } from "../platform/failure.mjs";
import { inProject } from "../platform/locations.mjs";
import { applyMigrations } from "../prisma/apply-migrations.mjs";

/** Every migration of the backup must be here, unchanged: else this program is older than the backup. */
function requireKnown({ name, checksum }) {
  const file = inProject("prisma/migrations", name, "migration.sql");
  if (!existsSync(file)) throw new Failure(`备份来自更新的版本（本程序没有迁移 ${name}），请用不早于备份时的版本恢复`, "the backup is of a newer version");
  if (createHash("sha256").update(readFileSync(file)).digest("hex") !== checksum) throw new Failure(`迁移 ${name} 与备份时的不同`, "a migration differs from the backup's");
}

/** Brings an empty database to where the backup's was, which may be some migrations ago. */
export async function migrateAsBackedUp(address, migrations) {
  for (const migration of migrations) requireKnown(migration);
  const folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
  try {
    cpSync(inProject("prisma/migrations/migration_lock.toml"), path.join(folder, "migration_lock.toml"));
    for (const { name } of migrations) cpSync(inProject("prisma/migrations", name), path.join(folder, name), { recursive: true });
    await applyMigrations(address, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
