import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Db } from "./client";

/** 谁在看：公众只见公布给大家的；企业还见给企业的，限定机构的只给它管辖的。 */
export type NoticeReader = { kind: "public" } | { kind: "enterprise"; officeCode: string } | { kind: "staff" };

function visibleTo(reader: NoticeReader): Prisma.NoticeWhereInput {
  const shown = { state: "published", publishedAt: { lte: new Date() } };
  if (reader.kind === "staff") return shown;
  if (reader.kind === "public") return { ...shown, audience: "public" };
  return { ...shown, OR: [{ audience: "public" }, { audience: "enterprises", OR: [{ officeCode: null }, { officeCode: reader.officeCode }] }] };
}

const shownFirst = [{ pinned: "desc" as const }, { publishedAt: "desc" as const }, { id: "desc" as const }];

/** 正在公布的通知公告，置顶的在前，其次新的在前；after 为上一页最后一条。 */
export function listNoticeRows(db: Db, reader: NoticeReader, take: number, after?: string) {
  return db.notice.findMany({
    where: visibleTo(reader), orderBy: shownFirst, take,
    select: { id: true, title: true, publishedAt: true, pinned: true, audience: true }, ...(after ? { cursor: { id: after }, skip: 1 } : {}),
  });
}

export function findNoticeRow(db: Db, reader: NoticeReader, id: string) {
  return db.notice.findFirst({ where: { AND: [visibleTo(reader), { id }] } });
}

/** 企业归哪个派出机构。 */
export async function findOfficeOfEnterprise(db: Db, enterpriseId: string): Promise<string | undefined> {
  return (await db.enterprise.findUnique({ where: { id: enterpriseId }, select: { officeCode: true } }))?.officeCode;
}

/** 全部通知公告，草稿与撤下的也在内，新的在前；管理用。 */
export function listNoticesForDesk(db: Db, state: string | undefined, take: number, after?: string) {
  return db.notice.findMany({ where: state ? { state } : {}, orderBy: { id: "desc" }, take, omit: { body: true }, ...(after ? { cursor: { id: after }, skip: 1 } : {}) });
}

export function findNotice(db: Db, id: string) {
  return db.notice.findUnique({ where: { id } });
}

export type NoticeContent = Pick<Prisma.NoticeUncheckedCreateInput, "title" | "body" | "audience" | "officeCode" | "pinned" | "state"> & { publishedAt?: Date };

export function insertNotice(tx: Db, notice: NoticeContent & { createdByName: string }) {
  return tx.notice.create({ data: notice, select: { id: true } });
}

/** 改一条某一状态、某一版次的；别人先改了的不动，为 false。 */
export async function updateNotice(tx: Db, { id, revision, state }: { id: string; revision: number; state: string }, change: Prisma.NoticeUncheckedUpdateInput): Promise<boolean> {
  const { count } = await tx.notice.updateMany({ where: { id, revision, state }, data: { ...change, revision: { increment: 1 } } });
  return count === 1;
}

/** 删去一条草稿；公布过的只能撤下。 */
export async function removeDraftNotice(tx: Db, id: string): Promise<boolean> {
  return (await tx.notice.deleteMany({ where: { id, state: "draft" } })).count === 1;
}
