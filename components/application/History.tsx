import { DocumentsPanel } from "@/components/documents/DocumentsPanel";
import { ChangeTable } from "@/components/licence/ChangeTable";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Table } from "@/components/ui/Table";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import type { HistoryView } from "@/lib/licensing/views";
import { ApplicationStatus } from "./ApplicationStatus";
import { fullMomentOf } from "./moments";
import { RoundDownloads } from "./RoundDownloads";
import { SummaryView } from "./summary/SummaryView";
import type { ApplicationFacts } from "./types";

/** 办理经过：谁在什么时候做了什么；每一轮提交按当时的样子读。 */
export function History({ facts, history, documents = [] }: { facts: ApplicationFacts; history: HistoryView; documents?: readonly DocumentRow[] }) {
  return (
    <div className="wrap stack">
      <PageHead title="办理经过" facts={<Facts lead={history.label} items={[history.number, facts.scopeText]} />} aside={<ApplicationStatus facts={facts} />} />
      <p className="no-print">
        <ButtonLink href={`/applications/${history.applicationId}`}>返回申请</ButtonLink>
      </p>
      <Panel title="经过" flush>
        <Table caption="办理经过" rows={history.steps} rowKey={(step) => step.id} empty={<EmptyState>还没有提交。</EmptyState>}
          columns={[
            { key: "at", head: "时间", nowrap: true, cell: (step) => fullMomentOf(step.at) },
            { key: "label", head: "办理", rowHead: true, cell: (step) => step.label },
            { key: "to", head: "办理后状态", phoneLabel: "状态", cell: (step) => step.toWord },
            { key: "actor", head: "办理人", phoneLabel: "办理人", cell: (step) => step.actor },
            { key: "note", head: "说明", phoneWide: true, cell: (step) => step.note ?? "" },
          ]} />
      </Panel>
      <DocumentsPanel documents={documents} />
      {history.rounds.map((round) => (
        <Panel key={round.round} title={`第 ${round.round} 次提交的内容`} id={`round-${round.round}`} aside={<span className="soft small">{fullMomentOf(round.submittedAt)}</span>}>
          <p><RoundDownloads applicationId={history.applicationId} round={round.round} /></p>
          {round.amendments.length > 0 && <ChangeTable caption={`第 ${round.round} 次提交的变更前后`} changes={round.amendments} />}
          {round.summary.map((section) => (
            <details key={section.section}>
              <summary className="py-2">{section.label}</summary>
              <SummaryView summary={section} />
            </details>
          ))}
        </Panel>
      ))}
    </div>
  );
}
