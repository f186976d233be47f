import { fullMomentOf } from "@/components/application/moments";
import { Icon } from "@/components/ui/Icon";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { SiteVisitView } from "@/lib/licensing/site-visit-views";
import { siteVisitFields } from "@/lib/terms/site-visits";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import type { SiteVisitActions } from "./types";
import { VisitCommands } from "./VisitCommands";
import { VisitStatus } from "./VisitStatus";

/** 一次核查：安排、记录、签字；完成的可以下载记录。 */
export function VisitPanel({ visit, actions }: { visit: SiteVisitView; actions: SiteVisitActions }) {
  return (
    <Panel title={`${formatChineseDate(visit.plannedOn)}的核查`} id={`visit-${visit.id}`} aside={<VisitStatus state={visit.state} />}>
      <div className="stack">
        <TermList items={[...orderTerms(visit), ...(visit.recordedAt ? recordTerms(visit) : [])]} />
        {visit.state === "closed" && <div className="btns"><a className="btn slim" href={`/api/site-visits/${visit.id}/record.pdf`} download><Icon name="download" />下载核查记录</a></div>}
        <VisitCommands visit={visit} sign={actions.sign} cancel={actions.cancel} />
      </div>
    </Panel>
  );
}

const orderTerms = (visit: SiteVisitView) => [
  { term: "安排", value: `${visit.orderedBy}，${fullMomentOf(visit.orderedAt)}` },
  { term: "地点", value: visit.place },
  { term: "办结期限", value: visit.pausesClock ? "申请人同意，核查期间不计入" : "照常计算" },
  ...(visit.cancelReason ? [{ term: "取消的理由", value: visit.cancelReason }] : []),
  ...(visit.recordedAt ? [] : [{ term: "核查人员", value: visit.officials.join("、") }]),
];

const recordTerms = (visit: SiteVisitView) => [
  { term: siteVisitFields.visitedOn, value: formatChineseDate(visit.visitedOn) },
  { term: siteVisitFields.attendee, value: visit.attendee },
  ...visit.findings.map(({ label, resultWord, note }) => ({ term: label, value: [resultWord, note].filter(Boolean).join("：") })),
  ...(visit.summary ? [{ term: siteVisitFields.summary, value: visit.summary }] : []),
  { term: "记录", value: `${visit.recordedBy}，${fullMomentOf(visit.recordedAt)}` },
  ...visit.signatures.map(({ name, at }) => ({ term: `核查人员 ${name}`, value: at ? `已签字，${fullMomentOf(at)}` : "还没有签字" })),
];
