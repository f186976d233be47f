import "server-only";
import type { Db } from "./client";

const shown = { id: true, name: true, keyId: true, createdAt: true, revokedAt: true } as const;

export function listExchangeClientRows(db: Db) {
  return db.exchangeClient.findMany({ orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }], select: shown });
}

export function insertExchangeClient(db: Db, client: { name: string; keyId: string; secretEncrypted: string; createdById: string }) {
  return db.exchangeClient.create({ data: client, select: shown });
}

/** 停用一次；已停用的、没有的为 undefined。 */
export async function revokeExchangeClientRow(db: Db, id: string): Promise<{ name: string; keyId: string } | undefined> {
  const { count } = await db.exchangeClient.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  return count === 0 ? undefined : ((await db.exchangeClient.findUnique({ where: { id }, select: { name: true, keyId: true } })) ?? undefined);
}

/** 能用的对方：停用的如同没有。 */
export function findExchangeClient(db: Db, keyId: string) {
  return db.exchangeClient.findFirst({ where: { keyId, revokedAt: null }, select: { id: true, name: true, secretEncrypted: true } });
}
