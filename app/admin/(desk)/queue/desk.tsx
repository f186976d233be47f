import { QueueDesk } from "@/components/review/QueueDesk";
import { can } from "@/lib/access/can";
import type { StaffActor } from "@/lib/access/actor";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import type { QueueView } from "@/lib/licensing/queue-views";
import { listColleagues } from "@/lib/services/review/absences";
import { listHolderNotices } from "@/lib/services/review/holder-notices";
import { listSavedViews } from "@/lib/services/review/saved-views";
import { businesses } from "@/lib/terms/businesses";
import { Batch } from "./batch";
import { acknowledgeNoticesAction, assignCasesAction, claimAction, removeViewAction, renameViewAction, saveViewAction } from "./actions";

const offered = Object.values(licensingBusinesses).map(({ code }) => ({ value: code, label: businesses[code] }));

const actions = { claim: claimAction, assign: assignCasesAction, saveView: saveViewAction, renameView: renameViewAction, removeView: removeViewAction, acknowledge: acknowledgeNoticesAction };

/** 环节页与全部环节页共用的列表，连同本人保存的筛选、同事与告知。 */
export async function Desk({ actor, view, label, note, paged }: { actor: StaffActor; view: QueueView; label: string; note: string; paged: boolean }) {
  const [colleagues, saved, notices] = await Promise.all([listColleagues(actor), listSavedViews(actor), listHolderNotices(actor)]);
  return (
    <QueueDesk view={view} label={label} note={note} businesses={offered} colleagues={colleagues} saved={saved} notices={notices} actions={actions}
      batch={<Batch actor={actor} stage={view.query.stage} />} assigns={can(actor, "case.assign", { officeCode: actor.officeCode })} paged={paged} />
  );
}
