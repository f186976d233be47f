import * as z from "zod";
import type { Actor, StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { type BadRatingFilter, countOpenBadRatings, type CountedState, listClosedBadRatings, listOpenBadRatings } from "@/lib/data/bad-ratings";
import { db } from "@/lib/data/client";
import { reminderHorizon } from "@/lib/evaluation/bad-ratings/deadlines";
import { type BadRatingCut, badRatingCuts, type BadRatingList, statesOfCut } from "@/lib/evaluation/bad-ratings/views";
import { openStates } from "@/lib/evaluation/bad-ratings/workflow";
import { moment } from "@/lib/services/platform/clock";
import { codesOf } from "@/lib/terms/option-map";
import { rowOf } from "./rows";
import { requireHandler } from "./standing";

const PAGE = 20;

export interface BadRatingQuery {
  cut?: BadRatingCut;
  level?: number;
  channel?: string;
  /** 上一页给出的 next。 */
  after?: string;
}

/** 差评的一页与各视图的件数：管好差评的看本机构全部，其余的人只看自己承办的。 */
export async function listBadRatings(actor: Actor, { cut, level, channel, after }: BadRatingQuery = {}): Promise<BadRatingList> {
  const staff = requireHandler(actor);
  const cuts = cutsFor(staff);
  const chosen = cut && cuts.includes(cut) ? cut : (cuts[0] ?? "mine");
  const { today: now, calendar } = await moment(db());
  const soon = reminderHorizon(now, calendar);
  const filter: BadRatingFilter = { ...filterOf(chosen, staff, soon), ...(level ? { level } : {}), ...(channel ? { channel } : {}) };
  const found = chosen === "closed" ? await listClosedBadRatings(db(), filter, PAGE + 1, closedCursor(after)) : await listOpenBadRatings(db(), filter, PAGE + 1, openCursor(after));
  const counted = await countOpenBadRatings(staff.officeCode, openStates, staff.accountId, soon);
  const last = found.slice(0, PAGE).at(-1);
  const at = chosen === "closed" ? last?.closedAt?.toISOString() : (last?.stageDueOn ?? "");
  return {
    cut: chosen,
    rows: found.slice(0, PAGE).map((record) => rowOf(record, now, calendar)),
    counts: cuts.map((key) => (key === "closed" ? { cut: key } : { cut: key, count: countOf(key, counted) })),
    ...(found.length > PAGE && last ? { next: `${at}_${last.id}` } : {}),
  };
}

const isIn = (states: readonly string[], state: string): boolean => states.includes(state);
const sum = (rows: readonly CountedState[]): number => rows.reduce((total, { count }) => total + count, 0);

function cutsFor(staff: StaffActor): BadRatingCut[] {
  return can(staff, "badRating.oversee", { officeCode: staff.officeCode }) ? codesOf(badRatingCuts) : ["mine", "closed"];
}

function filterOf(cut: BadRatingCut, staff: StaffActor, soon: string): BadRatingFilter {
  const { officeCode, accountId } = staff;
  if (cut === "mine") return { officeCode, states: openStates, assigneeId: accountId };
  if (cut === "dueSoon") return { officeCode, states: openStates, dueTo: soon };
  const own = can(staff, "badRating.oversee", { officeCode }) ? {} : { assigneeId: accountId };
  return { officeCode, states: statesOfCut[cut], ...own };
}

function countOf(cut: BadRatingCut, counted: readonly CountedState[]): number {
  if (cut === "mine") return sum(counted.filter(({ mine }) => mine));
  if (cut === "dueSoon") return sum(counted.filter(({ dueSoon }) => dueSoon));
  return sum(counted.filter(({ state }) => isIn(statesOfCut[cut], state)));
}

/** 地址栏里的翻页起点不可信：认不出的当第一页。 */
function openCursor(after: string | undefined): { dueOn: string; id: string } | undefined {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2}|)_([0-9a-f-]{36})$/.exec(after ?? "") ?? [];
  return dueOn !== undefined && z.uuid().safeParse(id).success ? { dueOn, id: id ?? "" } : undefined;
}

function closedCursor(after: string | undefined): { closedAt: string; id: string } | undefined {
  const [, closedAt, id] = /^([12]\d{3}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after ?? "") ?? [];
  const known = closedAt !== undefined && z.uuid().safeParse(id).success && z.iso.datetime().safeParse(closedAt).success;
  return known ? { closedAt, id: id ?? "" } : undefined;
}
