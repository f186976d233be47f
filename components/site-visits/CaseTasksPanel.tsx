import { momentOf, shortDate } from "@/components/application/moments";
import { Icon } from "@/components/ui/Icon";
import { Link } from "@/components/ui/Link";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status, type StatusTone } from "@/components/ui/Status";
import type { CaseTasks, ExtensionView, SiteVisitBrief } from "@/lib/licensing/site-visit-views";
import { type ExtensionState, extensionStates } from "@/lib/terms/extension";
import { VisitStatus } from "./VisitStatus";

const tones: Readonly<Record<ExtensionState, StatusTone>> = { requested: "warn", approved: "good", declined: "off" };

/** 案件页右栏：延长期限到哪一步、现场核查有哪几次；都没有、也不能安排的不占地方。 */
export function CaseTasksPanel({ tasks }: { tasks: CaseTasks }) {
  return (
    <>
      {tasks.extension && <ExtensionPanel extension={tasks.extension} />}
      {(tasks.visits.length > 0 || tasks.mayOrder) && <VisitsPanel tasks={tasks} />}
    </>
  );
}

function ExtensionPanel({ extension: { state, reason, requestedBy, requestedAt } }: { extension: ExtensionView }) {
  return (
    <Panel id="extension" title="延长期限" aside={<Status tone={tones[state]}>{extensionStates[state]}</Status>}>
      <TermList items={[{ term: "申请", value: `${requestedBy}，${momentOf(requestedAt)}` }, { term: "理由", value: reason }]} />
    </Panel>
  );
}

function VisitsPanel({ tasks: { applicationId, visits, mayOrder } }: { tasks: CaseTasks }) {
  const href = `/admin/applications/${applicationId}/site-visit`;
  return (
    <Panel id="site-visits" title="现场核查" aside={<Link className="link" href={href}>{mayOrder ? "安排核查" : "查看"}</Link>}>
      {visits.length === 0 ? <p className="soft">没有安排过。</p> : <ul className="checks">{visits.map((visit) => <VisitLine key={visit.id} visit={visit} />)}</ul>}
    </Panel>
  );
}

function VisitLine({ visit }: { visit: SiteVisitBrief }) {
  return (
    <li>
      <Icon name="dot" />
      <span>
        {shortDate(visit.plannedOn)} <VisitStatus state={visit.state} />
        <small>{visit.place}；{visit.officials.join("、")}</small>
      </span>
    </li>
  );
}
