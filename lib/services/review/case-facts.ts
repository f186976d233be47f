import type { StaffActor } from "@/lib/access/actor";
import { reviewObstacles } from "@/lib/licensing/obstacles";
import { type LicensingAction, licensingWorkflow } from "@/lib/licensing/workflow";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { type AvailableAction, availableActions } from "@/lib/workflow/transition";

/** 判断动作所需的案件部分；锁住的与只读的都给得出。 */
export interface FactSource {
  state: string;
  holderId: string | null;
  events: readonly { action: string; actorId: string | null }[];
  remarks: readonly { level: string; sentAt: Date | null; resolvedAt: Date | null }[];
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
    obstacles: reviewObstacles({ remarks: source.remarks, returns: returnsOf(source) }, heldBy),
  };
  return availableActions(licensingWorkflow, facts, staff);
}
