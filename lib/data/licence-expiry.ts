import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { ExpiryRow } from "@/lib/licensing/expiry-views";
import type { Db } from "./client";

/** 提交了而未决的延续：申请 n 与案件 m；l 为许可证。 */
const runningRenewals = Prisma.sql`FROM "Application" n JOIN "Case" m ON m."id" = n."caseId"
  WHERE n."licenceId" = l."id" AND n."business" = 'renewal' AND m."finishedAt" IS NULL AND m."submittedAt" IS NOT NULL AND m."state" <> 'discarded'`;

/** 没有提交了而未决的延续；l 为许可证。 */
export const noRenewal = Prisma.sql`NOT EXISTS (SELECT 1 ${runningRenewals})`;

/** 将届满、已届满的一件许可证；没有在办的延续，两项为 null。 */
export interface ExpiringLicence extends Pick<ExpiryRow, "id" | "number" | "holder" | "uscc" | "scopeText" | "validTo"> {
  renewalNumber: string | null;
  renewalId: string | null;
}

export interface ExpiryFilter {
  officeCode: string;
  from?: string;
  to: string;
  /** 只看延续在办的（true）、没有办的（false）；不给的都看。 */
  renewing?: boolean;
}

/** 一个派出机构里有效期落在这一段的许可证，先届满的在前。 */
export function listExpiringLicences(db: Db, { officeCode, from, to, renewing }: ExpiryFilter, take: number, after?: { dueOn: string; id: string }): Promise<ExpiringLicence[]> {
  const chosen = renewing === undefined ? Prisma.empty : renewing ? Prisma.sql`AND r."id" IS NOT NULL` : Prisma.sql`AND r."id" IS NULL`;
  return db.$queryRaw<ExpiringLicence[]>(Prisma.sql`
    SELECT l."id", l."number", v."holderName" AS "holder", v."uscc", v."scopeText", v."validTo", r."number" AS "renewalNumber", r."id" AS "renewalId"
    FROM "Licence" l JOIN LATERAL (SELECT w."validTo", w."holderName", w."uscc", w."scopeText" FROM "LicenceVersion" w WHERE w."licenceId" = l."id" ORDER BY w."version" DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT m."id", m."number" ${runningRenewals} LIMIT 1) r ON true
    WHERE l."state" = 'valid' AND l."officeCode" = ${officeCode} ${from ? Prisma.sql`AND v."validTo" >= ${from}` : Prisma.empty} AND v."validTo" <= ${to} ${chosen}
      ${after ? Prisma.sql`AND (v."validTo", l."id") > (${after.dueOn}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY v."validTo", l."id" LIMIT ${take}`);
}
