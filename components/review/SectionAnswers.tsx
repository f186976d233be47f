"use client";

import { Status, Tag } from "@/components/ui/Status";
import { Panel } from "@/components/ui/Panel";
import type { SummarySection } from "@/lib/forms/summary";
import { AnswerLine, RemarkButton } from "./AnswerLine";
import { remarksAt, useCaseDesk } from "./case-desk";
import { sectionAnchor } from "./section-anchor";
import { FileList } from "./FileList";
import { OrphanRemarks, PlacedRemarks } from "./PlacedRemarks";
import { RecordList } from "./RecordList";

/** 一个页签的全部填报内容与附件，只读。 */
export function SectionAnswers({ section }: { section: SummarySection }) {
  const { view, onlyChanges } = useCaseDesk();
  const changes = view.changes.filter((change) => change.section === section.section).length;
  if (onlyChanges && changes === 0) return null;
  const place = { sectionKey: section.section };
  const placed = remarksAt(view, place).length > 0;
  const own = view.live.filter((check) => check.section === section.section && check.rowId === undefined);
  const lines = section.groups.flatMap((group) => group.lines);
  return (
    <Panel
      id={sectionAnchor(section.section)}
      tabIndex={-1}
      title={section.label}
      flush
      aside={
        <>
          {changes > 0 && <Tag tone="changed">较第 {view.comparedRound} 次提交变更 {changes} 项</Tag>}
          <RemarkButton place={place} label={section.label} />
        </>
      }
    >
      {(placed || own.length > 0) && (
        <div className="records">
          {own.map((check) => (
            <p key={check.key} className="small"><Status tone={check.outcome === "unmet" ? "bad" : "warn"}>{check.label}</Status> <span className="soft">{check.detail}</span></p>
          ))}
          <PlacedRemarks place={place} />
        </div>
      )}
      <OrphanRemarks sectionKey={section.section} />
      {lines.length > 0 && (
        <table className="ans">
          <caption className="sr">{section.label}填报内容</caption>
          <tbody>
            {lines.map((line) => (
              <AnswerLine key={line.field} section={section.section} line={line} trail={section.label} />
            ))}
          </tbody>
        </table>
      )}
      {section.tables.map((table) => (
        <RecordList key={table.table} section={section.section} sectionLabel={section.label} table={table} />
      ))}
      <FileList section={section.section} slots={section.slots} trail={section.label} />
    </Panel>
  );
}
