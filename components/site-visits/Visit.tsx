import type { SiteVisitView } from "@/lib/licensing/site-visit-views";
import { Photos } from "./Photos";
import { RecordForm } from "./RecordForm";
import type { SiteVisitActions } from "./types";
import { VisitPanel } from "./VisitPanel";

/** 一次核查的全部。记录表一直在，不能再记时由它自己决定留不留：填了一半的不能随刷新没了。 */
export function Visit({ visit, today, actions }: { visit: SiteVisitView; today: string; actions: SiteVisitActions }) {
  return (
    <>
      <VisitPanel visit={visit} actions={actions} />
      <RecordForm visit={visit} today={today} record={actions.record} />
      <Photos visit={visit} remove={actions.removePhoto} />
    </>
  );
}
