import "server-only";
import type { Db } from "./client";

/** 账号的动态口令；还在设置中的（没有 confirmedAt）也在内。 */
export function findSecondFactor(db: Db, accountId: string) {
  return db.secondFactor.findUnique({ where: { accountId } });
}

/** 换上一个还没有确认的密钥；已经确认的不动，答 false。 */
export async function startSecondFactor(tx: Db, accountId: string, sealedSecret: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO "SecondFactor" AS f ("accountId", "sealedSecret") VALUES (${accountId}::uuid, ${sealedSecret})
    ON CONFLICT ("accountId") DO UPDATE SET "sealedSecret" = EXCLUDED."sealedSecret", "createdAt" = now(), "lastStep" = 0
    WHERE f."confirmedAt" IS NULL`;
  return count === 1;
}

/** 确认设置；已经确认过的答 false。 */
export async function confirmSecondFactor(tx: Db, accountId: string, sealedSecret: string, step: number): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE "SecondFactor" SET "confirmedAt" = now(), "lastStep" = ${step}
    WHERE "accountId" = ${accountId}::uuid AND "confirmedAt" IS NULL AND "sealedSecret" = ${sealedSecret}`;
  return count === 1;
}

/** 用掉一步：这一步及以前的口令从此作废。别人同时用的只成一个。 */
export async function spendStep(tx: Db, accountId: string, step: number): Promise<boolean> {
  const { count } = await tx.secondFactor.updateMany({ where: { accountId, confirmedAt: { not: null }, lastStep: { lt: step } }, data: { lastStep: step } });
  return count === 1;
}

/** 用掉一个恢复码；散列是这几个之一。 */
export async function spendRecoveryCode(tx: Db, accountId: string, hashes: readonly string[]): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({ where: { accountId, codeHash: { in: [...hashes] }, usedAt: null }, data: { usedAt: new Date() } });
  return count === 1;
}

/** 换成新的一组恢复码，原来的都作废。 */
export async function replaceRecoveryCodes(tx: Db, accountId: string, hashes: readonly string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ accountId, codeHash })) });
}

export function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } });
}

/** 去掉动态口令与恢复码；本来没有的答 false。 */
export async function deleteSecondFactor(tx: Db, accountId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  const { count } = await tx.secondFactor.deleteMany({ where: { accountId } });
  return count === 1;
}
