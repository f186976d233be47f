import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import type { JobQueue, RecurringJob } from "@/lib/data/job-queue";
import { freshDatabase } from "../database";

const address = await freshDatabase();
const { startJobQueue } = await import("@/lib/data/job-queue");
const { recurringJobs } = await import("@/lib/services/jobs/recurring-jobs");

const faults: unknown[] = [];
const open: JobQueue[] = [];
const timing = { cron: "* * * * *", atStart: false, pollSeconds: 0.5, expireSeconds: 60 };

async function start(jobs: readonly RecurringJob[]): Promise<JobQueue> {
  const queue = await startJobQueue(jobs, { onFault: (error) => faults.push(error), tickSeconds: 1 });
  open.push(queue);
  return queue;
}

const stopAll = () => Promise.all(open.splice(0).map((queue) => queue.stop()));

async function ask<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows as Row[];
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 100; !(await done()); left -= 1) {
    if (left === 0) throw new Error("it never happened");
    await pause(100);
  }
}

const connections = async () => Number((await ask<{ count: string }>("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'jobs' AND datname = current_database()"))[0]?.count);

afterEach(async () => {
  await stopAll();
  await ask("DROP SCHEMA IF EXISTS pgboss CASCADE");
  faults.length = 0;
});

describe("任务队列", () => {
  it("三台服务器同时第一次启动：只装一次，到点只做一次；各用至多两条连接，停下后一条不留", async () => {
    const ran: number[] = [];
    const jobs = [{ name: "tick", ...timing, run: async () => void ran.push(Date.now()) }];
    const beganInMinute = Math.floor(Date.now() / 60_000);
    await Promise.all([start(jobs), start(jobs), start(jobs)]);
    expect(await connections()).toBeLessThanOrEqual(6);
    await until(() => ran.length > 0);
    await pause(3_000);
    const minutes = Math.floor(Date.now() / 60_000) - beganInMinute + 1;
    expect(ran.length).toBeLessThanOrEqual(minutes);
    expect(await ask("SELECT name, cron, timezone FROM pgboss.schedule")).toEqual([{ name: "tick", cron: "* * * * *", timezone: "Asia/Shanghai" }]);
    await stopAll();
    expect(await connections()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("启动即做的补上停机期间错过的；没做成的会重做", async () => {
    let attempts = 0;
    const run = async (): Promise<void> => {
      attempts += 1;
      if (attempts === 1) throw new Error("fault 7F3A21");
    };
    await start([{ name: "flaky", ...timing, cron: "0 0 1 1 *", atStart: true, run }]);
    await until(async () => (await ask("SELECT 1 FROM pgboss.job WHERE name = 'flaky' AND state = 'retry'")).length === 1);
    await ask("UPDATE pgboss.job SET start_after = now() WHERE name = 'flaky'");
    await until(async () => (await ask("SELECT 1 FROM pgboss.job WHERE name = 'flaky' AND state = 'completed'")).length === 1);
    expect(attempts).toBe(2);
  });

  it("数据库的连接都断了：报告而不倒下，恢复后接着做", async () => {
    let runs = 0;
    await start([{ name: "steady", ...timing, atStart: true, run: async () => void (runs += 1) }]);
    await until(() => runs > 0);
    await ask("ALTER SCHEMA pgboss RENAME TO away");
    await ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'jobs'");
    await until(() => faults.length > 0);
    await ask("ALTER SCHEMA away RENAME TO pgboss");
    const before = runs;
    await ask("INSERT INTO pgboss.job (name, policy) VALUES ('steady', 'short')");
    await until(() => runs > before);
    expect(runs).toBeGreaterThan(before);
  });

  it("比一分钟更密的：做完一次隔几秒再做，几台同时开着也不成倍", async () => {
    let runs = 0;
    const jobs = [{ name: "often", ...timing, cron: "0 0 1 1 *", atStart: true, againSeconds: 1, run: async () => void (runs += 1) }];
    await Promise.all([start(jobs), start(jobs)]);
    await until(() => runs >= 3);
    const [before] = [runs, await pause(3_000)];
    expect(runs - before).toBeLessThanOrEqual(4);
    expect(await ask("SELECT 1 FROM pgboss.job WHERE name = 'often' AND state = 'created'")).toHaveLength(1);
  });

  it("停下时等手上的一件做完", async () => {
    let [begun, finished] = [false, false];
    const run = async (): Promise<void> => {
      begun = true;
      await pause(1_000);
      finished = true;
    };
    const queue = await start([{ name: "slow", ...timing, cron: "0 0 1 1 *", atStart: true, run }]);
    await until(() => begun);
    await queue.stop();
    expect(finished).toBe(true);
  });

  it("连不上数据库时启动说不成，不留下连接", async () => {
    process.env.DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:9/nowhere";
    await expect(start([])).rejects.toMatchObject({ code: "ECONNREFUSED" });
    process.env.DATABASE_URL = address;
    expect(await connections()).toBe(0);
  });

  it("没做成的只留编号，报错里可能带着的内容不进队列", async () => {
    await ask('ALTER TABLE "OutboxMessage" RENAME TO "Away"');
    try {
      const outbox = recurringJobs.find(({ name }) => name === "outbox");
      await start([{ name: "outbox", ...timing, cron: "0 0 1 1 *", atStart: true, run: async () => outbox?.run() }]);
      const outputs = () => ask<{ output: { message: string; stack: string } }>("SELECT output FROM pgboss.job WHERE name = 'outbox' AND state = 'retry'");
      await until(async () => (await outputs()).length === 1);
      const [failed] = await outputs();
      expect(failed?.output.message).toMatch(/^fault [2-9A-Z]{6}$/);
      expect(JSON.stringify(failed)).not.toContain("OutboxMessage");
    } finally {
      await ask('ALTER TABLE "Away" RENAME TO "OutboxMessage"');
    }
  });

  it("本系统的日程：发件箱每分钟、清理每小时、补正与容缺期限、届满零点过后，启动时也查", () => {
    expect(recurringJobs.map(({ name, cron, atStart }) => [name, cron, atStart])).toEqual([
      ["outbox", "* * * * *", true],
      ["audit-seal", "* * * * *", true],
      ["housekeeping", "17 * * * *", false],
      ["correction-deadline", "5 0,1,3,6 * * *", true],
      ["calendar", "1 0 * * *", true],
      ["tacit-acceptance", "8 0,1,3,6 * * *", true],
      ["deferral-deadline", "15 0,1,3,6 * * *", true],
      ["licence-expiry", "25 0,1,3,6 * * *", true],
      ["evaluation-figures", "* * * * *", true],
      ["rectification-overdue", "2 0,6 * * *", true],
      ["rating-deadline", "3 0,1,3,6 * * *", true],
      ["reminders", "10 9,11,15 * * *", true],
      ["holder-reminders", "20 8,10 * * *", false],
      ["bad-rating-reminders", "35 8,10,14 * * *", false],
    ]);
  });
});
