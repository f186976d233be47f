import type { ApplicationRecord } from "@/lib/data/applications";
import type { Db } from "@/lib/data/client";
import { findLastSummary } from "@/lib/data/review";
import { diffOf } from "@/lib/forms/diff";
import type { SummarySection } from "@/lib/forms/summary";
import { summaryIn } from "@/lib/services/review/snapshot";

/** 与上一次提交相比一个字、一个附件都没有改；没有提交过的不算。 */
export async function isUnchanged(database: Db, { caseId, round }: ApplicationRecord, summary: readonly SummarySection[]): Promise<boolean> {
  const last = round === 0 ? undefined : await findLastSummary(database, caseId);
  return last !== undefined && diffOf(summaryIn(last), summary).length === 0;
}
