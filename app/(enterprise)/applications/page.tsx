import type { Metadata } from "next";
import { ApplicationList } from "@/components/application/ApplicationList";
import { BusinessMenu } from "@/components/application/home/BusinessMenu";
import { PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listApplications, listBusinesses } from "@/lib/services/applications/list-applications";
import { listTodos } from "@/lib/services/communication/messages";

export const metadata: Metadata = { title: "许可业务" };

/** 许可业务：可以办的业务，本企业现在与过去的全部申请。 */
export default async function ApplicationsPage() {
  const actor = await requireEnterpriseActor();
  const [rows, offers, todos] = await Promise.all([listApplications(actor), listBusinesses(actor), listTodos(actor)]);
  return (
    <div className="wrap stack">
      <PageHead title="许可业务" />
      <BusinessMenu offers={offers} ratings={todos.filter(({ kind }) => kind === "evaluation").length} />
      <ApplicationList rows={rows} />
    </div>
  );
}
