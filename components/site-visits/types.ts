import type { Act } from "@/components/account/reply";
import type { SiteVisitItem, SiteVisitResult } from "@/lib/terms/site-visits";

export interface OrderCommand {
  applicationId: string;
  plannedOn: string;
  place: string;
  officialIds: string[];
  pausesClock: boolean;
  reason: string;
  idempotencyKey: string;
}

export interface FindingDraft {
  item: SiteVisitItem;
  result: SiteVisitResult;
  note: string;
}

export interface RecordCommand {
  visitId: string;
  basedOn: string;
  visitedOn: string;
  findings: FindingDraft[];
  attendee: string;
  summary: string;
}

/** 现场核查页用的服务端动作，由页面作为属性交进来。 */
export interface SiteVisitActions {
  order: Act<OrderCommand>;
  record: Act<RecordCommand, { recordedAt: string }>;
  sign: Act<{ visitId: string; revision: number }>;
  cancel: Act<{ visitId: string; revision: number; reason: string }>;
  removePhoto: Act<{ photoId: string }>;
}
