"use client";

import { type ReactNode, useMemo, useState } from "react";
import { RoundDownloads } from "@/components/application/RoundDownloads";
import { ChangeTable } from "@/components/licence/ChangeTable";
import { Checkbox } from "@/components/ui/Choices";
import { Directory, type DirectoryEntry } from "@/components/ui/Directory";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Panel } from "@/components/ui/Panel";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { SummarySection } from "@/lib/forms/summary";
import type { CaseView } from "@/lib/licensing/review-views";
import { CaseHead } from "./CaseHead";
import { type CaseDesk as Desk, CaseDeskContext, placeKey, type RemarkTarget } from "./case-desk";
import { ChecksPanel } from "./ChecksPanel";
import { DecisionBar } from "./DecisionBar";
import { EffectsPanel } from "./EffectsPanel";
import { FileViewer } from "./FileViewer";
import { filedIn } from "./filed-files";
import { sectionAnchor } from "./section-anchor";
import { HistoryPanel } from "./HistoryPanel";
import { PartiesPanel } from "./PartiesPanel";
import { RemarkPanel } from "./RemarkPanel";
import { RoundSwitch, roundsOf } from "./RoundSwitch";
import { SectionAnswers } from "./SectionAnswers";
import type { CaseActions } from "./types";
import { useUnsavedRemarks } from "./unsaved-remarks";
import { useOpenedFile } from "./use-opened-file";

export interface CaseDeskProps {
  view: CaseView;
  actions: CaseActions;
  rating?: ReactNode;
  /** 出具的文书。 */
  documents?: ReactNode;
}

/** 一件申请的全部：左目录，中间填报内容与附件并排，右边意见、自动核验、经过，下面是决定栏。 */
export function CaseDesk({ view, actions, rating, documents }: CaseDeskProps) {
  const desk = useDesk(view, actions);
  const guard = useLeaveGuard(desk.unsaved.targets.length > 0);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const files = useMemo(() => view.sections.flatMap(filedIn), [view.sections]);
  return (
    <CaseDeskContext value={{ ...desk, onlyChanges }}>
      <div className="wrap">
        <CaseHead view={view} />
        <RoundSwitch view={view} />
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
          <Beside view={view} rating={rating} documents={documents} />
        </div>
        <DecisionBar />
        <LeaveQuestion guard={guard} />
      </div>
    </CaseDeskContext>
  );
}

/** 正在看的文件、正在写的意见、旁边看的是什么。 */
function useDesk(view: CaseView, actions: CaseActions): Omit<Desk, "onlyChanges"> {
  const opened = useOpenedFile();
  const [beside, showBeside] = useState<Desk["beside"]>("files");
  const [target, setTarget] = useState<RemarkTarget>();
  const unsaved = useUnsavedRemarks();
  const changes = useMemo(() => new Map(view.changes.map((change) => [placeKey(change), change])), [view.changes]);

  const closeRemark = (done: RemarkTarget) => setTarget((now) => (now === done ? undefined : now));

  const openFile: Desk["openFile"] = (file, from) => {
    opened.openFile(file, from);
    showBeside("files");
  };

  return { view, actions, changes, ...opened, openFile, beside, showBeside, target, unsaved, closeRemark, writeRemark: view.remarking.allowed ? setTarget : undefined };
}

/** 右边一栏。 */
function Beside({ view, rating, documents }: Pick<CaseDeskProps, "view" | "rating" | "documents">) {
  return (
    <section className="right stack pinned" aria-label="意见、核验与经过">
      {rating}
      <RemarkPanel />
      <PartiesPanel />
      <EffectsPanel />
      <ChecksPanel checks={view.checks} live={view.live} at={view.shownAt} ruleSet={view.ruleSet} />
      {documents}
      <HistoryPanel view={view} />
      <Panel id="downloads" title="提交内容下载">
        <ul>
          {roundsOf(view).map((round) => (
            <li key={round}><RoundDownloads applicationId={view.applicationId} round={round} /></li>
          ))}
        </ul>
      </Panel>
    </section>
  );
}

const countIn = (section: string, places: readonly { section?: string }[]): number => places.filter((place) => place.section === section).length;

/** 目录的一行：意见、变化、核验不符、重复的人，用字说。 */
function entryOf(section: SummarySection, view: CaseView): DirectoryEntry {
  const key = section.section;
  const changed = countIn(key, view.changes);
  const remarks = view.remarks.filter((remark) => remark.sectionKey === key && remark.state !== "resolved").length;
  const unmet = countIn(key, view.checks.filter(({ outcome }) => outcome === "unmet"));
  const elsewhere = countIn(key, view.live);
  const words = [changed > 0 && `变更 ${changed}`, remarks > 0 && `意见 ${remarks}`, unmet > 0 && `核验不符 ${unmet}`, elsewhere > 0 && `人员重复 ${elsewhere}`].filter(Boolean);
  const entry = { href: `#${sectionAnchor(key)}`, name: section.label };
  if (remarks > 0 || changed > 0) return { ...entry, state: "correct", note: words.join("，") };
  if (unmet > 0 || elsewhere > 0) return { ...entry, state: "issues", note: words.join("，") };
  if (view.comparedRound) return { ...entry, state: "exempt", note: "无变化" };
  return { ...entry, state: "empty", note: `附件 ${filedIn(section).length} 个` };
}
