import { randomBytes } from "node:crypto";
import { Failure } from "../platform/failure.mjs";
import { inData } from "../platform/locations.mjs";
import { readPrivateJson, writePrivateJson } from "../platform/private-file.mjs";

const names = ["NEXTAUTH_SECRET", "DATA_KEY", "UPLOAD_SECRET"];
// Only while keys are being changed, see docs/how-to/rotate-keys.md; the hash key stays afterwards.
const optional = ["NEXTAUTH_SECRET_FORMER", "DATA_KEY_FORMER", "PHONE_HASH_KEY"];
const isKey = (text) => Buffer.from(text, "base64").length === 32;

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
  const given = [...names, ...optional.filter((name) => process.env[name] || kept[name])];
  const keys = Object.fromEntries(given.map((name) => [name, process.env[name] || kept[name]]));
  for (const name of ["DATA_KEY", "DATA_KEY_FORMER", "PHONE_HASH_KEY"]) {
    if (!(keys[name] ?? keys.DATA_KEY).split(",").every(isKey)) throw new Failure(`${name} 须为 32 字节的 base64 文本`, `${name} must be 32 bytes in base64`);
  }
  if (keys.DATA_KEY_FORMER && !keys.PHONE_HASH_KEY) {
    throw new Failure("给了 DATA_KEY_FORMER，也须给 PHONE_HASH_KEY（通常就是原来的 DATA_KEY），否则评价的“五天一次”会断", "PHONE_HASH_KEY is missing");
  }
  return keys;
}

/**
 * New keys in the file of this installation; the ones in force until now are kept as former. Keys that the environment gives are
 * changed there, by whoever keeps them.
 */
export function renewKeys() {
  const current = loadKeys();
  const file = inData("keys.json");
  const kept = readPrivateJson(file) ?? {};
  const changing = ["NEXTAUTH_SECRET", "DATA_KEY"].filter((name) => kept[name] && !process.env[name]);
  if (changing.length === 0) throw new Failure("密钥由环境变量给出，请在给出它们的地方换，见 docs/how-to/rotate-keys.md", "the environment gives the keys");
  for (const name of changing) {
    const former = [current[name], ...(current[`${name}_FORMER`] ?? "").split(",").filter(Boolean)];
    Object.assign(kept, { [name]: randomBytes(32).toString("base64"), [`${name}_FORMER`]: former.join(",") });
  }
  writePrivateJson(file, { ...kept, PHONE_HASH_KEY: current.PHONE_HASH_KEY ?? current.DATA_KEY });
}

/** The file forgets the former keys; what only they can open is lost. */
export function forgetFormerKeys() {
  const file = inData("keys.json");
  const { DATA_KEY_FORMER: _data, NEXTAUTH_SECRET_FORMER: _sessions, ...kept } = readPrivateJson(file) ?? {};
  writePrivateJson(file, kept);
}
