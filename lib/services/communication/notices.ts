import * as z from "zod";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findNoticeRow, listNoticeRows } from "@/lib/data/notices";
import type { NoticeRow, NoticeView } from "@/lib/licensing/message-views";

/** 通知公告，谁都可以看，新的在前。 */
export async function listNotices(limit = 50): Promise<NoticeRow[]> {
  const rows = await listNoticeRows(db(), limit);
  return rows.map(({ id, title, publishedAt }) => ({ id, title, publishedAt: publishedAt.toISOString() }));
}

/** 一条通知公告；已撤下的答「没有找到」。 */
export async function getNotice(id: string): Promise<NoticeView> {
  const row = z.uuid().safeParse(id).success ? await findNoticeRow(db(), id) : null;
  if (!row) throw notFound("这条通知");
  return { id: row.id, title: row.title, body: row.body, publishedAt: row.publishedAt.toISOString() };
}
