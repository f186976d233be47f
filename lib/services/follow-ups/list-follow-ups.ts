import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { countFollowUps, type FollowUpFilter, listFollowUpRecords } from "@/lib/data/follow-ups";
import { countPendingRevocations } from "@/lib/data/revocations";
import type { FollowUpCount, FollowUpCut, FollowUpRow } from "@/lib/licensing/follow-up-views";
import { type Moment, moment } from "@/lib/services/platform/clock";
import { type FollowUpKind, followUpKinds, runningFollowUps } from "@/lib/terms/follow-ups";
import { codesOf } from "@/lib/terms/option-map";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { addDays } from "@/lib/workflow/iso-date";
import { rowOf } from "./follow-up-view";

const PAGE = 30;
const SOON_DAYS = 7;

export interface FollowUpQuery {
  cut?: FollowUpCut;
  kind?: FollowUpKind;
  /** 上一页给出的 next。 */
  after?: string;
}

/** 本机构的后续任务，先到期的在前；可只看一种、将到期的、已逾期的（L-6-07）。 */
export async function listFollowUps(actor: Actor, { cut = "running", kind, after }: FollowUpQuery = {}): Promise<{ rows: FollowUpRow[]; next?: string }> {
  const staff = requireStaff(actor);
  authorise(staff, "followUp.read", { officeCode: staff.officeCode });
  const clock = await moment(db());
  const { today: now, calendar } = clock;
  const filter = { ...filterOf(cut, clock), officeCode: staff.officeCode, ...(kind ? { kind } : {}) };
  const found = await listFollowUpRecords(db(), filter, PAGE + 1, cursorOf(after));
  const rows = found.slice(0, PAGE).map((record) => rowOf(record, now, calendar));
  const last = rows.at(-1);
  return found.length > PAGE && last ? { rows, next: `${last.dueOn}_${last.id}` } : { rows };
}

/** 各种任务每个视图的件数（已了结的不数）；没有的为零。 */
export async function countTasks(actor: Actor): Promise<FollowUpCount[]> {
  const staff = requireStaff(actor);
  authorise(staff, "followUp.read", { officeCode: staff.officeCode });
  const { today: now, calendar } = await moment(db());
  const counted = await countFollowUps(db(), staff.officeCode, { today: now, next: addWorkingDays(now, 1, calendar), soon: addDays(now, SOON_DAYS) });
  return codesOf(followUpKinds).map((kind) => ({ running: 0, today: 0, next: 0, dueSoon: 0, overdue: 0, toConfirm: 0, ...counted.find((one) => one.kind === kind), kind }));
}

/** 导出所需的一批，与列表同样的条件。 */
export async function tasksToExport(officeCode: string, { cut = "running", kind }: FollowUpQuery, take: number): Promise<FollowUpRow[]> {
  const clock = await moment(db());
  const found = await listFollowUpRecords(db(), { ...filterOf(cut, clock), officeCode, ...(kind ? { kind } : {}) }, take);
  return found.map((record) => rowOf(record, clock.today, clock.calendar));
}

function filterOf(cut: FollowUpCut, { today: now, calendar }: Pick<Moment, "today" | "calendar">): Omit<FollowUpFilter, "officeCode"> {
  switch (cut) {
    case "today":
      return { states: runningFollowUps, dueFrom: now, dueTo: now };
    case "next":
      return { states: runningFollowUps, dueFrom: addDays(now, 1), dueTo: addWorkingDays(now, 1, calendar) };
    case "dueSoon":
      return { states: runningFollowUps, dueFrom: now, dueTo: addDays(now, SOON_DAYS) };
    case "overdue":
      return { states: runningFollowUps, dueTo: addDays(now, -1) };
    case "toConfirm":
      return { states: ["proposed"] };
    case "closed":
      return { states: ["met", "failed", "cancelled"] };
    default:
      return { states: runningFollowUps };
  }
}

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function cursorOf(after: string | undefined): { dueOn: string; id: string } | undefined {
  const [dueOn, id] = typeof after === "string" ? after.split("_") : [];
  return z.iso.date().safeParse(dueOn).success && z.uuid().safeParse(id).success ? { dueOn: dueOn ?? "", id: id ?? "" } : undefined;
}

/** 等此人确认的撤销有几件：本机构的，自己提出的不算（须由他人办理）。 */
export async function countProposed(actor: Actor): Promise<number> {
  const staff = requireStaff(actor);
  authorise(staff, "licence.revoke", { officeCode: staff.officeCode });
  return countPendingRevocations(db(), staff.officeCode, staff.accountId);
}
