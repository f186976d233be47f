import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { pool } from "@/lib/data/client";
import { cookieFor } from "../bench/app";
import type { BenchApplication } from "../bench/prepare";
import { manyReady, tracesOf } from "./cases";
import type { Fault, Finding } from "./fault";
import { prepareServer, type Server } from "./server";
import { actionNamed, answerIn, callAction } from "./visitor";

const CLIENTS = 8;
/** How often a client tries one submission, once the blows are over, before it counts as hung: while they fall nobody is there most of the time. */
const PATIENCE = 400;

interface Attempt extends BenchApplication {
  cookie: string;
  key: string;
  acknowledged?: string;
}

/** So many submissions waiting to be made, each with its person signed in. */
export async function prepareAttempts(count: number): Promise<Attempt[]> {
  const ready = await manyReady(count);
  return Promise.all(ready.map(async (one) => ({ ...one, key: randomUUID(), cookie: await cookieFor(one.enterprise.accountId, "enterprise") })));
}

/** One person who presses 资料提交 until it is acknowledged, always with the same key. */
async function submitUntilDone(server: Pick<Server, "origin">, attempt: Attempt, isCalm: () => boolean): Promise<void> {
  const wire = JSON.stringify([{ applicationId: attempt.applicationId, idempotencyKey: attempt.key, truthPromise: true }]);
  const at = { applicationId: attempt.applicationId, section: "submission" };
  for (let tries = 0; tries < PATIENCE; tries += isCalm() ? 1 : 0) {
    const reply = await callAction(server.origin, actionNamed("submitApplicationAction"), wire, { at, cookie: attempt.cookie, origin: server.origin }).catch(() => undefined);
    const answer = reply && answerIn(reply.text);
    if (answer?.ok) {
      attempt.acknowledged = (answer.value as { number: string }).number;
      return;
    }
    if (answer && answer.code !== "unavailable" && answer.code !== "unexpected") throw new Error(`${attempt.applicationId}: ${answer.message}`);
    await pause(50);
  }
}

/** What is in the database after the storm, beside what the clients were told. */
async function judge(attempts: readonly Attempt[]): Promise<{ lost: number; twice: number; half: number; unanswered: number }> {
  const counts = { lost: 0, twice: 0, half: 0, unanswered: 0 };
  for (const { applicationId, acknowledged } of attempts) {
    const { rounds, events, messages, keys, number, state } = await tracesOf(applicationId);
    const all = [rounds, events, messages, keys];
    if (acknowledged === undefined) counts.unanswered += 1;
    if (acknowledged !== undefined && (rounds === 0 || acknowledged !== number || state === "draft")) counts.lost += 1;
    if (all.some((count) => count > 1)) counts.twice += 1;
    if (new Set(all).size > 1) counts.half += 1;
  }
  return counts;
}

interface Storm {
  kills: number;
  attempts: Attempt[];
  server: Pick<Server, "origin">;
  /** One blow; milliseconds until there is an answer again. */
  strike: () => Promise<number>;
  lull?: typeof LULL;
  /** How long that may take; only asked of a full run, which has the machine to itself. */
  within?: number;
}

/** Milliseconds between two blows, short enough to meet submissions half done. */
const LULL = { least: 150, most: 500 };
/** After a start from cold: long enough for the server to take some in. */
const LULL_AFTER_START = { least: 200, most: 1_200 };

/** So few blows may all fall before the first submission is through. */
const FEW = 10;

/** Eight people hand in what waits while the blows fall. */
export async function weather({ kills, attempts, server, strike, lull = LULL, within = Infinity }: Storm): Promise<Finding> {
  const queue = [...attempts];
  let calm = false;
  const clients = Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        await submitUntilDone(server, next, () => calm);
        if (!calm) await pause(40);
      }
    }),
  );
  const back: number[] = [];
  let amidst = 0;
  try {
    for (let kill = 0; kill < kills && queue.length > 0; kill += 1) {
      await pause(lull.least + Math.random() * (lull.most - lull.least));
      back.push(await strike());
    }
    amidst = attempts.filter(({ acknowledged }) => acknowledged !== undefined).length;
  } catch (error) {
    // What could not be struck is not a storm: what waits is not handed in any more
    queue.length = 0;
    clients.catch(() => undefined);
    throw error;
  } finally {
    calm = true;
  }
  await clients;
  const counts = await judge(attempts);
  const slowest = Math.round(Math.max(...back));
  const detail = { kills: back.length, submissions: attempts.length, amidst, ...counts, slowest };
  const clean = Object.values(counts).every((count) => count === 0) && back.length > 0 && (kills < FEW || amidst > 0);
  return { figure: `${back.length} 次强杀、${attempts.length} 件：丢 ${counts.lost}、重 ${counts.twice}、半 ${counts.half}、没有答复 ${counts.unanswered}；最慢 ${slowest} 毫秒恢复`, pass: clean && slowest <= within, detail };
}

const BACK_WITHIN = 2_500;

/** T1: the web server dies in the middle of submissions. */
export const killedServer: Fault = {
  id: "T1", what: "八人提交时强杀网页服务（kill -9），同一个键重试", target: "承认过的 0 丢失，0 重复，0 半截；2.5 秒之内恢复",
  async run(scale) {
    const kills = scale.of(2, 200);
    const attempts = await prepareAttempts(kills * 14);
    const server = await prepareServer({ name: "t1" });
    await server.start();
    const strike = async (): Promise<number> => {
      await server.kill();
      return server.start();
    };
    try {
      return await weather({ kills, attempts, server, strike, lull: LULL_AFTER_START, ...(scale.full ? { within: BACK_WITHIN } : {}) });
    } finally {
      await server.stop();
    }
  },
};

/** Kills one process of the database that serves our web server; PostgreSQL then restarts them all. */
async function killBackend(): Promise<void> {
  const { rows } = await pool().query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY random() LIMIT 1`);
  const [victim] = rows;
  if (victim) process.kill(victim.pid, "SIGKILL");
}

async function untilDatabaseAnswers(): Promise<number> {
  const began = performance.now();
  for (let tries = 0; tries < 400; tries += 1) {
    if (await pool().query("SELECT 1").then(() => true, () => false)) return performance.now() - began;
    await pause(25);
  }
  throw new Error("the database did not come back");
}

/** T2: a process of the database dies; the web server is never restarted. */
export const killedBackend: Fault = {
  id: "T2", what: "八人提交时强杀数据库的一个进程，网页服务不重启", target: "承认过的 0 丢失，0 重复，0 半截；网页服务不必重启",
  async run(scale) {
    const kills = scale.of(2, 200);
    const attempts = await prepareAttempts(kills * 14);
    const server = await prepareServer({ name: "t2" });
    await server.start();
    const strike = async (): Promise<number> => {
      await killBackend().catch(() => undefined);
      return untilDatabaseAnswers();
    };
    try {
      return await weather({ kills, attempts, server, strike });
    } finally {
      await server.stop();
    }
  },
};
