// npm run backup -- <folder> [--without-keys]: database, stored files and keys, while the system runs or stands still.
import { existsSync } from "node:fs";
import { loadStoredFiles, readArguments } from "./backup/arguments.mjs";
import { dumpDatabase, stillNeeded } from "./backup/dump-database.mjs";
import { fileIn, keyMarks, makeBackupFolder, placesIn, writeManifest } from "./backup/manifest.mjs";
import { openDatabase } from "./database.mjs";
import { Failure, requireNode, runScript } from "./platform/failure.mjs";
import { dataDirectory, inData } from "./platform/locations.mjs";
import { writePrivateJson } from "./platform/private-file.mjs";
import { withSession } from "./platform/session.mjs";
import { loadKeys } from "./serve/keys.mjs";

const note = (text) => console.log(`· ${text}`);
const megabytes = (list, size) => (list.reduce((sum, one) => sum + one[size], 0) / 1e6).toFixed(1);

/** Faults in what is being backed up are told, not hidden: the backup is kept, the exit code is 2. */
function tellFaults(missing, altered) {
  const tell = (keys, text) => keys.length > 0 && console.error(`✗ ${keys.length} ${text}：${keys.slice(0, 10).join("、")}`);
  tell(missing, "个文件数据库里有登记、存储里没有（files are missing）");
  tell(altered, "个文件与登记的散列不同（files differ from their recorded hash）");
  if (missing.length + altered.length > 0) process.exitCode = 2;
}

async function backUp(session, folder, withKeys) {
  const startedAt = new Date().toISOString();
  process.env.DATA_DIR = dataDirectory();
  const keys = loadKeys();
  makeBackupFolder(folder);
  const opened = await openDatabase();
  session.defer(opened.close);
  const { database, files: named } = await dumpDatabase(opened.address, placesIn(folder).tables);
  if (database.migrations.length === 0) throw new Failure("数据库里还没有表，没有可备份的", "the database is empty");
  note(`数据库：${database.tables.length} 张表，${database.tables.reduce((sum, table) => sum + table.rows, 0)} 行（${megabytes(database.tables, "bytes")} MB）`);
  const { keepFiles } = await loadStoredFiles();
  const { kept, missing: absent, altered } = await keepFiles(named, (key) => fileIn(folder, key));
  const missing = absent.length > 0 ? await stillNeeded(opened.address, absent) : [];
  note(`文件：${kept.length} 个（${megabytes(kept, "size")} MB）`);
  if (withKeys) writePrivateJson(placesIn(folder).keys, keys);
  const demonstration = opened.embedded && existsSync(inData("demonstration-loaded"));
  const hash = writeManifest(folder, { startedAt, finishedAt: new Date().toISOString(), database, files: kept, missing, altered, keyMarks: keyMarks(keys), withKeys, demonstration });
  console.log(`✓ 已备份到 ${folder}\n  清单 manifest sha256 ${hash}`);
  if (withKeys) console.log("  注意：keys.json 是密钥，拿到它和数据的人能解开手机号等加密内容，请与备份一同保密，或用 --without-keys 另行保管（keys.json is secret）");
  tellFaults(missing, altered);
}

await runScript(async () => {
  requireNode();
  const { folder, has } = readArguments("backup", ["--without-keys"]);
  await withSession((session) => backUp(session, folder, !has("--without-keys")));
});
