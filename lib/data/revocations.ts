import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export type NewRevocation = Pick<Prisma.RevocationUncheckedCreateInput, "followUpId" | "licenceId" | "reason" | "article" | "formerState" | "proposedById" | "proposedByName">;

/** 提出撤销；同一件许可证已有待确认的，由唯一索引 one_pending_revocation 挡住。 */
export async function insertRevocation(tx: Db, revocation: NewRevocation): Promise<void> {
  await tx.revocation.create({ data: revocation });
}

export interface RevocationRow {
  id: string;
  licenceId: string;
  licenceNumber: string;
  state: string;
  reason: string;
  article: string;
  formerState: string;
  proposedById: string;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  note: string | null;
  /** 这一次的听证告知书哪天送达；没有送达的为 null。 */
  hearingDeliveredOn: string | null;
}

/** 一件任务最近一次提出的撤销。 */
export async function findRevocation(db: Db, followUpId: string): Promise<RevocationRow | undefined> {
  const rows = await db.$queryRaw<RevocationRow[]>(Prisma.sql`
    SELECT r."id", r."licenceId", l."number" AS "licenceNumber", r."state", r."reason", r."article", r."formerState", r."proposedById", r."proposedByName", r."proposedAt",
      r."decidedByName", r."decidedAt", r."note",
      (SELECT d."deliveredOn" FROM "IssuedDocument" d WHERE d."followUpId" = r."followUpId" AND d."kind" = 'hearing' ORDER BY d."issuedAt" DESC LIMIT 1) AS "hearingDeliveredOn"
    FROM "Revocation" r JOIN "Licence" l ON l."id" = r."licenceId" WHERE r."followUpId" = ${followUpId}::uuid ORDER BY r."proposedAt" DESC LIMIT 1`);
  return rows[0];
}

export interface RevocationDecision {
  state: "confirmed" | "rejected";
  decidedById: string;
  decidedByName: string;
  decidedAt: Date;
  note: string | null;
}

/** 只写还没决定的；返回是否写成。提出的人写不成（检查约束）。 */
export async function decideOnRevocation(tx: Db, id: string, decision: RevocationDecision): Promise<boolean> {
  const { count } = await tx.revocation.updateMany({ where: { id, state: "pending" }, data: decision });
  return count === 1;
}

/** 许可证以别的方式终止了：待确认的撤销不必再决定。 */
export async function lapseRevocations(tx: Db, licenceId: string): Promise<void> {
  await tx.revocation.updateMany({ where: { licenceId, state: "pending" }, data: { state: "lapsed", decidedAt: new Date() } });
}

/** 一件许可证还有几件未了的限期整改；先锁住许可证，几件同时了结时最后一件看得到其余的。 */
export async function countRunningRectifications(tx: Db, licenceId: string): Promise<number> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "Licence" WHERE "id" = ${licenceId}::uuid FOR UPDATE`);
  return tx.followUp.count({ where: { licenceId, kind: "rectification", state: { in: ["open", "supplied", "proposed"] } } });
}

/** 一个派出机构待确认的撤销有几件；besides 提出的不算。 */
export async function countPendingRevocations(db: Db, officeCode: string, besides: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS "count" FROM "Revocation" r JOIN "FollowUp" u ON u."id" = r."followUpId"
    WHERE r."state" = 'pending' AND r."proposedById" <> ${besides}::uuid AND u."officeCode" = ${officeCode} AND u."state" = 'proposed'`);
  return rows[0]?.count ?? 0;
}
