import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { findNotice, insertNotice, listNoticesForDesk, type NoticeContent, removeDraftNotice, updateNotice } from "@/lib/data/notices";
import { ToldReason, WrittenText } from "@/lib/forms/written-text";
import type { NoticeDeskRow, NoticeDeskView } from "@/lib/licensing/announcements";
import { offices } from "@/lib/licensing/offices";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { now, today } from "@/lib/services/platform/clock";
import { changedMeanwhile } from "@/lib/services/platform/seen-version";
import { noticeAudiences, noticeStates, scheduledWord } from "@/lib/terms/notices";
import { codesOf, isCodeOf } from "@/lib/terms/option-map";
import { addYears, isIsoDate, shanghaiDate } from "@/lib/workflow/iso-date";

const PAGE = 30;

export const SaveNoticeInput = z.object({
  /** 没有的是新的一条。 */
  id: z.uuid().nullable(),
  revision: z.int(),
  title: WrittenText("标题", 2, 100),
  body: WrittenText("正文", 1, 10_000),
  audience: z.enum(codesOf(noticeAudiences), { error: "请选择给谁看" }),
  /** 空为全部企业。 */
  officeCode: z.string().max(20),
  pinned: z.boolean(),
  /** 空为立即公布。 */
  publishOn: z.string().max(10),
  publish: z.boolean(),
});
export type SaveNoticeInput = z.output<typeof SaveNoticeInput>;

type Stored = Omit<NonNullable<Awaited<ReturnType<typeof findNotice>>>, "body">;

function rowOf({ id, title, state, audience, officeCode, pinned, publishedAt, createdByName }: Stored, at: Date): NoticeDeskRow {
  const [code, to] = [isCodeOf(noticeStates, state) ? state : "draft", isCodeOf(noticeAudiences, audience) ? audience : "public"];
  const scheduled = code === "published" && publishedAt > at;
  const office = offices.find((one) => one.code === officeCode);
  return {
    id, title, state: code, scheduled, pinned, audience: to, publishedAt: publishedAt.toISOString(), createdBy: createdByName ?? "",
    stateWord: scheduled ? scheduledWord : noticeStates[code],
    audienceWord: office ? `${office.name}管辖的企业` : noticeAudiences[to],
  };
}

