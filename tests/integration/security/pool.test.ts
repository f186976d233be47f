import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { ownDataFolder } from "../attachments/fixtures";
import { freshDatabase } from "../database";
import type { World } from "./world";

process.env.DATABASE_POOL = "4";
await freshDatabase();
ownDataFolder("pool");
const { buildWorld, personNamed } = await import("./world");
const { expectations } = await import("./expectations");
const { pool, transaction, sqlTransaction } = await import("@/lib/data/client");
const { draft, enterprise, fill } = await import("../applications/fixtures");
const { submitApplication } = await import("@/lib/services/applications/submit-application");

/** 四倍于连接池：只要有一处持着一条再要一条，就会卡住。保存另有 256 次的（npm run faults T18）。 */
const PARALLEL = 16;
/** 一份文书要一百毫秒的处理器时间，许多份只是慢。 */
const drawn = new Set(["licences/certificate#downloadCertificate", "attachments/get-template#getTemplate"]);
/** 每次都要算一遍密码散列的，同时六十四次是在测处理器，不是在测连接。 */
const slow = new Set(["accounts/change-password#changePassword", "accounts/register-enterprise#registerEnterprise", "accounts/recover-password#recoverPassword"]);

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

/** 过得了权限的一个人。 */
function doer(name: string): Actor {
  const open = expectations[name]?.open;
  const role = open?.enterprise?.[0] ?? open?.staff?.[0];
  return role ? personNamed(world, `own:${role}`).actor : personNamed(world, "public").actor;
}

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("T18 一个请求绝不持有一条连接再要第二条", () => {
  it.each(Object.keys(expectations).filter((name) => !slow.has(name)))("%s：连接池只有四条，同时十六次，全都有答复", async (name) => {
    const expectation = expectations[name];
    if (!expectation) throw new Error(`${name} is not declared`);
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push((await expectation.record?.(world)) ?? "");
    const parallel = drawn.has(name) ? 8 : PARALLEL;
    const outcomes = await Promise.all(Array.from({ length: parallel }, (_, n) => outcome(expectation.call(doer(name), ids[n % ids.length] ?? "", world))));
    expect(outcomes).toHaveLength(parallel);
    expect(outcomes.filter((one) => one === "unavailable")).toEqual([]);
  });

  it("同时十六次提交同一件：都得到答复，答复都相同", async () => {
    const actor = await enterprise(["owner"]);
    const applicationId = await draft(actor);
    await fill(actor, applicationId, { firstPerson: 940_000 });
    const outcomes = await Promise.all(Array.from({ length: PARALLEL }, () => outcome(submitApplication(actor, { applicationId, idempotencyKey: randomUUID(), truthPromise: true }))));
    expect(new Set(outcomes.filter((one) => one !== "unavailable"))).toEqual(new Set(["done"]));
  });
});

/** 由测试放行的一道门（Node 20 还没有 Promise.withResolvers）。 */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((open) => (resolve = open));
  return { promise, resolve: () => resolve() };
}

describe("忙不过来时说忙，不说出错", () => {
  const holding = (run: () => Promise<string>, holders: number) => {
    const release = gate();
    const held = Array.from({ length: holders }, () => transaction((tx) => tx.$queryRaw`SELECT 1`.then(() => release.promise)));
    return new Promise((resolve) => setTimeout(resolve, 300)).then(run).finally(async () => {
      release.resolve();
      await Promise.all(held);
    });
  };

  it("等不到连接的答 503", async () => {
    expect(await holding(() => outcome(transaction(async () => undefined)), 4)).toBe("unavailable");
    expect(await holding(() => outcome(sqlTransaction(async () => undefined)), 4)).toBe("unavailable");
    expect(await outcome(transaction(async () => undefined))).toBe("done");
  });

  it("等不到锁的答 503，之后照常", async () => {
    const lock = `SELECT 1 FROM "Case" WHERE "id" = '${world.submitted}' FOR UPDATE`;
    const release = gate();
    const holder = sqlTransaction(async (client) => {
      await client.query(lock);
      await release.promise;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const waiting = await Promise.allSettled([outcome(transaction((tx) => tx.$queryRawUnsafe(lock))), outcome(sqlTransaction((client) => client.query(lock)))]);
    release.resolve();
    await holder;
    expect(waiting.map((one) => (one.status === "fulfilled" ? one.value : one.reason))).toEqual(["unavailable", "unavailable"]);
    expect(await outcome(transaction((tx) => tx.$queryRawUnsafe(lock)))).toBe("done");
  });

  it("互相等锁的，数据库停下的那一个答 503", async () => {
    const keys = [101, 202];
    const both = (first: number, second: number) =>
      outcome(sqlTransaction(async (client) => {
        await client.query("SELECT pg_advisory_xact_lock($1)", [first]);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await client.query("SELECT pg_advisory_xact_lock($1)", [second]);
      }));
    const [a = 0, b = 0] = keys;
    expect((await Promise.all([both(a, b), both(b, a)])).toSorted()).toEqual(["done", "unavailable"]);
  });

  it("T2 事务中途连接被数据库掐断：这一次失败，进程不倒，之后照常", async () => {
    const kill = (pid: unknown) => pool().query("SELECT pg_terminate_backend($1)", [pid]);
    const gap = () => new Promise((resolve) => setTimeout(resolve, 200));
    const broken = await outcome(sqlTransaction(async (client) => {
      await kill((await client.query("SELECT pg_backend_pid() AS pid")).rows[0].pid);
      await gap();
      await client.query("SELECT 1");
    }));
    expect(broken).toBe("unavailable");
    const brokenToo = await outcome(transaction(async (tx) => {
      await kill((await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid);
      await gap();
      await tx.$queryRaw`SELECT 1`;
    }));
    expect(brokenToo).toBe("unavailable");
    expect(await outcome(transaction((tx) => tx.$queryRaw`SELECT 1`))).toBe("done");
  });
});
