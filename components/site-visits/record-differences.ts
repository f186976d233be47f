import type { SiteVisitView } from "@/lib/licensing/site-visit-views";
import { siteVisitFields, siteVisitResults } from "@/lib/terms/site-visits";
import type { RecordCommand } from "./types";

/** 两份记录不同的一项：存着的与要换成的。 */
export interface RecordDifference {
  label: string;
  stored: string;
  typed: string;
}

/** 要保存的与存着的记录哪几项不同。 */
export function recordDifferences(visit: SiteVisitView, command: RecordCommand): RecordDifference[] {
  const lines: RecordDifference[] = [
    { label: siteVisitFields.visitedOn, stored: visit.visitedOn, typed: command.visitedOn },
    { label: siteVisitFields.attendee, stored: visit.attendee, typed: command.attendee },
    ...visit.findings.map(({ item, label, resultWord, note }) => {
      const typed = command.findings.find((finding) => finding.item === item);
      return { label, stored: saying(resultWord, note), typed: typed ? saying(siteVisitResults[typed.result], typed.note) : "" };
    }),
    { label: siteVisitFields.summary, stored: visit.summary, typed: command.summary },
  ];
  return lines.filter(({ stored, typed }) => stored !== typed);
}

const saying = (result: string, note: string): string => [result, note].filter(Boolean).join("：");
