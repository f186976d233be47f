import type { Metadata } from "next";
import { TerminationForm } from "@/components/application/TerminationForm";
import { PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { listTerminable } from "@/lib/services/applications/terminate-application";
import { getProfile } from "@/lib/services/enterprises/profile";
import { businesses } from "@/lib/terms/businesses";
import { terminateApplicationAction } from "./actions";

export const metadata: Metadata = { title: businesses.termination };

const warning = licensingWorkflow.find(({ action }) => action === "terminate")?.confirm ?? "";

/** 业务办理终止申请：从菜单，或从一份已提交的申请过来。 */
export default async function TerminationPage({ searchParams }: { searchParams: Promise<{ application?: string }> }) {
  const actor = await requireEnterpriseActor();
  const [{ facts }, rows, { application }] = await Promise.all([getProfile(actor), listTerminable(actor), searchParams]);
  return (
    <div className="wrap stack">
      <PageHead title={businesses.termination} />
      <TerminationForm enterpriseName={facts.unitName ?? actor.name} rows={rows} chosen={application} warning={warning} terminate={terminateApplicationAction} />
    </div>
  );
}
