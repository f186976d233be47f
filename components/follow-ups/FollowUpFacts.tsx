import { Status, type StatusTone } from "@/components/ui/Status";
import type { FollowUpRow } from "@/lib/licensing/follow-up-views";
import type { FollowUpState } from "@/lib/terms/follow-ups";

const tones: Readonly<Record<FollowUpState, StatusTone>> = { open: "info", supplied: "info", proposed: "warn", met: "good", failed: "bad", cancelled: "off" };

/** 任务现在怎样：先说字，逾期的另外标出。 */
export function FollowUpFacts({ view }: { view: Pick<FollowUpRow, "state" | "stateWord" | "overdue"> }) {
  const late = view.overdue && view.state === "open";
  return <Status tone={late ? "bad" : tones[view.state]}>{view.overdue ? `${view.stateWord}，已逾期` : view.stateWord}</Status>;
}
