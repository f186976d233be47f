import { randomBytes } from "node:crypto";
import { Failure } from "../platform/failure.mjs";
import { inData } from "../platform/locations.mjs";
import { readPrivateJson, writePrivateJson } from "../platform/private-file.mjs";

const names = ["NEXTAUTH_SECRET", "DATA_KEY", "UPLOAD_SECRET"];

/**
 * The keys of this installation: from the environment, else made once and kept in the data directory, readable by
 * its owner alone. They never enter the database; who restores a backup needs them.
 */
export function loadKeys() {
  const file = inData("keys.json");
  const kept = readPrivateJson(file) ?? {};
  const missing = names.filter((name) => !process.env[name] && !kept[name]);
  for (const name of missing) kept[name] = randomBytes(32).toString("base64");
  if (missing.length > 0) writePrivateJson(file, kept);
  const keys = Object.fromEntries(names.map((name) => [name, process.env[name] || kept[name]]));
  if (Buffer.from(keys.DATA_KEY, "base64").length !== 32) {
    throw new Failure("DATA_KEY 须为 32 字节的 base64 文本", "DATA_KEY must be 32 bytes in base64");
  }
  return keys;
}
