"use client";

import { type ReactNode, useMemo, useState } from "react";
import { RoundDownloads } from "@/components/application/RoundDownloads";
import { ChangeTable } from "@/components/licence/ChangeTable";
import { Checkbox } from "@/components/ui/Choices";
import { Directory, type DirectoryEntry } from "@/components/ui/Directory";
import { Panel } from "@/components/ui/Panel";
import type { SummaryFile, SummarySection } from "@/lib/forms/summary";
import type { CaseView } from "@/lib/licensing/review-views";
import { CaseHead } from "./CaseHead";
import { CaseDeskContext, placeKey, type RemarkTarget, sectionAnchor } from "./case-desk";
import { ChecksPanel } from "./ChecksPanel";
import { DecisionBar } from "./DecisionBar";
import { FileViewer } from "./FileViewer";
import { HistoryPanel } from "./HistoryPanel";
import { EffectsPanel } from "./EffectsPanel";
import { PartiesPanel } from "./PartiesPanel";
import { RemarkPanel } from "./RemarkPanel";
import { SectionAnswers } from "./SectionAnswers";
import type { CaseActions } from "./types";

/** 一件申请的全部：左目录，中间填报内容与附件并排，右边意见、自动核验、经过，下面是决定栏。 */
export function CaseDesk({ view, actions, rating }: { view: CaseView; actions: CaseActions; rating?: ReactNode }) {
  const [file, setFile] = useState<SummaryFile>();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<RemarkTarget>();
  const [onlyChanges, setOnlyChanges] = useState(false);
  const changes = useMemo(() => new Map(view.changes.map((change) => [placeKey(change), change])), [view.changes]);
  const files = useMemo(() => view.sections.flatMap(filesOf), [view.sections]);

  function openFile(opened: SummaryFile) {
    setFile(opened);
    setSeen((before) => new Set([...before, opened.id]));
  }

  const writeRemark = view.remarking.allowed ? setTarget : undefined;
  return (
    <CaseDeskContext value={{ view, actions, changes, file, seen, openFile, target, writeRemark, onlyChanges }}>
      <div className="wrap">
        <CaseHead view={view} />
        <div className="case">
          <div className="pinned">
            <Directory
              label="案件目录"
              entries={view.sections.map((section) => entryOf(section, view))}
              foot={view.comparedRound ? <Checkbox label="只看有变化" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.target.checked)} /> : undefined}
            />
          </div>
          <div className="stack">
            {view.amendments.length > 0 && (
              <Panel id="amendments" title="变更前后" flush>
                <ChangeTable caption="准予之后的变化" changes={view.amendments} />
              </Panel>
            )}
            {view.sections.map((section) => (
              <SectionAnswers key={section.section} section={section} />
            ))}
          </div>
          <FileViewer files={files} />
          <section className="right stack pinned" aria-label="意见、核验与经过">
            {rating}
            <RemarkPanel />
            <PartiesPanel />
            <EffectsPanel />
            <ChecksPanel checks={view.checks} at={view.submittedAt} ruleSet={view.ruleSet} />
            <HistoryPanel history={view.history} />
            <Panel id="downloads" title="提交内容下载">
              <ul>
                {roundsOf(view).map((round) => (
                  <li key={round}><RoundDownloads applicationId={view.applicationId} round={round} /></li>
                ))}
              </ul>
            </Panel>
          </section>
        </div>
        <DecisionBar />
      </div>
    </CaseDeskContext>
  );
}

/** 提交过的各轮，新的在前。 */
const roundsOf = ({ round }: CaseView): number[] => Array.from({ length: round }, (_, index) => round - index);

function filesOf(section: SummarySection): SummaryFile[] {
  return [...section.tables.flatMap((table) => table.rows.flatMap((row) => row.slots)), ...section.slots].flatMap((slot) => slot.files);
}

/** 目录的一行：意见、变化、核验不符，用字说。 */
function entryOf(section: SummarySection, view: CaseView): DirectoryEntry {
  const key = section.section;
  const changed = view.changes.filter((change) => change.section === key).length;
  const remarks = view.remarks.filter((remark) => remark.sectionKey === key && remark.state !== "resolved").length;
  const unmet = view.checks.filter((check) => check.section === key && check.outcome === "unmet").length;
  const words = [changed > 0 && `变更 ${changed}`, remarks > 0 && `意见 ${remarks}`, unmet > 0 && `核验不符 ${unmet}`].filter(Boolean);
  const entry = { href: `#${sectionAnchor(key)}`, name: section.label };
  if (remarks > 0 || changed > 0) return { ...entry, state: "correct", note: words.join("，") };
  if (unmet > 0) return { ...entry, state: "issues", note: words.join("，") };
  if (view.comparedRound) return { ...entry, state: "exempt", note: "无变化" };
  return { ...entry, state: "empty", note: `附件 ${filesOf(section).length} 个` };
}
