import type { StaffActor } from "@/lib/access/actor";
import { authorise } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { advanceCase, insertCaseEvent } from "@/lib/data/review";
import { lockSiteVisit, type SiteVisitRecord, updateSiteVisit } from "@/lib/data/site-visits";
import { clockAfter } from "@/lib/licensing/case-clock";
import { isOpenVisit, siteVisitObstacle } from "@/lib/licensing/site-visits";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { moment } from "@/lib/services/platform/clock";
import type { SiteVisitEvent } from "@/lib/terms/site-visits";

const WHAT = "这次现场核查";

/** 锁住一次还没有结束的核查：机构对、案件仍在审查中。 */
export async function lockOpenVisit(tx: Db, staff: StaffActor, visitId: string, deed: "siteVisit.order" | "siteVisit.record"): Promise<SiteVisitRecord> {
  const visit = await lockSiteVisit(tx, visitId);
  if (!visit) throw notFound(WHAT);
  authorise(staff, deed, { officeCode: visit.officeCode }, WHAT);
  if (!isOpenVisit(visit.state)) throw new Refusal("conflict", "这次现场核查已经结束，不能再改");
  const obstacle = siteVisitObstacle(visit.case.state, 0);
  if (obstacle) throw new Refusal("conflict", "本案已不在审查中，核查不再进行");
  return visit;
}

/** 此人是核查人员之一；不是的不能记、不能签。 */
export function requireOfficial(staff: StaffActor, { officials }: Pick<SiteVisitRecord, "officials">): SiteVisitRecord["officials"][number] {
  const own = officials.find(({ accountId }) => accountId === staff.accountId);
  if (!own) throw forbidden("只有这次的核查人员可以办理");
  return own;
}

export const changedMeanwhile = (): Refusal => new Refusal("conflict", "核查记录刚被改过，请对照页上最新的记录再办");

/** 改核查并留下审计；别人先改了的不办。 */
export async function settleVisit(
  tx: Db, staff: StaffActor, visit: SiteVisitRecord, action: string, data: Parameters<typeof updateSiteVisit>[2], { resign = false } = {},
): Promise<void> {
  if (!(await updateSiteVisit(tx, visit, data, { resign }))) throw changedMeanwhile();
  await auditVisit(tx, staff, visit, action);
}

export async function auditVisit(tx: Db, staff: StaffActor, { id, caseId }: { id: string; caseId: string }, action: string): Promise<void> {
  await recordAudit(tx, { actor: staff, action, subject: "SiteVisit", subjectId: id, detail: { caseId } });
}

/** 案件经过里的一步：不改案件的状态。 */
export async function noteVisit(tx: Db, staff: StaffActor, { id, state }: { id: string; state: string }, action: SiteVisitEvent, note: string | null): Promise<void> {
  await insertCaseEvent(tx, { caseId: id, action, fromState: state, toState: state, actorId: staff.accountId, actorName: staff.name, actorRole: staff.roles[0] ?? "", note });
}

/** 核查结束或取消：停了的表复表，期限顺延停表的工作日。 */
export async function resumeClock(tx: Db, { pausesClock, case: found }: SiteVisitRecord): Promise<void> {
  if (!pausesClock || found.clockPausedOn === null) return;
  const { today, calendar } = await moment(tx);
  const { id, state, revision } = found;
  if (!(await advanceCase(tx, { id, state, revision }, clockAfter("resume", found, today, 0, calendar)))) throw changedMeanwhile();
}
