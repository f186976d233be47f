import "server-only";
import { pool, type Sql } from "./client";

/** 连接池此刻：在用、空闲、排队等着的、上限。 */
export function poolFigures(): { used: number; idle: number; waiting: number; limit: number } {
  const { totalCount, idleCount, waitingCount, options } = pool();
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount, limit: options.max };
}

/** 这个数据库可以用了：该应用的迁移应用过，没有做到一半的。 */
export async function isMigrated(sql: Sql, latest?: string): Promise<boolean> {
  const { rows } = await sql.query<{ ready: boolean }>(
    `SELECT count(*) FILTER (WHERE finished_at IS NOT NULL AND ($1::text IS NULL OR migration_name = $1)) > 0
       AND count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL) = 0 AS "ready"
     FROM "_prisma_migrations"`, [latest ?? null],
  );
  return rows[0]?.ready === true;
}

export interface Backlog {
  outboxPending: number;
  outboxFailed: number;
  /** 等得最久的一条，秒；没有为 0。 */
  outboxOldest: number;
  auditUnsealed: number;
  auditOldest: number;
}

const BACKLOG = `
  SELECT o.*, f.*, a.* FROM
    (SELECT count(*)::int AS "outboxPending", COALESCE(EXTRACT(EPOCH FROM clock_timestamp() - min("createdAt")), 0)::float8 AS "outboxOldest"
     FROM (SELECT "createdAt" FROM "OutboxMessage" WHERE "state" IN ('pending', 'sending') ORDER BY "createdAt" LIMIT $1) t) o,
    (SELECT count(*)::int AS "outboxFailed" FROM (SELECT 1 FROM "OutboxMessage" WHERE "state" = 'failed' LIMIT $1) t) f,
    (SELECT count(*)::int AS "auditUnsealed", COALESCE(EXTRACT(EPOCH FROM clock_timestamp() - min(e."at")), 0)::float8 AS "auditOldest"
     FROM (SELECT "entryId" FROM "AuditPending" ORDER BY "position" LIMIT $1) p JOIN "AuditEntry" e ON e."id" = p."entryId") a`;

/** 积压：数到上限为止，再多也是太多。 */
export async function findBacklog(sql: Sql, cap: number): Promise<Backlog> {
  const { rows } = await sql.query<Backlog>(BACKLOG, [cap]);
  if (!rows[0]) throw new Error("no backlog row");
  return rows[0];
}

/** 每种定时任务上次做成到现在多少秒；队列还没有建为空。 */
export async function listJobAges(sql: Sql): Promise<{ name: string; seconds: number }[]> {
  const { rows: found } = await sql.query<{ exists: boolean }>(`SELECT to_regclass('pgboss.job') IS NOT NULL AND to_regclass('pgboss.archive') IS NOT NULL AS "exists"`);
  if (!found[0]?.exists) return [];
  const { rows } = await sql.query<{ name: string; seconds: number }>(
    `SELECT name, EXTRACT(EPOCH FROM clock_timestamp() - max(completed_on))::float8 AS seconds
     FROM (SELECT name, completed_on FROM pgboss.job WHERE state = 'completed' UNION ALL SELECT name, completed_on FROM pgboss.archive WHERE state = 'completed') done
     WHERE name NOT LIKE '\\_\\_%' GROUP BY name ORDER BY name`,
  );
  return rows;
}
