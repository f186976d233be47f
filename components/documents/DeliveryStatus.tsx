import { Status } from "@/components/ui/Status";
import { type DocumentRow, waitingChoices } from "@/lib/licensing/documents/views";

/** 出具满这些日还没有送达的，标出来。 */
const [, LONG] = waitingChoices;

/** 送达没有：先说字。 */
export function DeliveryStatus({ document: { state, stateWord, waitingDays } }: { document: Pick<DocumentRow, "state" | "stateWord" | "waitingDays"> }) {
  return <Status tone={state === "delivered" ? "good" : waitingDays >= LONG ? "warn" : "info"}>{stateWord}</Status>;
}
