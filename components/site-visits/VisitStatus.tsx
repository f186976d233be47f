import { Status, type StatusTone } from "@/components/ui/Status";
import { type SiteVisitState, siteVisitStates } from "@/lib/terms/site-visits";

const tones: Readonly<Record<SiteVisitState, StatusTone>> = { planned: "info", recorded: "warn", closed: "good", cancelled: "off" };

/** 一次核查现在怎样。 */
export function VisitStatus({ state }: { state: SiteVisitState }) {
  return <Status tone={tones[state]}>{siteVisitStates[state]}</Status>;
}
