import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { SiteVisitRecord } from "@/lib/data/site-visits";
import type { FindingView, OwnVisitRow, SiteVisitBrief, SiteVisitView } from "@/lib/licensing/site-visit-views";
import { isOpenVisit, SiteVisitFindings, siteVisitObstacle } from "@/lib/licensing/site-visits";
import { codesOf, wordOf } from "@/lib/terms/option-map";
import { siteVisitItems, siteVisitResults, type SiteVisitState, siteVisitStates } from "@/lib/terms/site-visits";

/** 一次核查的要点。 */
export function briefOf({ id, caseId, state, plannedOn, place, officials }: SiteVisitRecord): SiteVisitBrief {
  return { id, applicationId: caseId, state: state as SiteVisitState, stateWord: wordOf(siteVisitStates, state), plannedOn, place, officials: officials.map(({ name }) => name) };
}

/** 核查人员的一行待办：去核查并写记录，或者只等签字。 */
export function ownRowOf(visit: SiteVisitRecord, accountId: string): OwnVisitRow {
  const signed = visit.officials.some((official) => official.accountId === accountId && official.confirmedAt !== null);
  const waiting = signed ? "等他人签字" : "请在记录上签字";
  return { ...briefOf(visit), number: visit.case.number, enterprise: visit.case.enterprise.name, task: visit.state === "planned" ? "去现场核查，写下记录" : waiting };
}

/** 各项的结论；还没有写的为空。 */
export function findingsOf({ findings }: Pick<SiteVisitRecord, "findings">): FindingView[] {
  const written = SiteVisitFindings.catch([]).parse(findings);
  return codesOf(siteVisitItems).map((item) => {
    const found = written.find((one) => one.item === item);
    return { item, label: siteVisitItems[item], resultWord: found ? siteVisitResults[found.result] : "", note: found?.note ?? "", ...(found ? { result: found.result } : {}) };
  });
}

const momentOf = (at: Date | null): string => at?.toISOString() ?? "";

/** 一次核查的全部，连同此人能做什么。 */
export function visitViewOf(visit: SiteVisitRecord, staff: StaffActor): SiteVisitView {
  const running = isOpenVisit(visit.state) && siteVisitObstacle(visit.case.state, 0) === undefined;
  const own = visit.officials.find(({ accountId }) => accountId === staff.accountId);
  const inOffice = { officeCode: visit.officeCode };
  const official = running && own !== undefined && can(staff, "siteVisit.record", inOffice);
  return {
    ...briefOf(visit),
    revision: visit.revision, pausesClock: visit.pausesClock, orderedBy: visit.orderedByName, orderedAt: visit.orderedAt.toISOString(), visitedOn: visit.visitedOn ?? "",
    findings: findingsOf(visit), summary: visit.summary ?? "", attendee: visit.attendee ?? "", recordedBy: visit.recordedByName ?? "", recordedAt: momentOf(visit.recordedAt),
    signatures: visit.officials.map(({ name, confirmedAt }) => ({ name, at: momentOf(confirmedAt) })),
    photos: visit.photos.map(({ id, name, size, uploadedName, uploadedAt }) => ({ id, name, size, by: uploadedName, at: uploadedAt.toISOString() })),
    closedAt: momentOf(visit.closedAt), cancelReason: visit.cancelReason ?? "",
    mayRecord: official, maySign: official && visit.state === "recorded" && own?.confirmedAt === null, mayCancel: running && can(staff, "siteVisit.order", inOffice),
  };
}
