import "server-only";
import type { Actor, SystemActor } from "@/lib/access/actor";
import { type Db, db, transaction } from "@/lib/data/client";
import { listCaseDocuments } from "@/lib/data/documents";
import { type Lapsed, listLapsedApplications, lockLapsedApplication } from "@/lib/data/jobs";
import { lockCaseForDecision } from "@/lib/data/review";
import { unansweredCorrection } from "@/lib/licensing/articles";
import { licensingWorkflow, type LicensingTransition } from "@/lib/licensing/workflow";
import { endCase } from "@/lib/services/applications/end-case";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { today } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import type { DocumentKind } from "@/lib/terms/documents";
import { requireSystem } from "./system-actor";

const BATCH = 50;

/** 一次做了几件、几件没做成（已报告，下次再做）。 */
export interface Outcome {
  closed: number;
  failed: number;
}

/**
 * 补正期限届满没有重新提交的，不予受理（决定十六）。一件一个事务，几个进程同时做也每件只办一次；
 * 企业正在提交的跳过，当天到期的不动，一件出错不耽误别的。
 */
export async function closeUnansweredCorrections(actor: Actor): Promise<Outcome> {
  const system = requireSystem(actor);
  const transition = closingTransition();
  const lapsed: Lapsed = { states: transition.from, today: await today() };
  const outcome: Outcome = { closed: 0, failed: 0 };
  for (let after: string | undefined; ; ) {
    const ids = await listLapsedApplications(db(), lapsed, BATCH, after);
    for (const id of ids) {
      const closed = await transaction((tx) => close(tx, system, transition, id, lapsed)).catch(reportFault);
      if (closed === true) outcome.closed += 1;
      else if (closed !== false) outcome.failed += 1;
    }
    after = ids.at(-1);
    if (ids.length < BATCH) return outcome;
  }
}

function closingTransition(): LicensingTransition {
  const found = licensingWorkflow.find((row) => row.action === "closeUnanswered");
  if (!found) throw new Error("the workflow has no closeUnanswered");
  return found;
}

/** 与形审岗决定不予受理的作用相同：状态、期限、经过、电工、待办、通知与审计在一个事务里。 */
async function close(tx: Db, system: SystemActor, transition: LicensingTransition, caseId: string, lapsed: Lapsed): Promise<boolean> {
  if (!(await lockLapsedApplication(tx, caseId, lapsed))) return false;
  const found = await lockCaseForDecision(tx, caseId);
  if (!found?.application) return false;
  const { article, reasonOf } = unansweredCorrection;
  const notice = (await listCaseDocuments(tx, caseId)).filter(({ kind }) => kind === ("correction" satisfies DocumentKind)).at(-1);
  const reason = reasonOf(notice?.number, found.stageDueOn);
  await endCase(tx, found, transition, { by: { id: null, name: system.name, role: "system" }, reason, article, note: `理由：${reason}；依据：${article}` });
  await recordAudit(tx, { actor: system, action: `case.${transition.action}`, subject: "Case", subjectId: found.id, detail: { from: found.state, to: transition.to } });
  return true;
}
