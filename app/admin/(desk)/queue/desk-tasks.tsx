import { PendingExtensions } from "@/components/review/PendingExtensions";
import { OwnVisits } from "@/components/site-visits/OwnVisits";
import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { StageCode } from "@/lib/licensing/stages";
import { listPendingExtensions } from "@/lib/services/review/list-extensions";
import { listOwnVisits } from "@/lib/services/site-visits/get-site-visits";

/** 工作列表之外等此人办的：签发岗的待批延期，核查人员的现场核查；没有的不占地方。 */
export function DeskTasks({ actor, stage, visiting }: { actor: StaffActor; stage: StageCode; visiting: boolean }) {
  const decides = stage === "signature" && can(actor, "extension.decide", { officeCode: actor.officeCode });
  return decides || visiting ? <Tasks actor={actor} decides={decides} visiting={visiting} /> : null;
}

async function Tasks({ actor, decides, visiting }: { actor: StaffActor; decides: boolean; visiting: boolean }) {
  const [extensions, visits] = await Promise.all([decides ? listPendingExtensions(actor) : [], visiting ? listOwnVisits(actor) : []]);
  return (
    <>
      <PendingExtensions rows={extensions} />
      <OwnVisits visits={visits} />
    </>
  );
}
