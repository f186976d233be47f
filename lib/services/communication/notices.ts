import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { notFound } from "@/lib/access/refusal";
import { db } from "@/lib/data/client";
import { findNoticeRow, findOfficeOfEnterprise, listNoticeRows, type NoticeReader } from "@/lib/data/notices";
import type { NoticeRow, NoticeView } from "@/lib/licensing/message-views";

const PAGE = 30;

async function readerOf(actor: Actor): Promise<NoticeReader> {
  if (actor.kind === "enterprise") return { kind: "enterprise", officeCode: (await findOfficeOfEnterprise(db(), actor.enterpriseId)) ?? "" };
  return { kind: actor.kind === "staff" ? "staff" : "public" };
}

const rowOf = ({ id, title, publishedAt, pinned, audience }: Awaited<ReturnType<typeof listNoticeRows>>[number]): NoticeRow => ({
  id, title, publishedAt: publishedAt.toISOString(), pinned, forEnterprises: audience !== "public",
});

/** 此人看得到的通知公告，置顶的在前，其次新的在前；after 为上一页给出的 next。 */
export async function listNotices(actor: Actor, { take = PAGE, after }: { take?: number; after?: string } = {}): Promise<{ rows: NoticeRow[]; next?: string }> {
  const found = await listNoticeRows(db(), await readerOf(actor), take + 1, z.uuid().safeParse(after).data);
  const rows = found.slice(0, take).map(rowOf);
  return found.length > take ? { rows, next: rows.at(-1)?.id } : { rows };
}

/** 一条通知公告；草稿、已撤下的、给别人的都答「没有找到」。 */
export async function getNotice(actor: Actor, id: string): Promise<NoticeView> {
  const row = z.uuid().safeParse(id).success ? await findNoticeRow(db(), await readerOf(actor), id) : null;
  if (!row) throw notFound("这条通知");
  return { ...rowOf(row), body: row.body };
}
