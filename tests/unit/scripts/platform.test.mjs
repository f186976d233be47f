import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hashSources } from "../../../scripts/build/source-hash.mjs";
import { Failure, describeFailure, requireNode } from "../../../scripts/platform/failure.mjs";
import { makeFolder } from "../../../scripts/platform/folder.mjs";
import { readPrivateJson, writePrivateJson } from "../../../scripts/platform/private-file.mjs";
import { tryLock, withLock } from "../../../scripts/platform/process-lock.mjs";
import { isAlive, ownMark } from "../../../scripts/platform/process-mark.mjs";
import { createCluster } from "../../../scripts/postgres/cluster.mjs";
import { readAddress } from "../../../scripts/serve/address.mjs";
import { loadKeys } from "../../../scripts/serve/keys.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "platform-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("锁", () => {
  it("is held by one living process and free again after it", () => {
    const file = path.join(folder, "lock");
    const first = tryLock(file);
    expect(first.release).toBeTypeOf("function");
    expect(tryLock(file).holder.pid).toBe(process.pid);
    first.release();
    expect(tryLock(file).release).toBeTypeOf("function");
  });
  it("is taken over from a process that is gone, also when its number was given away again", () => {
    const file = path.join(folder, "lock");
    writeFileSync(file, JSON.stringify({ pid: process.pid, start: "1" }));
    expect(tryLock(file).release).toBeTypeOf("function");
    expect(isAlive(ownMark())).toBe(true);
    expect(isAlive({ pid: 2 ** 30 })).toBe(false);
  });
  it("lets tasks run one after the other", async () => {
    const events = [];
    const task = (name) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push(`${name} ends`);
    };
    await Promise.all([withLock(path.join(folder, "lock"), task("a")), withLock(path.join(folder, "lock"), task("b"))]);
    expect(events).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });
});

describe("密钥", () => {
  it("are made once, readable by their owner alone, and 32 bytes long", () => {
    vi.stubEnv("DATA_DIR", folder);
    for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "UPLOAD_SECRET"]) vi.stubEnv(name, "");
    const keys = loadKeys();
    expect(loadKeys()).toEqual(keys);
    expect(Buffer.from(keys.DATA_KEY, "base64")).toHaveLength(32);
    expect(statSync(path.join(folder, "keys.json")).mode & 0o777).toBe(0o600);
  });
  it("come from the environment where it gives them, and a short one is refused", () => {
    vi.stubEnv("DATA_DIR", folder);
    vi.stubEnv("DATA_KEY", Buffer.alloc(32, 7).toString("base64"));
    expect(loadKeys().DATA_KEY).toBe(process.env.DATA_KEY);
    expect(readFileSync(path.join(folder, "keys.json"), "utf8")).not.toContain("DATA_KEY");
    vi.stubEnv("DATA_KEY", "short");
    expect(() => loadKeys()).toThrow("32 字节");
  });
  it("a damaged file is named, not overwritten", () => {
    const file = path.join(folder, "keys.json");
    writeFileSync(file, "{");
    expect(() => readPrivateJson(file)).toThrow("已损坏");
    writePrivateJson(file, { a: 1 });
    expect(readPrivateJson(file)).toEqual({ a: 1 });
  });
});

describe("地址", () => {
  it("has defaults, and refuses what is no port or no address", async () => {
    vi.stubEnv("APP_ORIGIN", "");
    vi.stubEnv("NEXTAUTH_URL", "");
    vi.stubEnv("PORT", "39123");
    expect(await readAddress()).toEqual({ port: 39123, host: "0.0.0.0", origin: "http://localhost:39123" });
    vi.stubEnv("APP_ORIGIN", "https://portal.example/path");
    expect((await readAddress()).origin).toBe("https://portal.example");
    vi.stubEnv("APP_ORIGIN", "portal.example");
    await expect(readAddress()).rejects.toThrow("APP_ORIGIN");
    vi.stubEnv("PORT", "0x");
    await expect(readAddress()).rejects.toThrow("PORT");
  });
  it("a taken port is said in one sentence", async () => {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, "0.0.0.0", resolve));
    vi.stubEnv("PORT", String(server.address().port));
    await expect(readAddress()).rejects.toThrow("已被占用");
    server.close();
  });
  it("an address that is not this machine's is not called a taken port", async () => {
    vi.stubEnv("PORT", "39124");
    vi.stubEnv("LISTEN_HOST", "192.0.2.1");
    await expect(readAddress()).rejects.toThrow("本机没有地址 192.0.2.1");
  });
});

describe("数据目录", () => {
  it("is made with the folders above it, again without harm", () => {
    const deep = path.join(folder, "a", "b", "c");
    makeFolder(deep);
    makeFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });
  it("that a file system refuses ends in an error, not in an endless loop", () => {
    expect(() => makeFolder("/proc/no-such-folder/data")).toThrow("no-such-folder");
  });
  it("with other files where the database belongs is left as it is, and said so", async () => {
    writeFileSync(path.join(folder, "letter.txt"), "keep");
    await expect(createCluster({ directory: folder })).rejects.toThrow("里有别的文件而不是数据库");
    expect(readFileSync(path.join(folder, "letter.txt"), "utf8")).toBe("keep");
  });
});

describe("失败的说法", () => {
  it("is one line in both languages, whatever happened", () => {
    expect(describeFailure(new Failure("甲", "a"))).toBe("甲（a）");
    expect(describeFailure(Object.assign(new Error("EACCES: x"), { code: "EACCES", path: "/x" }))).toContain("权限");
    expect(describeFailure(new Error("first\nsecond"))).not.toContain("\n");
  });
  it("refuses a Node that is too old", () => {
    expect(() => requireNode([99, 0])).toThrow("Node.js 99.0");
    expect(() => requireNode([20, 9])).not.toThrow();
  });
});

describe("构建是否过时", () => {
  it("follows names and contents, and nothing else", () => {
    writeFileSync(path.join(folder, "a.ts"), "1");
    const before = hashSources(["a.ts", "missing.ts"], folder);
    expect(hashSources(["a.ts", "missing.ts"], folder)).toBe(before);
    writeFileSync(path.join(folder, "a.ts"), "2");
    expect(hashSources(["a.ts", "missing.ts"], folder)).not.toBe(before);
  });
});
