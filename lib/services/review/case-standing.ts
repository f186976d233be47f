import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { listRestrictions } from "@/lib/data/business-facts";
import { listClosedVisits, listDuplicates, listRunningTasks } from "@/lib/data/case-standing";
import { db } from "@/lib/data/client";
import type { ReviewedCase } from "@/lib/data/review";
import type { SummarySection } from "@/lib/forms/summary";
import type { LiveCheck } from "@/lib/licensing/case-views";
import { barCheck, duplicateCheck, nothingFound, taskCheck, visitCheck } from "@/lib/licensing/live-checks";
import { SiteVisitFindings } from "@/lib/licensing/site-visits";

/** 此刻核查：现场核查的结论、人员在别处的任职、企业的限制期与未了的任务；办结的不再查。 */
export async function liveChecks(found: ReviewedCase, staff: StaffActor, summary: readonly SummarySection[], today: string): Promise<LiveCheck[]> {
  if (found.finishedAt !== null) return [];
  const besides = [found.enterpriseId, ...found.confirmations.map(({ enterpriseId }) => enterpriseId)];
  const [visits, duplicates, bars, tasks] = await Promise.all([
    listClosedVisits(db(), found.id), listDuplicates(db(), found.id, besides), listRestrictions(db(), found.enterpriseId, today), listRunningTasks(db(), found.enterpriseId, found.officeCode),
  ]);
  const readable = can(staff, "followUp.read", { officeCode: found.officeCode });
  const seen = visits.flatMap((visit) => visitCheck({ ...visit, findings: SiteVisitFindings.catch([]).parse(visit.findings) }) ?? []);
  const checks = [...seen, ...duplicates.map((one) => duplicateCheck(one, summary)), ...bars.map(barCheck), ...tasks.map((task) => taskCheck(task, today, readable))];
  return checks.length > 0 ? checks : [nothingFound];
}
