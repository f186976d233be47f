import "server-only";
import pg from "pg";
import PgBoss from "pg-boss";

/** 定时反复做的一件事；可并行、可重做，重复一次也无害。 */
export interface RecurringJob {
  name: string;
  /** 分 时 日 月 周，北京时间。 */
  cron: string;
  /** 服务一启动也做一次：停机期间错过的补上。 */
  atStart: boolean;
  /** 多久看一次有没有排到。 */
  pollSeconds: number;
  /** 做这么久还没完，视为随进程死去，由别的进程重做。 */
  expireSeconds: number;
  /** 做完一次，隔这么久再做：比一分钟更密的。断了的由下一分钟的日程接上。 */
  againSeconds?: number;
  run: () => Promise<void>;
}

export interface JobQueue {
  /** 不再取新的，手上的最多等五秒；没做完的回滚，下次重做。 */
  stop: () => Promise<void>;
}

export interface JobQueueOptions {
  onFault: (error: unknown) => void;
  /** 多久核对一次到点没有；测试里缩短。 */
  tickSeconds?: number;
}

const TIMEZONE = "Asia/Shanghai";
const STOP_MILLISECONDS = 5_000;
const RETRIES = { retryLimit: 2, retryDelay: 60, retryBackoff: true };
const limits = {
  max: 2,
  application_name: "jobs",
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 60_000,
  options: "-c statement_timeout=30000 -c lock_timeout=20000 -c timezone=UTC",
};

/**
 * 开始按时做这些事：几台服务器同时开着，每到点只做一次；日程与未完的存在同一个数据库的 pgboss 模式里，重启不丢。
 * 自己的小连接池，页面忙时不与它争。
 */
export async function startJobQueue(jobs: readonly RecurringJob[], { onFault, tickSeconds = 30 }: JobQueueOptions): Promise<JobQueue> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, ...limits });
  pool.on("error", onFault);
  const executor = new Executor(pool, onFault);
  const boss = new PgBoss({
    db: executor, schema: "pgboss", cronMonitorIntervalSeconds: tickSeconds, cronWorkerIntervalSeconds: Math.min(tickSeconds, 10),
    archiveCompletedAfterSeconds: 3_600, deleteAfterDays: 3,
  });
  boss.on("error", onFault);
  const end = async (): Promise<void> => {
    executor.quiet = true;
    await boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
    await pool.end();
  };
  let ended: Promise<void> | undefined;
  const stop = (): Promise<void> => (ended ??= end());
  try {
    await oneAtATime(pool, async () => {
      await boss.start();
      for (const job of jobs) await schedule(boss, job);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  executor.lenient = true;
  for (const job of jobs) await boss.work(job.name, { pollingIntervalSeconds: job.pollSeconds }, () => perform(boss, job));
  return { stop };
}

/** 几台服务器第一次同时启动，建队列的表会互相锁死：由一把咨询锁排队，锁随事务放开。 */
async function oneAtATime(pool: pg.Pool, run: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('jobs', 0))");
    await run();
  } finally {
    // 锁的事务什么也没写；连接随之弃用，不论它好坏
    client.release(true);
  }
}

/** short：同一件事至多一个在排队，服务停过也不会积成一串。 */
async function schedule(boss: PgBoss, { name, cron, atStart, expireSeconds }: RecurringJob): Promise<void> {
  const queue: PgBoss.Queue = { name, policy: "short", expireInSeconds: expireSeconds, ...RETRIES };
  await boss.createQueue(name, { ...queue });
  await boss.updateQueue(name, { ...queue });
  await boss.schedule(name, cron, {}, { tz: TIMEZONE });
  if (atStart) await boss.send(name, {});
}

async function perform(boss: PgBoss, { name, run, againSeconds }: RecurringJob): Promise<void> {
  await run();
  // short：已有一个在排队的就不再加；正在停下、排不上的，由下一分钟的日程接上
  if (againSeconds !== undefined) await boss.send(name, {}, { startAfter: againSeconds }).catch(() => null);
}

/**
 * pg-boss 记“做完了”“没做成”时不等答复：数据库恰在那时断开，就是一个没人接的拒绝，能结束整个服务。
 * 启动完毕之后这里不再抛出，只报告；没有答复的语句 pg-boss 按什么也没取到处理，那件事到期后重做。
 */
class Executor implements PgBoss.Db {
  lenient = false;
  quiet = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly onFault: (error: unknown) => void,
  ) {}

  async executeSql(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
    try {
      return await this.pool.query<Record<string, unknown>>(text, values);
    } catch (error) {
      if (!this.lenient) throw error;
      if (!this.quiet) this.onFault(error);
      return unanswered;
    }
  }
}

/** pg-boss 自己的连接已关时给的也是没有 rows 的答复。 */
const unanswered = {} as { rows: Record<string, unknown>[] };
