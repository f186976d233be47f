import "server-only";
import type { Db } from "./client";

/** 一行加密存放的内容：id 也是下一批从哪里接着。 */
export interface SealedRow {
  id: string;
  sealed: string;
  /** 只有评价有：手机号的键控散列。 */
  hash?: string;
}

const NOWHERE = "00000000-0000-0000-0000-000000000000";

/** 三种加密存放的内容，各一批，按主键次序。 */
export const listSealed = {
  phone: async (db: Db, after = NOWHERE, take: number): Promise<SealedRow[]> => {
    const rows = await db.evaluation.findMany({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take, select: { id: true, phoneEncrypted: true, phoneHash: true } });
    return rows.map(({ id, phoneEncrypted, phoneHash }) => ({ id, sealed: phoneEncrypted, hash: phoneHash }));
  },
  secondFactor: async (db: Db, after = NOWHERE, take: number): Promise<SealedRow[]> => {
    const rows = await db.secondFactor.findMany({ where: { accountId: { gt: after } }, orderBy: { accountId: "asc" }, take, select: { accountId: true, sealedSecret: true } });
    return rows.map(({ accountId, sealedSecret }) => ({ id: accountId, sealed: sealedSecret }));
  },
  exchange: async (db: Db, after = NOWHERE, take: number): Promise<SealedRow[]> => {
    const rows = await db.exchangeClient.findMany({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take, select: { id: true, secretEncrypted: true } });
    return rows.map(({ id, secretEncrypted }) => ({ id, sealed: secretEncrypted }));
  },
} as const;

export type SealedKind = keyof typeof listSealed;

/** 换上重新封过的；读出以后被别人改过的不动。答改了几行。 */
export const replaceSealed: Readonly<Record<SealedKind, (tx: Db, row: SealedRow, sealed: string) => Promise<number>>> = {
  phone: async (tx, row, sealed) => (await tx.evaluation.updateMany({ where: { id: row.id, phoneEncrypted: row.sealed }, data: { phoneEncrypted: sealed } })).count,
  secondFactor: async (tx, row, sealed) => (await tx.secondFactor.updateMany({ where: { accountId: row.id, sealedSecret: row.sealed }, data: { sealedSecret: sealed } })).count,
  exchange: async (tx, row, sealed) => (await tx.exchangeClient.updateMany({ where: { id: row.id, secretEncrypted: row.sealed }, data: { secretEncrypted: sealed } })).count,
};

/** 手机号的散列换了密钥：评价的与占着的五天一起换；新散列已占着的，取到期晚的。 */
export async function replacePhoneHash(tx: Db, { id }: SealedRow, from: string, to: string): Promise<number> {
  const { count } = await tx.evaluation.updateMany({ where: { id, phoneHash: from }, data: { phoneHash: to } });
  await tx.$executeRaw`
    WITH moved AS (DELETE FROM "EvaluationSlot" WHERE "phoneHash" = ${from} RETURNING "until")
    INSERT INTO "EvaluationSlot" AS s ("phoneHash", "until") SELECT ${to}, "until" FROM moved
    ON CONFLICT ("phoneHash") DO UPDATE SET "until" = greatest(s."until", EXCLUDED."until")`;
  return count;
}

/** 换不了、只能等的：还能用的评价码里最晚的到期，还有几个人留着没用过的恢复码。 */
export async function listLeftToFormerKeys(db: Db): Promise<{ codesUntil?: Date; recoveryHolders: number }> {
  const [codes, holders] = await Promise.all([
    db.evaluationCode.aggregate({ where: { revokedAt: null, expiresAt: { gt: new Date() } }, _max: { expiresAt: true } }),
    db.recoveryCode.groupBy({ by: ["accountId"], where: { usedAt: null } }),
  ]);
  return { ...(codes._max.expiresAt ? { codesUntil: codes._max.expiresAt } : {}), recoveryHolders: holders.length };
}
