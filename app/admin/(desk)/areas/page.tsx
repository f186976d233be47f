import type { Metadata } from "next";
import { PilotAreas } from "@/components/registers/PilotAreas";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listPilotAreas } from "@/lib/services/credit/pilot-areas";
import { pilotAreaKinds } from "@/lib/terms/credit";
import { codesOf } from "@/lib/terms/option-map";
import { addPilotAreaAction, removePilotAreaAction } from "./actions";

export const metadata: Metadata = { title: "试点范围" };

/** 试点范围：自贸区与承诺制按地区列入；单独列入的企业见信用登记。 */
export default async function AreasPage() {
  const areas = await orNotFound(listPilotAreas(await requireStaffActor()));
  return (
    <div className="wrap stack">
      <PageHead title="试点范围" />
      {codesOf(pilotAreaKinds).map((kind) => (
        <PilotAreas key={kind} kind={kind} areas={areas.filter((area) => area.kind === kind)} add={addPilotAreaAction} remove={removePilotAreaAction} />
      ))}
    </div>
  );
}
