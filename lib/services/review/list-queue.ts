import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { countQueue, listFinishedRecords, listQueueRecords, type QueueFilter, type QueueRecord, searchCaseRecords } from "@/lib/data/review";
import { searchText } from "@/lib/forms/plain-text";
import { dueWords } from "@/lib/licensing/case-clock";
import type { QueueCount, QueuePage, QueueRow, QueueView } from "@/lib/licensing/review-views";
import { cutsOf, type QueueCut, type StageCode, stageOfState, stages, stagesOf } from "@/lib/licensing/stages";
import { today } from "@/lib/services/platform/clock";
import { procedureMark } from "@/lib/terms/application";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";

const PAGE = 20;

/** 件数数到这里为止，再多显示「200+」。 */
const CAP = 200;

export interface QueueQuery {
  stage: StageCode;
  cut?: QueueCut;
  business?: string;
  /** 上一页给出的 next。 */
  after?: string;
}

/** 工作列表的一页与各视图的件数：只有本机构的案件，先到期的在前。 */
export async function listQueue(actor: Actor, { stage, cut = "running", business, after }: QueueQuery): Promise<QueueView> {
  const staff = authorisedStaff(actor);
  const now = await today(db());
  const filters = new Map(cutsOf(stage).map((code) => [code, filterOf(stage, code, staff, now, business)]));
  const chosen = filters.get(cut) ?? filterOf(stage, "running", staff, now, business);
  const records =
    cut === "finished"
      ? await listFinishedRecords(chosen, PAGE + 1, parseCursor(after, "finishedAt"))
      : await listQueueRecords(chosen, PAGE + 1, parseCursor(after, "dueOn"));
  const counted = [...filters].filter(([code]) => code !== "finished");
  const counts = await countQueue(counted.map(([, filter]) => filter), CAP);
  return {
    ...asPage(records, staff, now, cut === "finished"),
    stage,
    cut,
    counts: counted.map(([code], index): QueueCount => ({ cut: code, count: Math.min(counts[index] ?? 0, CAP), capped: (counts[index] ?? 0) > CAP })),
    today: now,
  };
}

/** 全部环节里按编号、企业名称或信用代码查，新的在前；只查本机构。 */
export async function searchCases(actor: Actor, text: string, after?: string): Promise<QueuePage> {
  const staff = authorisedStaff(actor);
  const sought = searchText(text);
  if (sought === "") return { rows: [] };
  const afterId = z.uuid().safeParse(after).data;
  const records = await searchCaseRecords(staff.officeCode, sought, PAGE + 1, afterId);
  const now = await today(db());
  const rows = records.slice(0, PAGE).map((record) => asRow(record, staff, now));
  return records.length > PAGE ? { rows, next: rows.at(-1)?.id } : { rows };
}

/** 等此人办的案件数：本人承办的和未领取的，数到上限为止。 */
export async function countWaiting(actor: Actor): Promise<number> {
  const staff = authorisedStaff(actor);
  const states = stagesOf(staff.roles).flatMap((stage) => stages[stage].states.filter((state) => state !== "correction"));
  if (states.length === 0) return 0;
  const base = { officeCode: staff.officeCode, states };
  const counts = await countQueue([{ ...base, holderId: staff.accountId }, { ...base, unclaimed: true }], CAP);
  return counts.reduce((sum, count) => sum + count, 0);
}

function authorisedStaff(actor: Actor): StaffActor {
  const staff = requireStaff(actor);
  authorise(staff, "application.read", { officeCode: staff.officeCode });
  return staff;
}

function filterOf(stage: StageCode, cut: QueueCut, staff: StaffActor, now: string, business?: string): QueueFilter {
  const states: readonly ApplicationStateCode[] = stages[stage].states;
  const base: QueueFilter = { officeCode: staff.officeCode, states, ...(business ? { business } : {}) };
  const counting = states.filter((state) => state !== "correction");
  switch (cut) {
    case "mine":
      return { ...base, holderId: staff.accountId };
    case "unclaimed":
      return { ...base, states: counting, unclaimed: true };
    case "correction":
      return { ...base, states: ["correction"] };
    case "dueSoon":
      return { ...base, states: counting, dueFrom: now, dueTo: addWorkingDays(now, 1) };
    case "overdue":
      return { ...base, states: counting, dueTo: addDays(now, -1) };
    default:
      return base;
  }
}

const Cursor = { dueOn: /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/, finishedAt: /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f-]{36})$/ } as const;

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function parseCursor<K extends keyof typeof Cursor>(after: string | undefined, key: K): ({ id: string } & Record<K, string>) | undefined {
  const [, at, id] = Cursor[key].exec(after ?? "") ?? [];
  const known = at !== undefined && z.uuid().safeParse(id).success && !Number.isNaN(Date.parse(at));
  return known ? ({ [key]: at, id } as { id: string } & Record<K, string>) : undefined;
}

function asPage(records: QueueRecord[], staff: StaffActor, now: string, finished: boolean): QueuePage {
  const shown = records.slice(0, PAGE);
  const last = shown.at(-1);
  const at = finished ? last?.finishedAt?.toISOString() : last?.stageDueOn;
  return {
    rows: shown.map((record) => asRow(record, staff, now)),
    ...(records.length > PAGE && last ? { next: `${at}_${last.id}` } : {}),
  };
}

function asRow(record: QueueRecord, staff: StaffActor, now: string): QueueRow {
  const running = record.finishedAt === null;
  return {
    id: record.id,
    number: record.number,
    enterprise: record.enterprise,
    business: wordOf(businesses, record.business),
    mark: procedureMark(record.procedure),
    scopeText: record.scopeText,
    submittedAt: record.submittedAt?.toISOString() ?? "",
    finishedAt: record.finishedAt?.toISOString() ?? "",
    due: dueWords(record.state as ApplicationStateCode, running ? record.stageDueOn : null, now),
    stateWord: wordOf(applicationStates, record.state),
    holder: record.holder ?? "",
    mine: record.holderId === staff.accountId,
    claimable: running && record.state !== "correction" && record.holderId === null && holdsStageOf(record.state, staff),
  };
}

/** 此人是不是办这个状态的岗位。 */
function holdsStageOf(state: string, staff: StaffActor): boolean {
  const stage = stageOfState(state);
  return stage !== undefined && stagesOf(staff.roles).includes(stage);
}
