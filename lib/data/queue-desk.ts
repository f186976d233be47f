import "server-only";
import { CALENDAR_REVISION } from "./calendar";
import { pool } from "./client";
import { Conditions } from "./conditions";
import { type DigestQuery, type DigestRow, digestStatement } from "./digest";
import { type HolderNoticeRecord, type ReviewerRecord, reviewersStatement, unseenNoticesStatement } from "./holders";
import { countsOf, nameOf, pageStatement, type QueueRecord, type QueueSlice } from "./queue";
import type { QueueCutScope, QueueScope } from "./queue-conditions";
import { savedViewsStatement, type SavedViewRecord } from "./saved-views";
import { openVisitStatement } from "./site-visits";

/** 工作列表整页要问的。 */
export interface DeskQuery {
  accountId: string;
  scope: QueueScope;
  slice: QueueSlice;
  shared: QueueScope;
  cuts: readonly QueueCutScope[];
  cap: number;
  /** 可以承办的岗位。 */
  posts: readonly string[];
  /** 告知至多列几条。 */
  notices: number;
  /** 不看今日提醒的没有。 */
  digest?: DigestQuery;
  /** 不办现场核查的为假。 */
  visits: boolean;
}

/** 工作列表整页的内容，同一时刻的。 */
export interface DeskRecord {
  now: Date;
  calendarRevision: number;
  rows: QueueRecord[];
  counts: number[];
  colleagues: ReviewerRecord[];
  saved: SavedViewRecord[];
  notices: HolderNoticeRecord[];
  digest: DigestRow | null;
  /** 此人有没有未了的现场核查。 */
  visiting: boolean;
}

/** 行在 JSON 里送来，时刻是文字。 */
type Sent<Row> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] extends Date | null ? string | null : Row[Key] };
type SentDesk = Omit<DeskRecord, "rows" | "notices"> & { rows: Sent<QueueRecord>[]; notices: Sent<HolderNoticeRecord>[] };

const listed = (statement: string): string => `(SELECT COALESCE(json_agg(x), '[]') FROM (${statement}) x)`;

/** 列表、各视图的件数、同事、保存的筛选、告知、今日提醒、有没有现场核查与此刻，一条语句取齐。 */
export async function readQueueDesk({ accountId, scope, slice, shared, cuts, cap, posts, notices, digest, visits }: DeskQuery): Promise<DeskRecord> {
  const where = new Conditions();
  const text = `SELECT clock_timestamp() AS "now", ${CALENDAR_REVISION} AS "calendarRevision",
    ${listed(pageStatement(where, scope, slice))} AS "rows", ${countsOf(where, shared, cuts, cap)} AS "counts",
    ${listed(reviewersStatement(where.place(scope.officeCode), where.place([...posts])))} AS "colleagues",
    ${listed(savedViewsStatement(where.place(accountId)))} AS "saved", ${listed(unseenNoticesStatement(where.place(accountId), where.place(notices)))} AS "notices",
    ${digest ? `(SELECT row_to_json(x) FROM (${digestStatement(where, digest)}) x)` : "NULL::json"} AS "digest",
    ${visits ? `EXISTS (${openVisitStatement(where, accountId, scope.officeCode)})` : "false"} AS "visiting"`;
  const { rows } = await pool().query<SentDesk>({ text, values: where.values, ...nameOf(text, shared.match ? shared : scope) });
  const [desk] = rows;
  if (!desk) throw new Error("the desk gave no row");
  return {
    ...desk,
    rows: desk.rows.map((row) => ({ ...row, submittedAt: dateOf(row.submittedAt), finishedAt: dateOf(row.finishedAt) })),
    notices: desk.notices.map((notice) => ({ ...notice, at: new Date(notice.at) })),
  };
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
