import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface NewPhrase {
  scope: string;
  officeCode: string;
  accountId: string;
  text: string;
}

/** 此人看得到的常用语：本人的与本机构的，先存的在前。 */
export function listPhrases(db: Db, { officeCode, accountId }: { officeCode: string; accountId: string }) {
  return db.remarkPhrase.findMany({
    where: { OR: [{ scope: "office", officeCode }, { scope: "own", accountId }] },
    orderBy: [{ scope: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
}

export function findPhrase(db: Db, id: string) {
  return db.remarkPhrase.findUnique({ where: { id } });
}

export const countPhrases = (db: Db, where: { scope: string; officeCode: string; accountId?: string }): Promise<number> => db.remarkPhrase.count({ where });

/** 存一条；已经有一样的（唯一索引）为 undefined。 */
export async function insertPhrase(tx: Db, { scope, officeCode, accountId, text }: NewPhrase): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    INSERT INTO "RemarkPhrase" ("id", "scope", "officeCode", "accountId", "text")
    VALUES (gen_random_uuid(), ${scope}, ${officeCode}, ${accountId}::uuid, ${text}) ON CONFLICT DO NOTHING RETURNING "id"`);
  return rows[0]?.id;
}

export async function deletePhrase(db: Db, id: string): Promise<boolean> {
  return (await db.remarkPhrase.deleteMany({ where: { id } })).count === 1;
}
