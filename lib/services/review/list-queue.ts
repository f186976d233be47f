import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { countQueue, listQueueRecords, type QueueCursor, type QueueOrder, type QueueRecord, type QueueSlice, readMoment } from "@/lib/data/queue";
import type { CaseMatch } from "@/lib/data/queue-conditions";
import { cutOf, misreadDays, QueueQuery } from "@/lib/licensing/queue-query";
import type { QueueCount, QueuePage, QueueView } from "@/lib/licensing/queue-views";
import { cutsOf, type QueueCut } from "@/lib/licensing/stages";
import { calendarOf, type Moment } from "@/lib/services/platform/clock";
import { isIsoDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { findMatches } from "./find-matches";
import { queueRow } from "./queue-row";
import { authorisedStaff, cutScope, orderOf, scopeOf, sharedScope } from "./queue-scope";

export const PAGE = 20;

/** 件数数到这里为止，再多显示「99+」。 */
export const CAP = 99;

/** 地址栏里的筛选；认不出的不算。 */
export type QueueSearch = z.input<typeof QueueQuery> | Record<string, unknown>;

interface Asked {
  staff: StaffActor;
  query: QueueQuery;
  cut: QueueCut;
  clock: Moment;
  match: CaseMatch | undefined;
}

/** 认出身份、筛选与此刻。 */
async function asked(actor: Actor, search: QueueSearch): Promise<Asked> {
  const staff = authorisedStaff(actor);
  const query = QueueQuery.parse(search);
  const [clock, match] = await Promise.all([queueMoment(), query.q ? findMatches(staff.officeCode, query.q) : undefined]);
  return { staff, query, cut: cutOf(query), clock, match };
}

/** 工作列表的一页与各视图的件数：只有本机构的案件；在办的先到期的在前，办结的与全部的新的在前。 */
export async function listQueue(actor: Actor, search: QueueSearch, after?: string): Promise<QueueView> {
  const what = await asked(actor, search);
  const [page, counts] = await Promise.all([pageOf(what, after), countCuts(what)]);
  return { ...page, query: { ...what.query, cut: what.cut }, misread: misreadDays(search), counts, today: what.clock.today };
}

/** 只要一页，不数各视图的件数。 */
export async function listQueuePage(actor: Actor, search: QueueSearch, after?: string): Promise<QueuePage> {
  return pageOf(await asked(actor, search), after);
}

async function pageOf({ staff, query, cut, clock, match }: Asked, after: unknown): Promise<QueuePage> {
  return pageIn(await listQueueRecords(scopeOf(query, cut, staff, clock, match), sliceOf(cut, clock.today, after)), cut, staff, clock);
}

/** 按视图的次序，比一页多要一件，看有没有下一页。 */
export function sliceOf(cut: QueueCut, today: string, after: unknown): QueueSlice {
  const order = orderOf(cut);
  return { order, limit: PAGE + 1, today, ...cursorOf(after, order) };
}

/** 取来的几件写成一页。 */
export function pageIn(records: readonly QueueRecord[], cut: QueueCut, staff: StaffActor, clock: Moment): QueuePage {
  const order = orderOf(cut);
  const rows = records.slice(0, PAGE).map((record) => queueRow(record, staff, clock));
  return records.length > PAGE ? { rows, next: cursorAfter(records[PAGE - 1], order) } : { rows };
}

async function queueMoment(): Promise<Moment> {
  const { now, calendarRevision } = await readMoment();
  return { now, today: shanghaiDate(now), calendar: await calendarOf(calendarRevision) };
}

const uncounted: readonly QueueCut[] = ["finished", "all"];

/** 数件数的视图。 */
export const countedCuts = (query: QueueQuery): QueueCut[] => cutsOf(query.stage).filter((cut) => !uncounted.includes(cut));

async function countCuts({ query, staff, clock, match }: Asked): Promise<QueueCount[]> {
  const cuts = countedCuts(query);
  return countsIn(cuts, await countQueue(sharedScope(query, staff, clock, match), cuts.map((cut) => cutScope(query, cut, staff, clock)), CAP));
}

/** 数到上限为止的件数，一个视图一个。 */
export function countsIn(cuts: readonly QueueCut[], counts: readonly number[]): QueueCount[] {
  return cuts.map((cut, index) => ({ cut, count: Math.min(counts[index] ?? 0, CAP), capped: (counts[index] ?? 0) > CAP }));
}

/** cursorAfter 写的那个样子；没有的日子（二月三十一日）也认得出。 */
const isMoment = (text: string): boolean => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function cursorOf(after: unknown, order: QueueOrder): { after?: QueueCursor } {
  const [at = "", id] = typeof after === "string" ? after.split("_") : [];
  const known = (order === "stageDueOn" ? isIsoDate : isMoment)(at) && z.uuid().safeParse(id).success;
  return known && id ? { after: { at, id } } : {};
}

function cursorAfter(last: QueueRecord | undefined, order: QueueOrder): string {
  const at = last?.[order];
  return `${at instanceof Date ? at.toISOString() : at}_${last?.id}`;
}
