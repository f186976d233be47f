import "server-only";
import type { ExchangePlace } from "@/lib/evaluation/exchange/cursor";
import { sql } from "./client";

/** 交换所需的一行；手机号码不取。 */
export interface ExchangeRow {
  id: string;
  changedBy: string;
  isNew: boolean;
  channel: ExchangeChannel;
  matter: string;
  serviceName: string | null;
  level: number;
  options: string[];
  comment: string | null;
  raterName: string | null;
  createdAt: Date;
  excludedAt: Date | null;
  officeName: string;
  caseNumber: string | null;
  caseState: string | null;
  enterprise: string | null;
  submittedAt: Date | null;
  finishedAt: Date | null;
  promisedDueOn: string | null;
  appeal: "none" | "raised" | "upheld" | "excluded" | null;
  answeredAt: Date | null;
  rectifiedAt: Date | null;
  rectifyDueOn: string | null;
}

type ExchangeChannel = "todo" | "visit" | "matter";

/**
 * 某处之后变动过的，按变动号与编号排。只发早于最老在途事务的：在途的提交以后，变动号可能小于已经发过的，
 * 先发后面的就会把它跳过；它没结束之前，谁也不发到它后面去。
 */
export async function listChangedEvaluations(after: ExchangePlace, take: number): Promise<ExchangeRow[]> {
  const { rows } = await sql().query<ExchangeRow>(
    `SELECT e."id", e."changedBy"::text AS "changedBy", e."changedBy" = e."insertedBy" AS "isNew", e."channel", e."matter", e."serviceName", e."level", e."options", e."comment",
       e."raterName", e."createdAt", e."excludedAt", o."name" AS "officeName", c."number" AS "caseNumber", c."state" AS "caseState", n."name" AS "enterprise",
       c."submittedAt", c."finishedAt", c."promisedDueOn", b."appeal", b."answeredAt", b."rectifiedAt", b."rectifyDueOn"
     FROM (SELECT * FROM "Evaluation" WHERE ("changedBy", "id") > ($1::bigint, $2::uuid) AND "changedBy" < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
           ORDER BY "changedBy", "id" LIMIT $3) e
     JOIN "Office" o ON o."code" = e."officeCode" LEFT JOIN "Case" c ON c."id" = e."caseId" LEFT JOIN "Enterprise" n ON n."id" = c."enterpriseId"
     LEFT JOIN "BadRating" b ON b."evaluationId" = e."id" ORDER BY e."changedBy", e."id"`,
    [after.changedBy, after.id, take],
  );
  return rows;
}
