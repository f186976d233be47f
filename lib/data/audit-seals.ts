import "server-only";
import type { Sql, SqlClient } from "./client";

/** 一条审计的原样，全部按文字读出：散列须逐字相同。 */
export interface StoredEntry {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string;
  audience: string;
  action: string;
  subject: string;
  subjectId: string | null;
  detail: string | null;
  address: string | null;
}

export interface Seal {
  seq: number;
  entryId: string;
  entryHash: string;
  chainHash: string;
}

/** 时刻写到毫秒、世界时；detail 是 jsonb 自己的文字（键有固定的次序，数字不经浮点）。 */
const ENTRY = `e."id"::text AS "id", to_char(e."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "at", e."actorId"::text AS "actorId",
  e."actorName", e."audience", e."action", e."subject", e."subjectId", e."detail"::text AS "detail", e."address"`;
const SEAL = `s."seq"::float8 AS "seq", s."entryId"::text AS "entryId", encode(s."entryHash", 'hex') AS "entryHash", encode(s."chainHash", 'hex') AS "chainHash"`;

/** 几台服务器只有一台在封存；拿不到不等。随事务放开。 */
export async function tryLockSealing(client: SqlClient): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_xact_lock(hashtextextended('audit-seal', 0)) AS held");
  return rows[0]?.held === true;
}

/** 最后一环。须在锁之内另起一条语句读，才看得到别人刚封存的。 */
export async function findLastSeal(sql: Sql): Promise<(Seal & { sealedAt: Date }) | undefined> {
  const { rows } = await sql.query<Seal & { sealedAt: Date }>(`SELECT ${SEAL}, s."sealedAt" FROM "AuditSeal" s ORDER BY s."seq" DESC LIMIT 1`);
  return rows[0];
}

export async function findSeal(sql: Sql, seq: number): Promise<Seal | undefined> {
  const { rows } = await sql.query<Seal>(`SELECT ${SEAL} FROM "AuditSeal" s WHERE s."seq" = $1::bigint`, [seq]);
  return rows[0];
}

export async function findSealOf(sql: Sql, entryId: string): Promise<(Seal & { sealedAt: Date }) | undefined> {
  const { rows } = await sql.query<Seal & { sealedAt: Date }>(`SELECT ${SEAL}, s."sealedAt" FROM "AuditSeal" s WHERE s."entryId" = $1::uuid`, [entryId]);
  return rows[0];
}

/** 已提交而还没有封存的一批，先登记的在前；还没有提交的看不见，提交之后总会轮到。 */
export async function listPending(client: SqlClient, take: number): Promise<(StoredEntry & { position: string })[]> {
  const { rows } = await client.query<StoredEntry & { position: string }>(
    `SELECT p."position"::text AS "position", ${ENTRY} FROM "AuditPending" p JOIN "AuditEntry" e ON e."id" = p."entryId" ORDER BY p."position" LIMIT $1`, [take],
  );
  return rows;
}

export async function insertSeals(client: SqlClient, seals: readonly Seal[]): Promise<void> {
  await client.query(
    `INSERT INTO "AuditSeal" ("seq", "entryId", "entryHash", "chainHash", "sealedAt")
     SELECT r."seq", r."entryId", decode(r."entryHash", 'hex'), decode(r."chainHash", 'hex'), clock_timestamp()
     FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) AS r("seq", "entryId", "entryHash", "chainHash")`,
    [seals.map(({ seq }) => seq), seals.map(({ entryId }) => entryId), seals.map(({ entryHash }) => entryHash), seals.map(({ chainHash }) => chainHash)],
  );
}

export async function deletePending(client: SqlClient, positions: readonly string[]): Promise<void> {
  await client.query(`DELETE FROM "AuditPending" WHERE "position" = ANY($1::bigint[])`, [positions]);
}

/** 从某一环之后依次取出，连同它所封存的那一条；那一条不在了，entry 为 null。 */
export async function listSeals(sql: Sql, after: number, take: number): Promise<(Seal & { entry: StoredEntry | null })[]> {
  const { rows } = await sql.query<Seal & { [K in keyof StoredEntry]: StoredEntry[K] | null }>(
    `SELECT ${SEAL}, ${ENTRY} FROM "AuditSeal" s LEFT JOIN "AuditEntry" e ON e."id" = s."entryId" WHERE s."seq" > $1::bigint ORDER BY s."seq" LIMIT $2`, [after, take],
  );
  return rows.map(({ seq, entryId, entryHash, chainHash, ...entry }) => ({ seq, entryId, entryHash, chainHash, entry: entry.id === null ? null : (entry as StoredEntry) }));
}

/** 同一时刻各有几条；没有动过手脚的，entries = seals + waiting，lost 为零。 */
export interface AuditCounts {
  entries: number;
  seals: number;
  /** 等待封存、条目也在的。 */
  waiting: number;
  /** 登记了等待封存，条目却不在了。 */
  lost: number;
}

export async function countAudit(sql: Sql): Promise<AuditCounts> {
  const { rows } = await sql.query<AuditCounts>(
    `SELECT (SELECT count(*) FROM "AuditEntry")::float8 AS "entries", (SELECT count(*) FROM "AuditSeal")::float8 AS "seals",
       count(e."id")::float8 AS "waiting", (count(*) - count(e."id"))::float8 AS "lost"
     FROM "AuditPending" p LEFT JOIN "AuditEntry" e ON e."id" = p."entryId"`,
  );
  return rows[0] ?? { entries: 0, seals: 0, waiting: 0, lost: 0 };
}

/** 还有几条没有封存，数到上限为止。 */
export async function countPending(sql: Sql, cap: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM (SELECT 1 FROM "AuditPending" LIMIT $1) p`, [cap]);
  return rows[0]?.count ?? 0;
}

/** 既没有封存、也没有等着封存的一条：绕过登记写进来的。 */
export async function findUnregistered(sql: Sql): Promise<string | undefined> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT e."id"::text AS "id" FROM "AuditEntry" e
     WHERE NOT EXISTS (SELECT 1 FROM "AuditSeal" s WHERE s."entryId" = e."id") AND NOT EXISTS (SELECT 1 FROM "AuditPending" p WHERE p."entryId" = e."id")
     ORDER BY e."at", e."id" LIMIT 1`,
  );
  return rows[0]?.id;
}

/** 登记了等待封存、条目却不在了的一条。 */
export async function findLost(sql: Sql): Promise<string | undefined> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT p."entryId"::text AS "id" FROM "AuditPending" p WHERE NOT EXISTS (SELECT 1 FROM "AuditEntry" e WHERE e."id" = p."entryId") ORDER BY p."position" LIMIT 1`,
  );
  return rows[0]?.id;
}
