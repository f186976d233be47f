import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { listReceivedRatings, type ReceivedPlace, type ReceivedRating, type ReceivedScope } from "@/lib/data/received-ratings";
import { levelsAsked, momentsOf, readReceived, type ReceivedFilter, type ReceivedQuery, type ReceivedRow } from "@/lib/evaluation/received";
import { isMisread, type Misreadings } from "@/lib/forms/address-filters";
import { badRatingStates } from "@/lib/terms/bad-ratings";
import { evaluationChannels } from "@/lib/terms/evaluation";
import { wordOf } from "@/lib/terms/option-map";
import { ratingRow } from "./rating-row";

const PAGE = 30;

export interface ReceivedView {
  rows: ReceivedRow[];
  next?: string;
  filter: ReceivedFilter;
  /** 认不出的筛选：不列，请人改。 */
  misread: Misreadings<keyof ReceivedQuery>;
}

/** 本机构收到的评价，新的在前；手机号不出库，姓名遮盖。after 是上一页给的 next。 */
export async function listEvaluations(actor: Actor, after?: string, query: ReceivedQuery = {}): Promise<ReceivedView> {
  const { filter, misread } = readReceived(query);
  const scope = receivedScope(actor, filter);
  if (isMisread(misread)) return { rows: [], filter, misread };
  const found = await listReceivedRatings(db(), scope, readPlace(after), PAGE + 1);
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return { rows: page.map(receivedRow), filter, misread, ...(found.length > PAGE && last ? { next: `${last.createdAt.toISOString()}_${last.id}` } : {}) };
}

/** 这个人看得到的范围：本机构，加上所问的筛选。 */
export function receivedScope(actor: Actor, { level, channel, matter, period }: ReceivedFilter): ReceivedScope {
  const staff = requireStaff(actor);
  authorise(actor, "evaluation.read", { officeCode: staff.officeCode });
  return { officeCode: staff.officeCode, levels: levelsAsked(level), channel: channel || undefined, matter: matter || undefined, ...(period ? momentsOf(period) : {}) };
}

export const receivedRow = (row: ReceivedRating): ReceivedRow => ({
  ...ratingRow(row),
  channelWord: wordOf(evaluationChannels, row.channel),
  excluded: row.excludedAt !== null,
  ...(row.handling ? { handling: { id: row.handling.id, word: wordOf(badRatingStates, row.handling.state) } } : {}),
});

/** 翻页的起点在地址栏里，不可信：认不出的当第一页。 */
function readPlace(after: string | undefined): ReceivedPlace | undefined {
  const [, at, id] = /^(20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(String(after)) ?? [];
  const createdAt = new Date(at ?? Number.NaN);
  return id === undefined || Number.isNaN(createdAt.getTime()) ? undefined : { createdAt, id };
}
