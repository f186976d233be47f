import "server-only";
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
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  options: "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=20000 -c timezone=UTC",
};

function open() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, ...limits });
  // 被数据库杀掉的连接：空闲的在池上报错，借出的在它自己身上报错；没有监听者会结束进程
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }) };
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
  try {
    return await db().$transaction(run, { maxWait: 5_000, timeout: held });
  } catch (error) {
    throw orBusy(error);
  }
}

/** 类型化 SQL 用的一条连接，只在 sqlTransaction 之内。 */
export type SqlClient = pg.ClientBase;

/** 发一条语句的地方：连接池（一条语句自成一个事务）或事务里的那条连接。 */
export type Sql = Pick<SqlClient, "query">;

export const sql = (): Sql => pool();

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
