import "server-only";
import { pool, sqlTransaction } from "./client";
import { asPattern } from "./conditions";

/** 信用代码至少打到行政区划，才按开头找。 */
const CODE_START = 6;
const codeStart = (text: string): string => `${asPattern(text.toUpperCase())}${text.length >= CODE_START ? "%" : ""}`;

/** 名称、信用代码（或其开头）、许可证编号对得上的企业；多于 limit 时多给一个。 */
export async function findEnterprisesNamed(text: string, limit: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "id" FROM "Enterprise" WHERE "name" ILIKE $1
     UNION SELECT "id" FROM "Enterprise" WHERE "uscc" LIKE $2
     UNION SELECT "enterpriseId" FROM (SELECT "enterpriseId" FROM "Licence" WHERE "number" LIKE $3 LIMIT $4) l LIMIT $4`,
    [`%${asPattern(text)}%`, codeStart(text), `${asPattern(text.toUpperCase())}%`, limit + 1],
  );
  return rows.map(({ id }) => id);
}

/** 只按信用代码与许可证编号：两个字以内的名称用不上三字索引。 */
export async function findEnterprisesCoded(text: string, limit: number): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "id" FROM "Enterprise" WHERE "uscc" = $1 UNION SELECT "enterpriseId" FROM (SELECT "enterpriseId" FROM "Licence" WHERE "number" LIKE $2 LIMIT $3) l LIMIT $3`,
    [text.toUpperCase(), `${asPattern(text.toUpperCase())}%`, limit],
  );
  return rows.map(({ id }) => id);
}

/** 名称相近到这个程度才算：一个字写错的约 0.6，短名称里错一个字约 0.4。 */
const THRESHOLDS = [0.6, 0.4] as const;

/**
 * 名称相近的本机构企业，最像的在前：先按三字组的相似度（错字），再按各字依次出现（漏字）。
 * 只在别的办法都找不到时才问；范围是一个机构，件数有上限。
 */
export async function findEnterprisesLike(officeCode: string, text: string, limit: number): Promise<string[]> {
  return sqlTransaction(async (client) => {
    for (const threshold of THRESHOLDS) {
      await client.query(`SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(threshold)]);
      const { rows } = await client.query<{ id: string }>(
        `SELECT "id" FROM "Enterprise" WHERE "officeCode" = $1 AND "name" %> $2 ORDER BY word_similarity($2, "name") DESC, "id" LIMIT $3`,
        [officeCode, text, limit],
      );
      if (rows.length > 0) return rows.map(({ id }) => id);
    }
    const inTurn = `%${[...text].map(asPattern).join("%")}%`;
    const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Enterprise" WHERE "officeCode" = $1 AND "name" ILIKE $2 LIMIT $3`, [officeCode, inTurn, limit]);
    return rows.map(({ id }) => id);
  });
}
