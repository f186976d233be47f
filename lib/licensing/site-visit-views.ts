import type { ExtensionState } from "@/lib/terms/extension";
import type { SiteVisitItem, SiteVisitResult, SiteVisitState } from "@/lib/terms/site-visits";

/** 案件页上延长期限到哪一步。 */
export interface ExtensionView {
  state: ExtensionState;
  reason: string;
  requestedBy: string;
  requestedAt: string;
}

/** 签发岗看的一条待批延期。 */
export interface ExtensionRow {
  id: string;
  number: string;
  enterprise: string;
  business: string;
  stateWord: string;
  promisedDueOn: string;
  statutoryDueOn: string;
  reason: string;
  requestedBy: string;
  requestedAt: string;
}

/** 一次核查的要点，案件页与待办列表用。 */
export interface SiteVisitBrief {
  id: string;
  applicationId: string;
  state: SiteVisitState;
  stateWord: string;
  plannedOn: string;
  place: string;
  officials: readonly string[];
}

/** 核查人员的一行待办。 */
export interface OwnVisitRow extends SiteVisitBrief {
  number: string;
  enterprise: string;
  /** 等此人做什么。 */
  task: string;
}

/** 案件页右栏：延期与核查。 */
export interface CaseTasks {
  applicationId: string;
  extension?: ExtensionView;
  visits: SiteVisitBrief[];
  /** 此人此刻可以安排核查。 */
  mayOrder: boolean;
}

export interface SiteVisitPhotoView {
  id: string;
  name: string;
  size: number;
  by: string;
  at: string;
}

export interface FindingView {
  item: SiteVisitItem;
  label: string;
  result?: SiteVisitResult;
  resultWord: string;
  note: string;
}

/** 一次现场核查的全部。 */
export interface SiteVisitView extends SiteVisitBrief {
  revision: number;
  pausesClock: boolean;
  orderedBy: string;
  orderedAt: string;
  visitedOn: string;
  findings: FindingView[];
  summary: string;
  attendee: string;
  recordedBy: string;
  recordedAt: string;
  signatures: { name: string; at: string }[];
  photos: SiteVisitPhotoView[];
  closedAt: string;
  cancelReason: string;
  /** 此人是核查人员，核查还没有结束。 */
  mayRecord: boolean;
  /** 记录已写成，等此人签字。 */
  maySign: boolean;
  mayCancel: boolean;
}

export interface SiteVisitsView {
  applicationId: string;
  number: string;
  enterprise: string;
  domicile: string;
  business: string;
  revision: number;
  today: string;
  visits: SiteVisitView[];
  /** 可以安排时的核查人员名单；不能安排为空，理由在 obstacle。 */
  candidates: { id: string; name: string; posts: string }[];
  mayOrder: boolean;
  obstacle: string;
}
