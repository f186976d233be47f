import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

export interface SavedViewRecord {
  id: string;
  name: string;
  query: unknown;
}

/** 一个人保存的筛选，先存的在前。 */
export const savedViewsStatement = (accountId: string): string => `SELECT "id", "name", "query" FROM "SavedView" WHERE "accountId" = ${accountId}::uuid ORDER BY "createdAt", "id"`;

export function countSavedViews(db: Db, accountId: string): Promise<number> {
  return db.savedView.count({ where: { accountId } });
}

export function insertSavedView(db: Db, view: { accountId: string; name: string; query: Prisma.InputJsonValue }) {
  return db.savedView.create({ data: view, select: { id: true } });
}

/** 只改本人的；不是本人的答 false。 */
export async function updateSavedView(db: Db, accountId: string, id: string, name: string): Promise<boolean> {
  const { count } = await db.savedView.updateMany({ where: { id, accountId }, data: { name } });
  return count === 1;
}

export async function deleteSavedView(db: Db, accountId: string, id: string): Promise<boolean> {
  const { count } = await db.savedView.deleteMany({ where: { id, accountId } });
  return count === 1;
}
