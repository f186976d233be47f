import type { ReviewedCase } from "@/lib/data/review";
import type { RoundContent } from "@/lib/data/submissions";
import { diffOf } from "@/lib/forms/diff";
import type { Finding } from "@/lib/forms/issue";
import type { SummarySection } from "@/lib/forms/summary";
import { maskChanges, maskFactChanges, maskSummary } from "@/lib/licensing/masked-summary";
import { placeText } from "@/lib/licensing/remark-place";
import type { CaseView, CheckView, ReviewRemark } from "@/lib/licensing/review-views";
import { changesIn, findingsIn, summaryIn } from "./snapshot";

type Content = "shownRound" | "shownAt" | "sections" | "changes" | "comparedRound" | "checks" | "amendments";

/** 一轮冻结的内容与前一轮相比的变化；号码遮盖。 */
export function contentOf(shown: RoundContent, previous: RoundContent | undefined, summary: readonly SummarySection[]): Pick<CaseView, Content> {
  const before = previous ? summaryIn(previous.summary) : undefined;
  return {
    shownRound: shown.round,
    shownAt: shown.submittedAt.toISOString(),
    sections: maskSummary(summary),
    changes: before ? maskChanges(diffOf(before, summary), before, summary) : [],
    ...(previous ? { comparedRound: previous.round } : {}),
    checks: findingsIn(shown.checks).map(checkView).sort((a, b) => weight[a.outcome] - weight[b.outcome]),
    amendments: maskFactChanges(changesIn(shown.changes)),
  };
}

const weight: Record<CheckView["outcome"], number> = { unmet: 0, warning: 1, met: 2 };

function checkView(finding: Finding): CheckView {
  const unmet = finding.severity === "warning" ? "warning" : "unmet";
  const figures = [finding.need && `需 ${finding.need}`, finding.present && `现有 ${finding.present}`].filter(Boolean).join("，");
  const outcome = finding.met ? "met" : unmet;
  const said = outcome === "met" || finding.message === finding.label ? "" : finding.message;
  return { section: finding.section, label: finding.label, outcome, detail: [figures, said].filter(Boolean).join("；") };
}

/** 一条意见；所指的行、项这一轮里已经没有的，留在它的页签上。 */
export function remarkView(remark: ReviewedCase["remarks"][number], names: ReadonlyMap<string, string>, summary: readonly SummarySection[]): ReviewRemark {
  const { id, sectionKey, rowId, field, slot, text, place, round } = remark;
  const at = { sectionKey, ...(rowId ? { rowId } : {}), ...(field ? { field } : {}), ...(slot ? { slot } : {}) };
  return {
    id, ...at, text, place, round,
    level: remark.level as ReviewRemark["level"],
    author: names.get(remark.authorId) ?? "",
    state: remarkState(remark),
    answer: remark.answer ?? "",
    ...(placeText(summary, at) === undefined ? { gone: true } : {}),
  };
}

function remarkState(remark: { sentAt: Date | null; answeredAt: Date | null; resolvedAt: Date | null }): ReviewRemark["state"] {
  if (!remark.sentAt) return "draft";
  if (remark.resolvedAt) return "resolved";
  return remark.answeredAt ? "answered" : "sent";
}