/** 全部通知公告，新的在前；只给系统管理员。 */
export async function listNoticesToManage(actor: Actor, { state, after }: { state?: string; after?: string } = {}): Promise<{ rows: NoticeDeskRow[]; next?: string }> {
  authorise(actor, "settings.edit");
  const wanted = isCodeOf(noticeStates, state) ? state : undefined;
  const [found, at] = [await listNoticesForDesk(db(), wanted, PAGE + 1, z.uuid().safeParse(after).data), await now()];
  const rows = found.slice(0, PAGE).map((row) => rowOf(row, at));
  return found.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

/** 一条通知公告，草稿与撤下的也看得到。 */
export async function getNoticeToManage(actor: Actor, id: string): Promise<NoticeDeskView> {
  authorise(actor, "settings.edit");
  const found = z.uuid().safeParse(id).success ? await findNotice(db(), id) : null;
  if (!found) throw notFound("这条通知");
  const { body, officeCode, revision, withdrawReason, state, publishedAt } = found;
  const at = await now();
  const publishOn = state === "draft" && publishedAt > at ? shanghaiDate(publishedAt) : "";
  return { ...rowOf(found, at), body, officeCode: officeCode ?? "", revision, withdrawReason: withdrawReason ?? "", publishOn };
}

/** 从那一天零时（北京时间）起。 */
const startOf = (date: string): Date => new Date(`${date}T00:00:00+08:00`);

async function contentOf(tx: Db, { title, body, audience, officeCode, pinned, publishOn, publish }: SaveNoticeInput): Promise<NoticeContent> {
  if (officeCode !== "" && !offices.some(({ code }) => code === officeCode)) throw refusal("officeCode", "请选择派出机构");
  const on = await today(tx);
  if (publishOn !== "" && (!isIsoDate(publishOn) || publishOn < on || publishOn > addYears(on, 1))) throw refusal("publishOn", "请填写今天或以后一年内的日期");
  const publishedAt = publishOn === "" || publishOn === on ? await now(tx) : startOf(publishOn);
  return { title, body, audience, pinned, publishedAt, officeCode: audience === "enterprises" && officeCode !== "" ? officeCode : null, state: publish ? "published" : "draft" };
}

const refusal = (field: string, message: string): Refusal => new Refusal("invalid", message, { fields: { [field]: message } });
const stale = (): Refusal => changedMeanwhile("这条通知");

/**
 * 问“公布吗”之前先看填得全不全、日期对不对；什么也不写。
 * @throws Refusal invalid 内容不全
 */
export async function checkNotice(actor: Actor, input: SaveNoticeInput): Promise<void> {
  authorise(actor, "settings.edit");
  await contentOf(db(), input);
}

/**
 * 起草、修改草稿，或直接公布（立即，或从某一天起）。公布过的不再改，只能撤下。
 * @throws Refusal invalid 内容不全；notFound 没有；conflict 别人刚改过、公布过
 */
export async function saveNotice(actor: Actor, input: SaveNoticeInput): Promise<{ id: string }> {
  authorise(actor, "settings.edit");
  const { name } = requireStaff(actor);
  return transaction(async (tx) => {
    const content = await contentOf(tx, input);
    const before = input.id ? await findNotice(tx, input.id) : null;
    if (input.id && !before) throw notFound("这条通知");
    if (before && !(await updateNotice(tx, { id: before.id, revision: input.revision, state: "draft" }, content))) throw stale();
    const { id } = before ?? (await insertNotice(tx, { ...content, createdByName: name }));
    const action = input.publish ? "notice.publish" : before ? "notice.edit" : "notice.create";
    await recordAudit(tx, { actor, action, subject: "Notice", subjectId: id, detail: { ...(before ? { before: auditOf(before) } : {}), after: auditOf(content) } });
    return { id };
  });
}

/** 审计里的一条通知；正文长的只记开头。 */
const auditOf = ({ title, body, audience, officeCode, pinned, publishedAt }: Pick<NoticeContent, "title" | "body" | "audience" | "officeCode" | "pinned" | "publishedAt">) => ({
  title, body: body.slice(0, 200), audience: isCodeOf(noticeAudiences, audience) ? noticeAudiences[audience] : "", pinned: pinned ?? false,
  office: offices.find(({ code }) => code === officeCode)?.name ?? "", publishOn: publishedAt ? shanghaiDate(publishedAt) : "",
});

export const PinNoticeInput = z.object({ id: z.uuid(), revision: z.int(), pinned: z.boolean() });

/** 公布着的置顶，或不再置顶。 */
export async function pinNotice(actor: Actor, { id, revision, pinned }: z.output<typeof PinNoticeInput>): Promise<void> {
  authorise(actor, "settings.edit");
  await transaction(async (tx) => {
    if (!(await findNotice(tx, id))) throw notFound("这条通知");
    if (!(await updateNotice(tx, { id, revision, state: "published" }, { pinned }))) throw stale();
    await recordAudit(tx, { actor, action: "notice.edit", subject: "Notice", subjectId: id, detail: { before: { pinned: !pinned }, after: { pinned } } });
  });
}

export const WithdrawNoticeInput = z.object({ id: z.uuid(), revision: z.int(), reason: ToldReason(200) });

/** 撤下公布着的（或等着公布的）；写明理由，不能恢复，要再公布请另起草。 */
export async function withdrawNotice(actor: Actor, { id, revision, reason }: z.output<typeof WithdrawNoticeInput>): Promise<void> {
  authorise(actor, "settings.edit");
  await transaction(async (tx) => {
    if (!(await findNotice(tx, id))) throw notFound("这条通知");
    if (!(await updateNotice(tx, { id, revision, state: "published" }, { state: "withdrawn", withdrawnAt: await now(tx), withdrawReason: reason, pinned: false }))) throw stale();
    await recordAudit(tx, { actor, action: "notice.withdraw", subject: "Notice", subjectId: id, detail: { reason } });
  });
}

export const RemoveDraftInput = z.object({ id: z.uuid() });

/** 删去一条草稿。 */
export async function removeNoticeDraft(actor: Actor, { id }: z.output<typeof RemoveDraftInput>): Promise<void> {
  authorise(actor, "settings.edit");
  await transaction(async (tx) => {
    const before = await findNotice(tx, id);
    if (!before) throw notFound("这条通知");
    if (!(await removeDraftNotice(tx, id))) throw stale();
    await recordAudit(tx, { actor, action: "notice.remove", subject: "Notice", subjectId: id, detail: { title: before.title } });
  });
}
