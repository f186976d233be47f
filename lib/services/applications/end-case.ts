import type { Db } from "@/lib/data/client";
import { releaseClaims } from "@/lib/data/engagements";
import { advanceCase, insertCaseEvent, type LockedCase } from "@/lib/data/review";
import { clockAfter } from "@/lib/licensing/case-clock";
import { isNoticeKey } from "@/lib/licensing/notices";
import { promisedDecision } from "@/lib/licensing/rule-sets/limits";
import type { LicensingTransition } from "@/lib/licensing/workflow";
import { notify } from "@/lib/services/communication/notify";
import { issueDocument } from "@/lib/services/documents/issue-document";
import { workingCalendar } from "@/lib/services/platform/clock";
import type { BusinessCode } from "@/lib/terms/businesses";
import { cancelCaseFollowUps } from "@/lib/services/follow-ups/case-follow-ups";
import { shanghaiDate } from "@/lib/workflow/iso-date";

export interface Ending {
  /** 谁办的；系统办的 id 为空。 */
  by: { id: string | null; name: string; role: string };
  reason: string;
  article?: string;
  /** 企业看得到的一句话。 */
  note: string;
}

/**
 * 不发证而结束一件在办的申请（终止、逾期）：状态、期限、经过、电工、待办、通知、文书在调用者的事务里。
 * 审计由调用者另记。
 */
export async function endCase(tx: Db, found: LockedCase, { action, to, clock, notice, document }: LicensingTransition, { by, reason, article, note }: Ending): Promise<void> {
  const { id, state, revision, lockedAt, application } = found;
  const promised = promisedDecision(application?.business as BusinessCode).value;
  await advanceCase(tx, { id, state, revision }, {
    state: to, ...clockAfter(clock, found, shanghaiDate(lockedAt), promised, await workingCalendar(tx)), holderId: null, finishedAt: lockedAt, openKey: null,
  });
  await releaseClaims(tx, id);
  await cancelCaseFollowUps(tx, id);
  const said = { reason, ...(article ? { article } : {}) };
  await insertCaseEvent(tx, {
    caseId: id, action, fromState: state, toState: to, actorId: by.id, actorName: by.name, actorRole: by.role, note,
    detail: { ...said, ...(found.stageDueOn ? { dueOn: found.stageDueOn } : {}) },
  });
  const messageId = isNoticeKey(notice) ? await notify(tx, { caseId: id, notice, values: said }) : undefined;
  if (document) await issueDocument(tx, { caseId: id, kind: document, values: said, ...(by.role === "enterprise" ? {} : { by }), messageId });
}
