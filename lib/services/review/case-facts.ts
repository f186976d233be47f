import type { StaffActor } from "@/lib/access/actor";
import { getBusiness } from "@/lib/licensing/businesses";
import { reviewObstacles } from "@/lib/licensing/obstacles";
import { extensionTags, type LicensingAction, licensingWorkflow, tagsOf } from "@/lib/licensing/workflow";
import type { ProcedureCode } from "@/lib/terms/application";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { type AvailableAction, availableActions } from "@/lib/workflow/transition";

/** 判断动作所需的案件部分；锁住的与只读的都给得出。 */
export interface FactSource {
  state: string;
  holderId: string | null;
  events: readonly { action: string; actorId: string | null }[];
  remarks: readonly { level: string; sentAt: Date | null; resolvedAt: Date | null }[];
  application: { business: string; procedure: string } | null;
  /** 延长期限申请到哪一步；没有申请过为空。 */
  extension?: string | null;
  /** 未了的现场核查。 */
  siteVisits?: readonly unknown[];
  /** 分立、合并的另一方与它们的答复。 */
  confirmations?: readonly { state: string; enterprise: { name: string } }[];
  /** 另一方还没有办结的其他申请，已写成一句话。 */
  rival?: string;
  /** 容缺材料没有补齐等后续任务带来的阻碍。 */
  followUps?: Partial<Record<LicensingAction, string>>;
}

/** 案件在流程表里的标记。 */
export function caseTags({ application, extension }: Pick<FactSource, "application" | "extension">): readonly string[] {
  return application ? [...tagsOf(getBusiness(application.business).review ?? "full", application.procedure as ProcedureCode), ...extensionTags(extension)] : [];
}

/** 已发出几次补正通知。 */
export function returnsOf(source: Pick<FactSource, "events">): number {
  return source.events.filter((event) => event.action === "returnForCorrection").length;
}

/**
 * 此人在此案上的动作；页面的按钮与 decide() 问的是同一处。
 * @param holder 承办人姓名，未领取为 undefined
 */
export function actionsFor(source: FactSource, staff: StaffActor, holder: string | undefined): AvailableAction<LicensingAction>[] {
  const heldBy = source.holderId !== null && source.holderId !== staff.accountId ? (holder ?? "他人") : undefined;
  const facts = {
    state: source.state as ApplicationStateCode,
    history: source.events as readonly { action: LicensingAction; actorId: string | null }[],
    tags: caseTags(source),
    obstacles: {
      ...source.followUps,
      ...reviewObstacles({ remarks: source.remarks, returns: returnsOf(source), parties: (source.confirmations ?? []).map(({ state, enterprise: { name } }) => ({ state, name })), rival: source.rival, visitOpen: (source.siteVisits ?? []).length > 0 }, heldBy),
    },
  };
  return availableActions(licensingWorkflow, facts, staff);
}
