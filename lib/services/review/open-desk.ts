import type { Actor, StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { CaseMatch } from "@/lib/data/queue-conditions";
import { type DeskQuery, type DeskRecord, readQueueDesk } from "@/lib/data/queue-desk";
import type { DigestLine } from "@/lib/licensing/digest-views";
import { cutOf, misreadDays, QueueQuery } from "@/lib/licensing/queue-query";
import type { HolderNoticeView, QueueColleague, QueueView, SavedQueueView } from "@/lib/licensing/queue-views";
import { reviewPosts } from "@/lib/licensing/stages";
import { calendarOf, type Moment, supposedMoment } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { colleagueOf } from "./absences";
import { digestLines, digestQuery } from "./digest";
import { findMatches } from "./find-matches";
import { MOST_NOTICES, noticeOf } from "./holder-notices";
import { CAP, countedCuts, countsIn, pageIn, type QueueSearch, sliceOf } from "./list-queue";
import { authorisedStaff, cutScope, scopeOf, sharedScope } from "./queue-scope";
import { savedViewOf } from "./saved-views";

/** 工作列表整页的内容。 */
export interface QueueDeskContent {
  view: QueueView;
  colleagues: QueueColleague[];
  saved: SavedQueueView[];
  notices: HolderNoticeView[];
  /** 今日提醒；只看不办的、筛选或翻过页的没有。 */
  digest: DigestLine[];
  /** 此人有没有未了的现场核查。 */
  visiting: boolean;
}

/**
 * 打开工作列表：一页、各视图的件数、同事、本人保存的筛选、告知与今日提醒，一条语句取齐。
 * 语句里要写今天与工作日历，先按手里的去问；数据库的此刻或日历版次不同的，按它的再问一次。
 */
export async function openDesk(actor: Actor, search: QueueSearch, after?: string): Promise<QueueDeskContent> {
  const staff = authorisedStaff(actor);
  const query = QueueQuery.parse(search);
  const match = query.q ? await findMatches(staff.officeCode, query.q) : undefined;
  const digest = Object.keys(search).every((key) => key === "stage") && after === undefined && can(staff, "application.review", { officeCode: staff.officeCode });
  const ask = (clock: Pick<Moment, "today" | "calendar">): Promise<DeskRecord> => readQueueDesk(deskQuery(staff, query, clock, { match, after, digest }));
  const supposed = supposedMoment();
  const first = await ask(supposed);
  const clock = await momentOf(first);
  const desk = clock.today === supposed.today && first.calendarRevision === supposed.revision ? first : await ask(clock);
  const cut = cutOf(query);
  return {
    view: { ...pageIn(desk.rows, cut, staff, clock), query: { ...query, cut }, misread: misreadDays(search), counts: countsIn(countedCuts(query), desk.counts), today: clock.today },
    colleagues: desk.colleagues.map(colleagueOf), saved: desk.saved.map(savedViewOf), notices: desk.notices.map(noticeOf),
    digest: desk.digest ? digestLines(desk.digest, staff) : [], visiting: desk.visiting,
  };
}

async function momentOf({ now, calendarRevision }: DeskRecord): Promise<Moment> {
  return { now, today: shanghaiDate(now), calendar: await calendarOf(calendarRevision) };
}

interface Asked {
  match: CaseMatch | undefined;
  after: string | undefined;
  digest: boolean;
}

function deskQuery(staff: StaffActor, query: QueueQuery, clock: Pick<Moment, "today" | "calendar">, { match, after, digest }: Asked): DeskQuery {
  const cut = cutOf(query);
  return {
    accountId: staff.accountId, scope: scopeOf(query, cut, staff, clock, match), slice: sliceOf(cut, clock.today, after),
    shared: sharedScope(query, staff, clock, match), cuts: countedCuts(query).map((one) => cutScope(query, one, staff, clock)), cap: CAP,
    posts: reviewPosts, notices: MOST_NOTICES, ...(digest ? { digest: digestQuery(clock, staff) } : {}), visits: can(staff, "siteVisit.record", { officeCode: staff.officeCode }),
  };
}
