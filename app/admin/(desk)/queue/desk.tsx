import { QueueDesk } from "@/components/review/QueueDesk";
import { can } from "@/lib/access/can";
import type { StaffActor } from "@/lib/access/actor";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import type { QueueDeskContent } from "@/lib/services/review/open-desk";
import { businesses } from "@/lib/terms/businesses";
import { Batch } from "./batch";
import { acknowledgeNoticesAction, assignCasesAction, claimAction, removeViewAction, renameViewAction, saveViewAction } from "./actions";

const offered = Object.values(licensingBusinesses).map(({ code }) => ({ value: code, label: businesses[code] }));

const actions = { claim: claimAction, assign: assignCasesAction, saveView: saveViewAction, renameView: renameViewAction, removeView: removeViewAction, acknowledge: acknowledgeNoticesAction };

/** 环节页与全部环节页共用的列表，连同本人保存的筛选、同事与告知。 */
export function Desk({ actor, content, label, note, paged }: { actor: StaffActor; content: QueueDeskContent; label: string; note: string; paged: boolean }) {
  const { view, colleagues, saved, notices } = content;
  return (
    <QueueDesk view={view} label={label} note={note} businesses={offered} colleagues={colleagues} saved={saved} notices={notices} actions={actions}
      batch={<Batch actor={actor} stage={view.query.stage} />} assigns={can(actor, "case.assign", { officeCode: actor.officeCode })} paged={paged} />
  );
}
