import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { ownDataFolder } from "../attachments/fixtures";
import { freshDatabase } from "../database";
import type { World } from "./world";

// 这里试的是连接，不是处理器：画文书、算密码散列的只留外形，别的都是真的，因此每一个服务都同时六十四次
const drawn = vi.hoisted(() => () => Promise.resolve(Buffer.from("drawn")));
vi.mock("@/lib/integrations/pdf/certificate", () => ({ certificatePdf: drawn }));
vi.mock("@/lib/integrations/pdf/delivery-receipt", () => ({ deliveryReceiptPdf: drawn }));
vi.mock("@/lib/integrations/pdf/evaluation-poster", () => ({ postersPdf: drawn }));
vi.mock("@/lib/integrations/pdf/official-document", () => ({ documentPdf: drawn }));
vi.mock("@/lib/integrations/pdf/round-summary", () => ({ roundPdf: () => ({ stream: Readable.from(["drawn"]), draw: () => Promise.resolve() }) }));
vi.mock("@/lib/integrations/document-template/template-docx", () => ({ templateDocx: drawn }));
vi.mock("@node-rs/argon2", () => ({ hash: (password: string) => Promise.resolve(`plain ${password}`), verify: (stored: string, password: string) => Promise.resolve(stored === `plain ${password}`) }));

process.env.DATABASE_POOL = "4";
// 卡住的等多久都等不到；机器忙的时候六十四次排在四条上，五秒可能不够
process.env.DATABASE_WAIT = "12";
await freshDatabase();
ownDataFolder("pool");
const { buildWorld, personNamed } = await import("./world");
const { expectations } = await import("./expectations");
const { answerRoute } = await import("@/lib/actions/answer-route");
const { db, pool, transaction, sqlTransaction } = await import("@/lib/data/client");
const { draft, enterprise, fill } = await import("../applications/fixtures");
const { submitApplication } = await import("@/lib/services/applications/submit-application");

const PARALLEL = 64;

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
  it.each(Object.keys(expectations))("%s：连接池只有四条，同时六十四次，全都有答复", async (name) => {
    const expectation = expectations[name];
    if (!expectation) throw new Error(`${name} is not declared`);
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push((await expectation.record?.(world)) ?? "");
    const outcomes = await Promise.all(Array.from({ length: PARALLEL }, (_, n) => outcome(expectation.call(doer(name), ids[n % ids.length] ?? "", world))));
    expect(outcomes).toHaveLength(PARALLEL);
    expect(outcomes.filter((one) => one === "unavailable")).toEqual([]);
  });

  it("同时六十四次提交同一件：都得到答复，答复都相同", async () => {
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
  const holding = <T,>(run: () => Promise<T>, holders: number) => {
    const release = gate();
    const taken = Array.from({ length: holders }, gate);
    const hold = (one: ReturnType<typeof gate>) => transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      one.resolve();
      await release.promise;
    });
    const held = taken.map(hold);
    return Promise.all(taken.map(({ promise }) => promise)).then(run).finally(async () => {
      release.resolve();
      await Promise.all(held);
    });
  };

  it("等不到连接的答 503，不论在不在事务里", async () => {
    const asked = () => [transaction(async () => undefined), sqlTransaction(async () => undefined)];
    const read = [() => db().office.count(), () => pool().query("SELECT 1")];
    const answers = () => Promise.all(read.map((one) => answerRoute(async () => Response.json(await one()))));
    const [outcomes, answered] = await holding(() => Promise.all([Promise.all(asked().map(outcome)), answers()]), 4);
    expect(outcomes).toEqual(["unavailable", "unavailable"]);
    expect(answered.map(({ status }) => status)).toEqual([503, 503]);
    expect(await outcome(transaction(async () => undefined))).toBe("done");
  });

  it("等不到锁的答 503，之后照常", async () => {
    const lock = `SELECT 1 FROM "Case" WHERE "id" = '${world.submitted}' FOR UPDATE`;
    const [locked, release] = [gate(), gate()];
    const holder = sqlTransaction(async (client) => {
      await client.query(lock);
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    const waiting = await Promise.allSettled([outcome(transaction((tx) => tx.$queryRawUnsafe(lock))), outcome(sqlTransaction((client) => client.query(lock)))]);
    release.resolve();
    await holder;
    expect(waiting.map((one) => (one.status === "fulfilled" ? one.value : one.reason))).toEqual(["unavailable", "unavailable"]);
    expect(await outcome(transaction((tx) => tx.$queryRawUnsafe(lock)))).toBe("done");
  });

  it("互相等锁的，数据库停下的那一个答 503", async () => {
    const [mine, yours] = [{ key: 101, locked: gate() }, { key: 202, locked: gate() }];
    const both = (first: typeof mine, second: typeof mine) =>
      outcome(sqlTransaction(async (client) => {
        await client.query("SELECT pg_advisory_xact_lock($1)", [first.key]);
        first.locked.resolve();
        await second.locked.promise;
        await client.query("SELECT pg_advisory_xact_lock($1)", [second.key]);
      }));
    expect((await Promise.all([both(mine, yours), both(yours, mine)])).toSorted()).toEqual(["done", "unavailable"]);
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
