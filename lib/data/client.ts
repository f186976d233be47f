import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { orBusy } from "./overload";

/**
 * 一个连接池：Prisma 与少数热点路径的类型化 SQL 共用。
 * 等待连接、语句、锁、事务空闲都有上限（design/quality §2.3：一个请求绝不持有一条再要第二条）。
 * 会话时区须为 UTC：Prisma 的驱动读写时间都不带偏移，别的时区会让 now() 与写入的时刻相差几小时；北京时间由 lib/workflow/iso-date 换算。
 */
const limits = {
  max: Number(process.env.DATABASE_POOL ?? 10),
  connectionTimeoutMillis: Number(process.env.DATABASE_WAIT ?? 5) * 1_000,
  idleTimeoutMillis: 30_000,
  // 工作列表的语句里写着今天，连接上记着每天的：隔一阵换一条
  maxLifetimeSeconds: 3_600,
  options: "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC",
};

/** Prisma 为一个事务借到的那条连接；事务了结、到时限之后就没有了。 */
interface Lent {
  held: number;
  asked: boolean;
  client?: pg.PoolClient | undefined;
  /** 到这时不再发。 */
  until: number;
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

/** 记下每个事务借到的是哪一条，热点语句才能直接发给它（ADR 0031）。 */
class LendingPool extends pg.Pool {
  readonly lending = new AsyncLocalStorage<Lent>();

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const lent = this.lending.getStore();
    if (!lent || lent.asked) return super.connect();
    lent.asked = true;
    return super.connect().then((client) => lend(lent, client));
  }
}

/** Prisma 到时限即退回事务；它的钟从此后才走，早于它就不再发，免得退回之后发出的语句自成一个事务。 */
function lend(lent: Lent, client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client);
  client.release = (error) => {
    lent.client = undefined;
    release(error);
  };
  lent.client = client;
  lent.until = performance.now() + lent.held;
  return client;
}

function open() {
  const pool = new LendingPool({ connectionString: process.env.DATABASE_URL, ...limits });
  // 被数据库杀掉的连接：空闲的在池上报错，借出的在它自己身上报错；没有监听者会结束进程
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }), lent: new WeakMap<Db, Lent>() };
}

const holder = globalThis as unknown as { database?: ReturnType<typeof open> };
const connection = (): ReturnType<typeof open> => (holder.database ??= open());

/** 事务内外通用的 Prisma 入口。 */
export type Db = Prisma.TransactionClient;

export const db = (): PrismaClient => connection().prisma;

export const pool = (): pg.Pool => connection().pool;

/** 一个事务至多持有多久。 */
const HELD = 15_000;

/**
 * 一个事务；等待与持有都有上限。成批写入的（导入几千行）另给 held，毫秒。
 * @throws Refusal unavailable 等不到连接或锁
 */
export async function transaction<T>(run: (tx: Db) => Promise<T>, held = HELD): Promise<T> {
  const { pool, prisma, lent } = connection();
  const own: Lent = { held, asked: false, until: 0 };
  const inside = (tx: Db): Promise<T> => {
    lent.set(tx, own);
    return run(tx);
  };
  try {
    return await pool.lending.run(own, () => prisma.$transaction(inside, { maxWait: limits.connectionTimeoutMillis, timeout: held }));
  } catch (error) {
    throw orBusy(error);
  }
}

/** 类型化 SQL 用的一条连接，只在 sqlTransaction 之内。 */
export type SqlClient = pg.ClientBase;

/** 发一条语句的地方：连接池（一条语句自成一个事务）或事务里的那条连接。 */
export type Sql = Pick<SqlClient, "query">;

export const sql = (): Sql => pool();

/**
 * 事务里的热点语句：与 Prisma 同一条连接、同一个事务，预备语句，不经 Prisma 逐层转换。
 * 每次用时现取，不留着；只收 db() 与 transaction 给出的。
 * @throws 事务已经了结或到了时限
 */
export function sqlIn(database: Db): Sql {
  const own = connection().lent.get(database);
  if (!own) {
    if (database === db()) return pool();
    throw new Error("this transaction was not begun by transaction()");
  }
  if (own.client && performance.now() < own.until) return own.client;
  throw Object.assign(new Error("the transaction is over"), { code: "P2028" });
}

/** 热点路径的事务：一条连接、类型化 SQL，不经 Prisma。 */
export async function sqlTransaction<T>(run: (client: SqlClient) => Promise<T>): Promise<T> {
  const client = await pool().connect().catch((error: unknown) => Promise.reject(orBusy(error)));
  try {
    await client.query("BEGIN");
    const result = await run(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // 连接已坏时回滚也会失败；带错误释放即弃用这条连接
    const broken = await client.query("ROLLBACK").then(() => false, () => true);
    client.release(broken);
    throw orBusy(error);
  }
}

/** 供测试与脚本收尾。 */
export async function closeDatabase(): Promise<void> {
  const open = holder.database;
  holder.database = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
