import { Status, type StatusTone } from "@/components/ui/Status";
import { type EvaluationCodeState, evaluationCodeStates } from "@/lib/terms/evaluation";

const tones: Record<EvaluationCodeState, StatusTone> = { valid: "good", used: "info", expired: "off", revoked: "bad" };

/** 码的状态，用词与图标说。 */
export function CodeState({ state }: { state: EvaluationCodeState }) {
  return <Status tone={tones[state]} icon={state === "used" ? "tick" : undefined}>{evaluationCodeStates[state]}</Status>;
}
