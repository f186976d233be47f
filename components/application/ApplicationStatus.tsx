import { Status, type StatusTone } from "@/components/ui/Status";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { shortDate } from "./moments";
import type { ApplicationFacts } from "./types";

export const toneOfState: Record<ApplicationStateCode, StatusTone> = {
  draft: "off",
  correction: "warn",
  submitted: "info",
  accepted: "info",
  underReview: "info",
  secondReview: "info",
  awaitingSignature: "info",
  granted: "good",
  refused: "bad",
  notAccepted: "bad",
  discarded: "off",
  terminated: "off",
};

/** 「剩 8 个工作日」「今日到期」「逾期 2 个工作日」。 */
export function leftInWords(days: number): string {
  if (days === 0) return "今日到期";
  return days > 0 ? `剩 ${days} 个工作日` : `逾期 ${-days} 个工作日`;
}

/** 状态一个词；待补正的说到哪天、还剩几天。 */
export function ApplicationStatus({ facts }: { facts: Pick<ApplicationFacts, "state" | "stateWord" | "stageDueOn" | "remainingWorkingDays" | "dueProvisional"> }) {
  const { state, stateWord, stageDueOn, remainingWorkingDays: left, dueProvisional } = facts;
  return (
    <>
      <Status tone={toneOfState[state]} icon={state === "draft" ? "ring" : undefined}>
        {stateWord}
      </Status>
      {state === "correction" && stageDueOn && (
        <span className="soft">
          · {shortDate(stageDueOn)}{dueProvisional && "（暂定）"}前提交{left === undefined ? "" : `，${leftInWords(left)}`}
        </span>
      )}
    </>
  );
}
