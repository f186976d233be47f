import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Db, pool } from "./client";

/** 一个人保存的筛选，先存的在前；打开列表都要问，不经 Prisma。 */
export async function listSavedViewRecords(accountId: string): Promise<{ id: string; name: string; query: unknown }[]> {
  const text = `SELECT "id", "name", "query" FROM "SavedView" WHERE "accountId" = $1::uuid ORDER BY "createdAt", "id"`;
  return (await pool().query<{ id: string; name: string; query: unknown }>({ name: "queue saved views", text, values: [accountId] })).rows;
}

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
