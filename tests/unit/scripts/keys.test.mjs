import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetFormerKeys, loadKeys, renewKeys } from "../../../scripts/serve/keys.mjs";

const every = ["NEXTAUTH_SECRET", "DATA_KEY", "UPLOAD_SECRET", "NEXTAUTH_SECRET_FORMER", "DATA_KEY_FORMER", "PHONE_HASH_KEY"];
let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "keys-"));
  vi.stubEnv("DATA_DIR", folder);
  for (const name of every) vi.stubEnv(name, "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("换密钥", () => {
  it("新的两把换上，原来的留作以前的；换两次，两次的都留着；散列的密钥一直是最早的", () => {
    const before = loadKeys();
    renewKeys();
    const once = loadKeys();
    expect(once).toEqual({ ...before, DATA_KEY: expect.any(String), NEXTAUTH_SECRET: expect.any(String), DATA_KEY_FORMER: before.DATA_KEY, NEXTAUTH_SECRET_FORMER: before.NEXTAUTH_SECRET, PHONE_HASH_KEY: before.DATA_KEY });
    expect([once.DATA_KEY, once.NEXTAUTH_SECRET]).not.toContain(before.DATA_KEY);
    renewKeys();
    const twice = loadKeys();
    expect(twice.DATA_KEY_FORMER).toBe(`${once.DATA_KEY},${before.DATA_KEY}`);
    expect(twice.PHONE_HASH_KEY).toBe(before.DATA_KEY);
    expect(statSync(path.join(folder, "keys.json")).mode & 0o777).toBe(0o600);
  });

  it("去掉以前的，散列的密钥留着", () => {
    const before = loadKeys();
    renewKeys();
    forgetFormerKeys();
    const after = loadKeys();
    expect(Object.keys(after).toSorted()).toEqual(["DATA_KEY", "NEXTAUTH_SECRET", "PHONE_HASH_KEY", "UPLOAD_SECRET"]);
    expect(after.PHONE_HASH_KEY).toBe(before.DATA_KEY);
  });

  it("环境变量给的由给的人换；以前的密钥写错、没有写散列的密钥，都说得出", () => {
    const key = Buffer.alloc(32, 7).toString("base64");
    for (const name of ["NEXTAUTH_SECRET", "DATA_KEY"]) vi.stubEnv(name, key);
    expect(() => renewKeys()).toThrow("环境变量");
    expect(readFileSync(path.join(folder, "keys.json"), "utf8")).not.toContain("FORMER");
    vi.stubEnv("DATA_KEY_FORMER", `${key},short`);
    expect(() => loadKeys()).toThrow("DATA_KEY_FORMER 须为 32 字节");
    vi.stubEnv("DATA_KEY_FORMER", key);
    expect(() => loadKeys()).toThrow("PHONE_HASH_KEY");
    vi.stubEnv("PHONE_HASH_KEY", key);
    expect(loadKeys()).toMatchObject({ DATA_KEY_FORMER: key, PHONE_HASH_KEY: key });
  });
});
