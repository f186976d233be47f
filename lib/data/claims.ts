import "server-only";
import { type Db, type Sql, type SqlClient, sqlIn } from "./client";

/** 只剩闲置草稿占着的身份证号码，过这么多天就让给别人（decisions 6）。 */
const IDLE_DAYS = 90;

/** 参数依次为号码、企业、案件；热点路径与事务里用的是同一条语句。 */
const CLAIM = `INSERT INTO "ElectricianClaim" AS k ("idNumber", "enterpriseId", "caseId")
  SELECT DISTINCT n, $2::uuid, $3::uuid FROM unnest($1::text[]) AS n ORDER BY n
  ON CONFLICT ("idNumber") DO UPDATE SET "enterpriseId" = EXCLUDED."enterpriseId", "caseId" = EXCLUDED."caseId", "touchedAt" = now()
  WHERE k."enterpriseId" = EXCLUDED."enterpriseId"
    OR EXISTS (SELECT 1 FROM "Case" c WHERE c."id" = k."caseId" AND c."state" = 'draft' AND c."updatedAt" < now() - make_interval(days => ${IDLE_DAYS}))
  RETURNING k."idNumber"`;

export interface ClaimOwner {
  enterpriseId: string;
  caseId: string;
  /** 分立、合并的另一方（统一社会信用代码）：它们登记的电工算作自己的，准予时才转过来（决定七）。 */
  allies?: readonly string[];
}

/** 其中由另一方登记着的。 */
const ALLIED = `SELECT k."idNumber" FROM "ElectricianClaim" k JOIN "Enterprise" e ON e."id" = k."enterpriseId" WHERE k."idNumber" = ANY($1::text[]) AND e."uscc" = ANY($2::text[])`;

const numbersIn = (rows: readonly { idNumber: string }[]): Set<string> => new Set(rows.map((row) => row.idNumber));

/**
 * 登记电工的身份证号码：一条语句、按号码排序（两家同时登记也不会死锁）。
 * 只与别家冲突；别家只有闲置满九十天的草稿占着时让出。
 * @returns 登记到手的号码；不在其中的已被别家使用
 */
export async function claimElectricians(client: Sql, owner: ClaimOwner, idNumbers: readonly string[]): Promise<Set<string>> {
  if (idNumbers.length === 0) return new Set();
  const { rows } = await client.query<{ idNumber: string }>({ name: "claim-electricians", text: CLAIM, values: [idNumbers, owner.enterpriseId, owner.caseId] });
  return owner.allies?.length ? new Set([...numbersIn(rows), ...numbersIn((await client.query<{ idNumber: string }>(ALLIED, [idNumbers, owner.allies])).rows)]) : numbersIn(rows);
}

/** 提交前再登记一遍：草稿闲置期间让给了别家的不在其中。 */
export async function reclaimElectricians(tx: Db, owner: ClaimOwner, idNumbers: readonly string[]): Promise<Set<string>> {
  return claimElectricians(sqlIn(tx), owner, idNumbers);
}

/** 从申请里删去的电工：仍在本企业在册的转回在册，另一件未办结的申请还写着的转给那一件，其余释放。 */
export async function freeElectricians(client: SqlClient, caseId: string, idNumbers: readonly string[]): Promise<void> {
  if (idNumbers.length === 0) return;
  await client.query({
    name: "free-electricians",
    text: `WITH engaged AS (
        UPDATE "ElectricianClaim" k SET "caseId" = NULL WHERE k."caseId" = $1::uuid AND k."idNumber" = ANY($2::text[])
          AND EXISTS (SELECT 1 FROM "Engagement" g WHERE g."idNumber" = k."idNumber" AND g."enterpriseId" = k."enterpriseId" AND g."toOn" IS NULL)
        RETURNING k."idNumber"),
      others AS (SELECT k."idNumber", (SELECT c."id" FROM "Case" c JOIN "SectionAnswer" s ON s."applicationId" = c."id"
          WHERE c."enterpriseId" = k."enterpriseId" AND c."openKey" IS NOT NULL AND c."id" <> $1::uuid
            AND s."data"->'skilledWorkers' @> jsonb_build_array(jsonb_build_object('idNo', k."idNumber")) ORDER BY c."id" LIMIT 1) AS "caseId"
        FROM "ElectricianClaim" k WHERE k."caseId" = $1::uuid AND k."idNumber" = ANY($2::text[])),
      passed AS (UPDATE "ElectricianClaim" k SET "caseId" = o."caseId" FROM others o
        WHERE k."idNumber" = o."idNumber" AND o."caseId" IS NOT NULL AND k."idNumber" NOT IN (SELECT "idNumber" FROM engaged) RETURNING k."idNumber")
      DELETE FROM "ElectricianClaim" k WHERE k."caseId" = $1::uuid AND k."idNumber" = ANY($2::text[])
        AND k."idNumber" NOT IN (SELECT "idNumber" FROM engaged UNION ALL SELECT "idNumber" FROM passed)`,
    values: [caseId, idNumbers],
  });
}
