import { createHash, createHmac } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Failure } from "../platform/failure.mjs";
import { meter } from "./tables.mjs";

/** Raised when a reader of the older form could misread the newer one. */
const FORMAT = 1;
export const placesIn = (folder) => ({
  manifest: path.join(folder, "manifest.json"),
  keys: path.join(folder, "keys.json"),
  tables: path.join(folder, "tables"),
  files: path.join(folder, "files"),
});
export const fileIn = (folder, key) => path.join(placesIn(folder).files, key.slice(0, 2), key);

/** A new folder for a backup, seen by its owner alone; one that holds anything is refused. */
export function makeBackupFolder(folder) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Failure(`文件夹 ${folder} 不是空的，请另给一个`, "the backup folder is not empty");
  const { tables, files } = placesIn(folder);
  for (const place of [folder, tables, files]) mkdirSync(place, { recursive: true, mode: 0o700 });
}

/** What tells two sets of keys apart and gives nothing away. */
export const keyMarks = (keys) =>
  Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, createHmac("sha256", key).update("backup").digest("hex").slice(0, 16)]));

/** Written last: a folder without it is no backup. Gives its hash, to note down. */
export function writeManifest(folder, content) {
  const text = `${JSON.stringify({ format: FORMAT, ...content }, null, 2)}\n`;
  writeFileSync(placesIn(folder).manifest, text, { mode: 0o600, flag: "wx" });
  return createHash("sha256").update(text).digest("hex");
}

export function readManifest(folder) {
  const { manifest } = placesIn(folder);
  if (!existsSync(manifest)) throw new Failure(`${folder} 里没有 manifest.json，不是一份完整的备份`, "no manifest: not a complete backup");
  const content = JSON.parse(readFileSync(manifest, "utf8"));
  if (content.format !== FORMAT) throw new Failure(`不认识的备份格式 ${content.format}`, "unknown backup format");
  return content;
}

async function measure(file, ...through) {
  if (!existsSync(file)) return undefined;
  const { stream, measured } = meter();
  await pipeline(createReadStream(file), ...through, stream, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return measured();
}

/** Reads the whole backup before anything is touched: every table and file is what the manifest says. */
export async function checkBackup(folder, { database, files }) {
  const damaged = (name) => new Failure(`备份中的 ${name} 缺失或已损坏，没有作任何改动`, `${name} is missing or damaged; nothing was changed`);
  for (const { name, bytes, sha256 } of database.tables) {
    const place = `tables/${name}.copy.gz`;
    const found = await measure(path.join(folder, place), createGunzip()).catch(() => undefined);
    if (found?.sha256 !== sha256 || found.bytes !== bytes) throw damaged(place);
  }
  for (const { key, size, sha256 } of files) {
    const found = await measure(fileIn(folder, key));
    if (found?.sha256 !== sha256 || found.bytes !== size) throw damaged(`files/${key.slice(0, 2)}/${key}`);
  }
}
