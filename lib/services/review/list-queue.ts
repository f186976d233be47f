import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { countQueue, listQueueRecords, type QueueCursor, type QueueOrder, type QueueRecord, readMoment } from "@/lib/data/queue";
import type { CaseMatch } from "@/lib/data/queue-conditions";
import { cutOf, QueueQuery } from "@/lib/licensing/queue-query";
import type { QueueCount, QueuePage, QueueView } from "@/lib/licensing/queue-views";
import { cutsOf, type QueueCut, stages, stagesOf } from "@/lib/licensing/stages";
import { calendarOf, type Moment } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { findMatches } from "./find-matches";
import { queueRow } from "./queue-row";
import { authorisedStaff, cutScope, orderOf, scopeOf, sharedScope } from "./queue-scope";

const PAGE = 20;

/** 件数数到这里为止，再多显示「99+」。 */
const CAP = 99;

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
  return { ...page, query: { ...what.query, cut: what.cut }, counts, today: what.clock.today };
}

/** 只要一页，不数各视图的件数。 */
export async function listQueuePage(actor: Actor, search: QueueSearch, after?: string): Promise<QueuePage> {
  return pageOf(await asked(actor, search), after);
}

async function pageOf({ staff, query, cut, clock, match }: Asked, after: unknown): Promise<QueuePage> {
  const order = orderOf(cut);
  const records = await listQueueRecords(scopeOf(query, cut, staff, clock, match), { order, limit: PAGE + 1, today: clock.today, ...cursorOf(after, order) });
  const rows = records.slice(0, PAGE).map((record) => queueRow(record, staff, clock));
  return records.length > PAGE ? { rows, next: cursorAfter(records[PAGE - 1], order) } : { rows };
}

async function queueMoment(): Promise<Moment> {
  const { now, calendarRevision } = await readMoment();
  return { now, today: shanghaiDate(now), calendar: await calendarOf(calendarRevision) };
}

const uncounted: readonly QueueCut[] = ["finished", "all"];

async function countCuts({ query, staff, clock, match }: Asked): Promise<QueueCount[]> {
  const cuts = cutsOf(query.stage).filter((cut) => !uncounted.includes(cut));
  const counts = await countQueue(sharedScope(query, staff, match), cuts.map((cut) => cutScope(query, cut, staff, clock)), CAP);
  return cuts.map((cut, index) => ({ cut, count: Math.min(counts[index] ?? 0, CAP), capped: (counts[index] ?? 0) > CAP }));
}

/** 等此人办的案件数：本人承办的和未领取的，数到上限为止。 */
export async function countWaiting(actor: Actor): Promise<number> {
  const staff = authorisedStaff(actor);
  const states = stagesOf(staff.roles).flatMap((stage) => stages[stage].states.filter((state) => state !== "correction"));
  if (states.length === 0) return 0;
  const counts = await countQueue({ officeCode: staff.officeCode, states }, [{ holderId: staff.accountId }, { unclaimed: true }], CAP);
  return counts.reduce((sum, count) => sum + count, 0);
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function cursorOf(after: unknown, order: QueueOrder): { after?: QueueCursor } {
  const [at = "", id] = typeof after === "string" ? after.split("_") : [];
  const known = (order === "stageDueOn" ? isDay : isMoment).test(at) && !Number.isNaN(Date.parse(at)) && z.uuid().safeParse(id).success;
  return known && id ? { after: { at, id } } : {};
}

function cursorAfter(last: QueueRecord | undefined, order: QueueOrder): string {
  const at = last?.[order];
  return `${at instanceof Date ? at.toISOString() : at}_${last?.id}`;
}
