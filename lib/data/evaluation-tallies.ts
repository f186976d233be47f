import "server-only";
import { type SqlClient, sql, sqlTransaction } from "./client";

/** 一次事务重算这么多个月份与机构；多的分几次，锁不久占。 */
const GROUPS_AT_ONCE = 20;

const parameters = (officeCode: string | undefined): unknown[] => [officeCode ?? null];
const OF_OFFICE = `($1::text IS NULL OR "officeCode" = $1)`;

/**
 * 把有变动的月份重算一遍，返回重算了几组；officeCode 有值时只算那个机构。
 * 标记由触发器与原始行在同一事务里写入：看不见标记，即已提交的都已算过。
 */
export async function refreshTallies(officeCode?: string): Promise<number> {
  const { rows } = await sql().query<{ due: boolean }>(`SELECT EXISTS (SELECT 1 FROM "EvaluationMark" WHERE ${OF_OFFICE}) AS "due"`, parameters(officeCode));
  if (!rows[0]?.due) return 0;
  for (let total = 0; ; ) {
    const groups = await sqlTransaction((client) => refreshSome(client, officeCode));
    total += groups;
    if (groups < GROUPS_AT_ONCE) return total;
  }
}

interface Groups {
  months: string[];
  offices: string[];
}

/**
 * 次序是正确的关键：先取锁，再删看得见的标记，之后每条语句各取新的快照。删掉的标记都已提交，它们的原始行因此看得见；
 * 删之后才提交的，标记还在，下次再算。两次重算由锁排队，旧的算不到新的后面。
 */
async function refreshSome(client: SqlClient, officeCode: string | undefined): Promise<number> {
  await client.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('evaluation-tallies', 0))");
  const { rows } = await client.query<{ month: string; officeCode: string }>(
    `WITH due AS (SELECT DISTINCT "month", "officeCode" FROM "EvaluationMark" WHERE ${OF_OFFICE} ORDER BY 1, 2 LIMIT ${GROUPS_AT_ONCE}),
          gone AS (DELETE FROM "EvaluationMark" m USING due WHERE m."month" = due."month" AND m."officeCode" = due."officeCode" RETURNING m."month", m."officeCode")
     SELECT DISTINCT "month", "officeCode" FROM gone`,
    parameters(officeCode),
  );
  const groups: Groups = { months: rows.map(({ month }) => month), offices: rows.map((row) => row.officeCode) };
  if (rows.length > 0) await recompute(client, groups);
  return rows.length;
}

/** 一个月在北京时间的起讫，按索引取原始行。 */
const GROUPS = `WITH g AS (
  SELECT g."month", g."officeCode", (g."month" || '-01')::timestamp AT TIME ZONE 'Asia/Shanghai' AS "from",
    ((g."month" || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Asia/Shanghai' AS "to"
  FROM unnest($1::text[], $2::text[]) AS g("month", "officeCode"))`;

/** OFFSET 0 使各组各按索引取自己的一段；合起来连接，规划器会为二十组扫一遍全表。 */
const RATINGS = `FROM g CROSS JOIN LATERAL (
  SELECT r."id", r."matter", r."channel", r."level", r."options", r."raterName", r."excludedAt" FROM "Evaluation" r
  WHERE r."officeCode" = g."officeCode" AND r."createdAt" >= g."from" AND r."createdAt" < g."to" OFFSET 0) e`;
const TODAY = `to_char(clock_timestamp() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
const bad = (condition: string): string => `count(*) FILTER (WHERE e."excludedAt" IS NULL AND e."level" <= 2 AND ${condition})`;

async function recompute(client: SqlClient, { months, offices }: Groups): Promise<void> {
  const of = [months, offices];
  for (const table of ["EvaluationTally", "EvaluationOptionTally", "ServiceTally"]) {
    await client.query(`${GROUPS} DELETE FROM "${table}" t USING g WHERE t."month" = g."month" AND t."officeCode" = g."officeCode"`, of);
  }
  await client.query(
    `${GROUPS} INSERT INTO "EvaluationTally" ("month", "officeCode", "matter", "channel", "level", "ratings", "excluded", "rectifyDue", "rectified", "onTime", "named", "calledBack")
     SELECT g."month", g."officeCode", e."matter", e."channel", e."level", count(*), count(e."excludedAt"),
       ${bad(`b."rectifyDueOn" IS NOT NULL AND (b."rectifiedAt" IS NOT NULL OR b."rectifyDueOn" < ${TODAY})`)},
       ${bad(`b."rectifiedAt" IS NOT NULL`)}, ${bad(`b."rectifiedAt" IS NOT NULL AND b."onTime"`)},
       ${bad(`e."raterName" IS NOT NULL`)}, ${bad(`e."raterName" IS NOT NULL AND b."calledBackAt" IS NOT NULL`)}
     ${RATINGS} LEFT JOIN "BadRating" b ON b."evaluationId" = e."id" AND e."level" <= 2
     GROUP BY g."month", g."officeCode", e."matter", e."channel", e."level"`,
    of,
  );
  await client.query(
    `${GROUPS} INSERT INTO "EvaluationOptionTally" ("month", "officeCode", "matter", "option", "count")
     SELECT g."month", g."officeCode", e."matter", o."option", count(*)
     ${RATINGS} CROSS JOIN LATERAL unnest(e."options") AS o("option") WHERE e."excludedAt" IS NULL
     GROUP BY g."month", g."officeCode", e."matter", o."option"`,
    of,
  );
  await client.query(
    `${GROUPS} INSERT INTO "ServiceTally" ("month", "officeCode", "matter", "finished")
     SELECT g."month", g."officeCode", COALESCE(a."business", c."kind"), count(*)
     FROM g CROSS JOIN LATERAL (
       SELECT f."id", f."kind" FROM "Case" f WHERE f."officeCode" = g."officeCode" AND f."finishedAt" >= g."from" AND f."finishedAt" < g."to" OFFSET 0) c
     LEFT JOIN "Application" a ON a."caseId" = c."id"
     GROUP BY g."month", g."officeCode", COALESCE(a."business", c."kind")`,
    of,
  );
}

/** 整改期限已过而没有整改的：日子过去，没有一行会变，由任务标出它们的月份。 */
export async function markOverdueRectifications(): Promise<number> {
  const { rowCount } = await sql().query(
    `INSERT INTO "EvaluationMark" ("month", "officeCode")
     SELECT DISTINCT "shanghai_month"(e."createdAt"), e."officeCode" FROM "BadRating" b JOIN "Evaluation" e ON e."id" = b."evaluationId"
     WHERE b."rectifiedAt" IS NULL AND b."closedAt" IS NULL AND b."rectifyDueOn" < ${TODAY}`,
  );
  return rowCount ?? 0;
}
