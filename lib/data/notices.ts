import "server-only";
import type { Db } from "./client";

/** 正在公布的通知公告，新的在前。 */
export function listNoticeRows(db: Db, limit: number) {
  return db.notice.findMany({ where: { withdrawnAt: null, publishedAt: { lte: new Date() } }, orderBy: { publishedAt: "desc" }, take: limit });
}

export function findNoticeRow(db: Db, id: string) {
  return db.notice.findFirst({ where: { id, withdrawnAt: null, publishedAt: { lte: new Date() } } });
}
