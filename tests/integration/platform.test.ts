import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freshDatabase } from "./database";

const root = path.resolve(import.meta.dirname, "../..");
const migrations = path.join(root, "prisma/migrations");
const own = await freshDatabase();

type Ending = { code: number | null; output: string; error: string };

function start(parameters: string[], env: Record<string, string>): { child: ChildProcess; ended: Promise<Ending> } {
  const child = spawn(process.execPath, parameters, { cwd: root, env: { ...process.env, ...env } });
  let output = "";
  let error = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (error += text));
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, output, error }))) };
}

const script = (code: string, env: Record<string, string>): Promise<Ending> => start(["--input-type=module", "-e", code], env).ended;
const opening = 'import { openMigratedDatabase } from "./scripts/database.mjs"; const database = await openMigratedDatabase();';

async function ask<Row>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows as Row[];
}

describe("迁移", () => {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const address = Object.assign(new URL(inject("testServer")), { pathname: `/${name}` }).href;
  afterAll(() => ask(inject("testServer"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

  it("四个进程同时启动，数据库只建一次，每次迁移只应用一次", async () => {
    const report = `${opening} console.log(JSON.stringify(database.applied)); await database.close();`;
    const endings = await Promise.all([1, 2, 3, 4].map(() => script(report, { DATABASE_URL: address })));
    expect(endings.map(({ code, error }) => [code, error])).toEqual(endings.map(() => [0, ""]));
    const applied = endings.flatMap(({ output }) => JSON.parse(output) as string[]);
    const folders = readdirSync(migrations).filter((folder) => existsSync(path.join(migrations, folder, "migration.sql")));
    expect(applied.toSorted()).toEqual(folders.toSorted());
  });

  it("_prisma_migrations 的记录与 Prisma 自己写的相同", async () => {
    const rows = await ask<{ migration_name: string; checksum: string; finished: boolean }>(
      address,
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations"',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { migration_name: folder, checksum, finished } of rows) {
      const file = readFileSync(path.join(migrations, folder, "migration.sql"));
      expect([checksum, finished]).toEqual([createHash("sha256").update(file).digest("hex"), true]);
    }
  });

  it("Prisma 命令行认为数据库已是最新，且迁移与 prisma/schema 没有差别", async () => {
    const prisma = (...parameters: string[]): Promise<Ending> => start(["scripts/prisma.mjs", ...parameters], { DATABASE_URL: address }).ended;
    expect(await prisma("migrate", "status")).toMatchObject({ code: 0, output: expect.stringContaining("up to date") });
    const difference = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];
    expect(await prisma("migrate", "diff", ...difference)).toMatchObject({ code: 0 });
  });
});

describe("内置数据库", () => {
  let folder: string;
  const serverPid = (): string | undefined => readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "embedded-"));
    chmodSync(folder, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("父进程被强行结束后，下一次启动接管留下的数据库，数据都在；最后一个使用者离开时停止它", async () => {
    const env = { DATA_DIR: folder, DATABASE_URL: "" };
    const first = start(["--input-type=module", "-e", `${opening} console.log(database.address); setInterval(() => {}, 1000);`], env);
    const address = await new Promise<string>((resolve) => first.child.stdout?.once("data", (text) => resolve(String(text).trim())));
    await ask(address, "CREATE TABLE kept AS SELECT 42 AS answer");
    const before = serverPid();
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start(["--input-type=module", "-e", `${opening} console.log("open"); process.stdin.once("data", () => database.close());`], env);
    await new Promise((resolve) => second.child.stdout?.once("data", resolve));
    expect(serverPid()).toBe(before);
    expect(await ask(address, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    second.child.stdin?.end("\n");
    expect((await second.ended).code).toBe(0);
    expect(existsSync(path.join(folder, "postgres/postmaster.pid"))).toBe(false);
  });
});

describe("启动失败", () => {
  const failing = async (env: Record<string, string>): Promise<Ending> => {
    const folder = mkdtempSync(path.join(tmpdir(), "failing-"));
    return start(["scripts/start.mjs"], { DATA_DIR: folder, PORT: "39217", ...env }).ended.finally(() => rmSync(folder, { recursive: true }));
  };
  it.each([
    ["数据库没有启动", { DATABASE_URL: "postgresql://a:b@127.0.0.1:9/x" }, "无法连接数据库"],
    ["地址不是 PostgreSQL", { DATABASE_URL: "mysql://a:b@127.0.0.1/x" }, "不是有效的 PostgreSQL 地址"],
    ["端口号不对", { PORT: "70000" }, "PORT 须为"],
    ["密钥长度不对", { DATA_KEY: "short", DATABASE_URL: own }, "32 字节"],
  ])("%s：一句话说明，退出码不为零", async (_title, env, sentence) => {
    const { code, error } = await failing(env as Record<string, string>);
    expect(code).toBe(1);
    expect(error.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
    expect(error).not.toContain("a:b@");
  });
});
