import { DocumentsPanel } from "@/components/documents/DocumentsPanel";
import { ButtonLink } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { Timeline } from "@/components/ui/Timeline";
import { issuesOf } from "@/lib/forms/business";
import { summaryOf } from "@/lib/forms/summary";
import type { DocumentRow } from "@/lib/licensing/documents/views";
import { getBusiness } from "@/lib/licensing/businesses";
import { ApplicationFrame } from "./ApplicationFrame";
import { caseSteps, holderSentence } from "./case-steps";
import { directoryEntries, sectionPath } from "./directory-entries";
import { DiscardLink } from "./DiscardLink";
import { sourceInWords } from "./PrefillNote";
import { placeInWords } from "./queue-place";
import { RefreshWhenNewer } from "./RefreshWhenNewer";
import { RemarkDigest } from "./RemarkDigest";
import { SummaryView } from "./summary/SummaryView";
import type { ApplicationFacts, SectionActions } from "./types";

/** 一份申请的目录页：进度、下一步做什么、补正意见一览、已填的全部内容。只是看的，在服务端画好。 */
export function TaskList({ facts, discard, documents = [] }: { facts: ApplicationFacts; discard: SectionActions["discard"]; documents?: readonly DocumentRow[] }) {
  const form = getBusiness(facts.business);
  const { context } = facts;
  const entries = directoryEntries({ form, facts, context, issues: issuesOf(form, context) });
  const next = entries.find((entry) => !["done", "exempt", "locked"].includes(entry.state));
  const discarded = facts.state === "discarded";
  return (
    <ApplicationFrame facts={facts} entries={entries} foot={<DiscardLink facts={facts} discard={discard} />}>
      <RefreshWhenNewer applicationId={facts.applicationId} revisions={facts.revisions} />
      <div className="stack">
        <Panel title={`${facts.label} ${facts.number}`} level={1} aside={<ButtonLink slim href={`/applications/${facts.applicationId}/history`}>办理经过</ButtonLink>}>
          {discarded ? <p>这份申请已废弃，填写的内容不能再用。</p> : <Timeline steps={caseSteps(facts)} label="办理进度">{holderSentence(facts, facts.officeName)}</Timeline>}
          {facts.prefilledFrom && facts.state === "draft" && <p>基本情况、人员、业绩与附件取自{sourceInWords(facts.prefilledFrom)}，请核对，有变化的修改；签字盖章的申请表、承诺书重新上传。</p>}
          {facts.queuePlace !== undefined && <p>形审排队：{placeInWords(facts.queuePlace)}。</p>}
          {facts.openSections !== "none" && next && (
            <p className="btns mt">
              <ButtonLink kind="primary" href={next.href}>
                {facts.state === "draft" ? "继续填写" : "去补正"}：{next.name}
              </ButtonLink>
            </p>
          )}
        </Panel>
        {facts.remarks.length > 0 && <RemarkDigest remarks={facts.remarks} hrefOf={(section) => sectionPath(facts.applicationId, section)} />}
        <DocumentsPanel documents={documents} />
        <Panel title="已填写的内容" id="content">
          {summaryOf(form, context).map((summary) => (
            <details key={summary.section}>
              <summary className="py-2">{summary.label}</summary>
              <SummaryView summary={summary} />
            </details>
          ))}
        </Panel>
      </div>
    </ApplicationFrame>
  );
}
