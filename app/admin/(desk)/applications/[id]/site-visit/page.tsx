import type { Metadata } from "next";
import { OrderForm } from "@/components/site-visits/OrderForm";
import { Visit } from "@/components/site-visits/Visit";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getSiteVisits } from "@/lib/services/site-visits/get-site-visits";
import { cancelAction, orderAction, recordAction, removePhotoAction, signAction } from "./actions";

export const metadata: Metadata = { title: "现场核查" };

const actions = { order: orderAction, record: recordAction, sign: signAction, cancel: cancelAction, removePhoto: removePhotoAction };

/** 一件案件的现场核查：安排、记录、照片、签字，历次的都在。 */
export default async function SiteVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaffActor();
  const view = await orNotFound(getSiteVisits(actor, (await params).id));
  return (
    <div className="wrap stack">
      <PageHead title="现场核查" facts={<Facts lead={view.enterprise} items={[view.business, <Link key="case" href={`/admin/applications/${view.applicationId}`}>{view.number}</Link>]} />} />
      {view.mayOrder && <OrderForm key={view.visits.length} view={view} order={actions.order} />}
      {!view.mayOrder && view.visits.length === 0 && <Message>{view.obstacle}。</Message>}
      {view.visits.map((visit) => <Visit key={visit.id} visit={visit} today={view.today} actions={actions} />)}
    </div>
  );
}
