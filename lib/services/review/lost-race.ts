import type { StaffActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import { wordOfEvent } from "@/lib/licensing/event-words";
import { applicationStates } from "@/lib/terms/states";
import { wordOf } from "@/lib/terms/option-map";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

interface Raced {
  state: string;
  events: readonly { action: string; fromState: string; actorId: string | null; actorName: string; at: Date }[];
}

/** 别人先办了：说清谁、何时、办了什么。 */
export function lostRace(found: Raced, staff: StaffActor): Refusal {
  const last = found.events.at(-1);
  const stateWord = wordOf(applicationStates, found.state);
  if (!last) return new Refusal("conflict", `本案现为“${stateWord}”，请刷新后再办`);
  const who = last.actorId === staff.accountId ? "您" : last.actorName;
  return new Refusal("conflict", `${who}已于${shanghaiMoment(last.at)}办理“${wordOfEvent(last.action, last.fromState)}”，本案现为“${stateWord}”，请刷新后再看`);
}
