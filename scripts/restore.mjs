// npm run restore -- <folder>: a backup into an empty database and data directory. Nothing is ever overwritten.
import { existsSync, writeFileSync } from "node:fs";
import { loadStoredFiles, readArguments } from "./backup/arguments.mjs";
import { openConnection } from "./backup/connection.mjs";
import { loadDatabase, requireEmpty } from "./backup/load-database.mjs";
import { checkBackup, fileIn, keyMarks, placesIn, readManifest } from "./backup/manifest.mjs";
import { migrateAsBackedUp } from "./backup/migrations.mjs";
import { verifyRestoredAudit } from "./backup/verify-audit.mjs";
import { openDatabase } from "./database.mjs";
import { Failure, requireNode, runScript } from "./platform/failure.mjs";
import { makeFolder } from "./platform/folder.mjs";
import { dataDirectory, inData } from "./platform/locations.mjs";
import { readPrivateJson, writePrivateJson } from "./platform/private-file.mjs";
import { tryLock } from "./platform/process-lock.mjs";
import { withSession } from "./platform/session.mjs";
import { applyMigrations } from "./prisma/apply-migrations.mjs";

const note = (text) => console.log(`· ${text}`);

/** The server must stand still: it would fill an empty database with its own. */
function claimData(session) {
  makeFolder(dataDirectory());
  const lock = tryLock(inData("server.lock"));
  if (!lock.release) throw new Failure(`数据目录 ${dataDirectory()} 已有服务在运行，请先停止它`, "the server is running on this data");
  session.defer(lock.release);
}

/** The keys that will be in force here: from the environment, the data directory, else the backup. They must be the backup's. */
function chooseKeys(folder, marks) {
  const [own, backedUp] = [readPrivateJson(inData("keys.json")) ?? {}, readPrivateJson(placesIn(folder).keys) ?? {}];
  const keys = Object.fromEntries(Object.keys(marks).map((name) => [name, process.env[name] || own[name] || backedUp[name]]));
  const absent = Object.keys(keys).filter((name) => !keys[name]);
  if (absent.length > 0) throw new Failure(`备份里没有密钥，请用环境变量给出 ${absent.join("、")}，或把 keys.json 放进数据目录`, "the keys are missing");
  const found = keyMarks(keys);
  const other = Object.keys(marks).filter((name) => found[name] !== marks[name]);
  if (other.length > 0) throw new Failure(`${other.join("、")} 与备份时的密钥不同，恢复后加密的内容解不开；没有作任何改动`, "the keys are not those of the backup");
  return keys;
}

/** Keys given by the environment stay there. */
function keepKeys(keys) {
  const kept = Object.fromEntries(Object.entries(keys).filter(([name]) => !process.env[name]));
  if (Object.keys(kept).length > 0) writePrivateJson(inData("keys.json"), { ...readPrivateJson(inData("keys.json")), ...kept });
}

async function restoreDatabase(address, folder, database) {
  const client = await openConnection(address);
  const { fresh } = await requireEmpty(client, database).finally(() => client.end());
  if (fresh) await migrateAsBackedUp(address, database.migrations);
  await loadDatabase(address, placesIn(folder).tables, database);
  note(`数据库：${database.tables.length} 张表，逐行与备份相同`);
}

async function restoreFiles(folder, files) {
  const { canPutBack, putBack } = await loadStoredFiles();
  if (!canPutBack()) throw new Failure("UploadThing 自己定文件的键，不能恢复到那里；请去掉 UPLOADTHING_TOKEN", "cannot restore into UploadThing");
  const different = await putBack(files, (key) => fileIn(folder, key));
  if (different.length > 0) throw new Failure(`存储里已有同名而内容不同的文件：${different.slice(0, 5).join("、")}`, "other files are in the way");
  note(`文件：${files.length} 个，散列相同`);
}

async function restore(session, folder) {
  process.env.DATA_DIR = dataDirectory();
  const manifest = readManifest(folder);
  await checkBackup(folder, manifest);
  claimData(session);
  const keys = chooseKeys(folder, manifest.keyMarks);
  const opened = await openDatabase();
  session.defer(opened.close);
  const client = await openConnection(opened.address);
  await requireEmpty(client, manifest.database).finally(() => client.end());
  // Files first: put back twice they are the same, while a database once filled is no longer empty.
  await restoreFiles(folder, manifest.files);
  await restoreDatabase(opened.address, folder, manifest.database);
  keepKeys(keys);
  if (opened.embedded && !existsSync(inData("demonstration-loaded"))) writeFileSync(inData("demonstration-loaded"), manifest.demonstration ? "embedded\n" : "restored\n");
  const newer = await applyMigrations(opened.address);
  if (newer.length > 0) note(`另应用了备份之后的 ${newer.length} 个迁移`);
  await verifyRestoredAudit(session, opened.address);
  console.log(`✓ 已恢复 ${manifest.startedAt} 的备份${manifest.missing.length > 0 ? `；备份时就缺 ${manifest.missing.length} 个文件` : ""}`);
}

await runScript(async () => {
  requireNode();
  const { folder } = readArguments("restore");
  await withSession((session) => restore(session, folder));
});
