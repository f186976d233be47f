import "server-only";
import type { Actor, SystemActor } from "@/lib/access/actor";
import { type Db, db, transaction } from "@/lib/data/client";
import { type Lapsed, listLapsedApplications, lockLapsedApplication } from "@/lib/data/jobs";
import { advanceCase, insertCaseEvent, lockCaseForDecision, type LockedCase } from "@/lib/data/review";
import { tacitAcceptance } from "@/lib/licensing/articles";
import { clockAfter, dueValues } from "@/lib/licensing/case-clock";
import { partyObstacle } from "@/lib/licensing/confirmations";
import { isNoticeKey } from "@/lib/licensing/notices";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import { licensingWorkflow, type LicensingTransition } from "@/lib/licensing/workflow";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { notify } from "@/lib/services/communication/notify";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { findCaseMissing, followUpsAfter } from "@/lib/services/follow-ups/case-follow-ups";
import { rivalOfParties } from "@/lib/services/parties/party-rival";
import { moment } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import type { BusinessCode } from "@/lib/terms/businesses";
import { addWorkingDays, isWorkingDay } from "@/lib/workflow/calendar";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { requireSystem } from "./system-actor";

const BATCH = 50;

/**
 * 收到之后五个工作日没有答复的，下一个工作日视为受理，期限自收到之日起算（行政许可法第三十二条，决定十六）。
 * 分立、合并另一方还没有同意的不在其内：申请由各方共同提出，各方到齐才算收到（ADR 0025）。
 * 一件一个事务，几个进程同时做也每件只办一次；正在被人办的跳过，一件出错不耽误别的。
 */
export async function acceptUnanswered(actor: Actor): Promise<{ accepted: number; failed: number }> {
  const system = requireSystem(actor);
  const transition = tacitTransition();
  const { today, calendar } = await moment();
  const lapsed: Lapsed = { states: transition.from, today: isWorkingDay(today, calendar) ? today : addWorkingDays(today, -1, calendar) };
  const outcome = { accepted: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const ids = await listLapsedApplications(db(), lapsed, BATCH, after);
    for (const id of ids) {
      const accepted = await transaction((tx) => accept(tx, { system, transition }, id, lapsed)).catch(reportFault);
      if (accepted === true) outcome.accepted += 1;
      else if (accepted !== false) outcome.failed += 1;
    }
    after = ids.at(-1);
    if (ids.length < BATCH) return outcome;
  }
}

function tacitTransition(): LicensingTransition {
  const found = licensingWorkflow.find((row) => row.action === "acceptTacitly");
  if (!found) throw new Error("the workflow has no acceptTacitly");
  return found;
}

interface Round {
  system: SystemActor;
  transition: LicensingTransition;
}

/** 与受理岗受理的作用相同：状态、期限、经过、容缺任务、通知、文书与审计在一个事务里。 */
async function accept(tx: Db, round: Round, caseId: string, lapsed: Lapsed): Promise<boolean> {
  if (!(await lockLapsedApplication(tx, caseId, lapsed))) return false;
  const found = await lockCaseForDecision(tx, caseId);
  if (!found?.application || !found.submittedAt || (await waitsForParty(tx, found))) return false;
  const { transition, system } = round;
  // 锁住案件之后才读日历：在这之后改的日历会把这一件也重算
  const { today, calendar } = await moment(tx);
  const receivedOn = shanghaiDate(found.submittedAt);
  const clock = clockAfter(transition.clock, found, receivedOn, promisedDecision(found.application.business as BusinessCode).value, calendar);
  const missing = await findCaseMissing(tx, found);
  const conditional = missing.length > 0 ? licensingWorkflow.find((row) => row.action === "acceptConditionally") : undefined;
  await advanceCase(tx, { id: found.id, state: found.state, revision: found.revision }, { state: "accepted", ...clock, holderId: null, acceptedAt: found.submittedAt });
  await followUpsAfter(tx, found, conditional ? "acceptConditionally" : transition.action, today);
  await insertCaseEvent(tx, {
    caseId, action: transition.action, fromState: found.state, toState: "accepted", actorId: null, actorName: system.name, actorRole: "system",
    note: `收到之后五个工作日内没有答复，自${formatChineseDate(receivedOn)}起即为受理；依据：${tacitAcceptance.article}`, detail: { ...tacitAcceptance, ...(found.stageDueOn ? { dueOn: found.stageDueOn } : {}) },
  });
  const values = dueValues(clock.stageDueOn, calendar);
  const { notice, document } = conditional ?? transition;
  const messageId = isNoticeKey(notice) ? await notify(tx, { caseId, notice, values }) : undefined;
  if (document) await issueDocument(tx, { caseId, kind: document, values: { ...values, tacit: true }, messageId });
  await recordAudit(tx, { actor: system, action: `case.${transition.action}`, subject: "Case", subjectId: caseId, detail: { from: found.state, to: "accepted" } });
  return true;
}

/** 另一方没有同意，或者它自己的申请还没有办结：受理岗也不能受理的。 */
async function waitsForParty(tx: Db, found: LockedCase): Promise<boolean> {
  const parties = found.confirmations.map(({ state, enterprise }) => ({ name: enterprise.name, state }));
  return partyObstacle(parties) !== undefined || (await rivalOfParties(tx, found)) !== undefined;
}
