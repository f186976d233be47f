import type { StaffActor } from "@/lib/access/actor";
import type { FollowUpRecord } from "@/lib/data/follow-ups";
import type { RevocationRow } from "@/lib/data/revocations";
import { isProvisionalDate, workingDaysLeft } from "@/lib/licensing/case-clock";
import { FollowUpDetail, inWorkingDays, isRunning } from "@/lib/licensing/follow-ups";
import type { FollowUpRow, FollowUpView, RevocationView } from "@/lib/licensing/follow-up-views";
import { hearingWords, revocationActionsFor } from "@/lib/licensing/revocation";
import { procedureMark } from "@/lib/terms/application";
import { businesses } from "@/lib/terms/businesses";
import { type FollowUpKind, followUpKinds, type FollowUpState, followUpStates, type RevocationState, revocationStates } from "@/lib/terms/follow-ups";
import { wordOf } from "@/lib/terms/option-map";
import type { HolidayCalendar } from "@/lib/workflow/calendar";
import { daysBetween } from "@/lib/workflow/iso-date";

/** 任务里随办随记的内容；由本系统写入，这里确认形状。 */
export const detailOf = (record: Pick<FollowUpRecord, "detail">): FollowUpDetail => FollowUpDetail.parse(record.detail);

export function rowOf(record: FollowUpRecord, today: string, calendar: HolidayCalendar): FollowUpRow {
  return {
    id: record.id,
    kind: record.kind as FollowUpKind,
    kindWord: wordOf(followUpKinds, record.kind),
    state: record.state as FollowUpState,
    stateWord: wordOf(followUpStates, record.state),
    number: record.number,
    enterprise: record.enterprise,
    business: wordOf(businesses, record.business),
    mark: procedureMark(record.procedure),
    task: record.task,
    dueOn: record.dueOn,
    ...(inWorkingDays(record.kind) && isRunning(record.state) && isProvisionalDate(record.dueOn, calendar) ? { dueProvisional: true } : {}),
    dueText: isRunning(record.state) ? dueText(record, today, calendar) : "",
    overdue: isRunning(record.state) && record.dueOn < today,
    caseId: record.caseId,
    licenceId: record.licenceId ?? "",
    licenceNumber: record.licenceNumber ?? "",
  };
}

/** 期限怎样计，就怎样说还有几日。到期那天（可能调成了休息日）说今日到期。 */
function dueText({ kind, dueOn }: FollowUpRecord, today: string, calendar: HolidayCalendar): string {
  if (dueOn === today) return "今日到期";
  const [days, unit] = inWorkingDays(kind) ? [workingDaysLeft(dueOn, today, calendar), "个工作日"] : [daysBetween(today, dueOn), "天"];
  return dueOn < today ? `逾期 ${-days} ${unit}` : `还有 ${days} ${unit}`;
}

type StoredFile = { id: string; sectionKey: string; slot: string; rowId: string | null; name: string; size: number; mediaType: string };

/** 还在补的看现有的文件，提交之后看提交的那几份。 */
function materialsOf(record: FollowUpRecord, present: readonly StoredFile[]): FollowUpView["materials"] {
  const { missing, files } = detailOf(record);
  const open = record.state === "open";
  return missing.map((material) => ({
    ...material,
    files: open
      ? present.filter((file) => file.sectionKey === material.section && file.slot === material.slot && (file.rowId ?? undefined) === material.rowId)
          .map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType }))
      : files.filter((file) => file.section === material.section && file.slot === material.slot && file.rowId === material.rowId).map(({ id, name }) => ({ id, name })),
  }));
}

export function viewOf(record: FollowUpRecord, { today, calendar }: { today: string; calendar: HolidayCalendar }, present: readonly StoredFile[]): FollowUpView {
  const { report = "", note = "", suppliedAt = "", suppliedBy = "", origin = "promise" } = detailOf(record);
  return {
    ...rowOf(record, today, calendar),
    applicationId: record.caseId,
    revision: record.revision,
    daysLeft: daysBetween(today, record.dueOn),
    materials: materialsOf(record, present),
    report, note, suppliedAt, suppliedBy, origin,
    result: record.result ?? "",
    closedAt: record.closedAt?.toISOString() ?? "",
    ofParty: record.applicantId !== record.enterpriseId,
  };
}

/** 最近一次提出的撤销，与看的人能做什么。 */
export function revocationOf(proposal: RevocationRow, staff: StaffActor, calendar: HolidayCalendar): RevocationView {
  return {
    state: proposal.state as RevocationState,
    stateWord: wordOf(revocationStates, proposal.state),
    reason: proposal.reason,
    article: proposal.article,
    proposedBy: proposal.proposedByName,
    proposedAt: proposal.proposedAt.toISOString(),
    hearing: hearingWords(proposal.hearingDeliveredOn, calendar),
    decidedBy: proposal.decidedByName ?? "",
    decidedAt: proposal.decidedAt?.toISOString() ?? "",
    note: proposal.note ?? "",
    actions: revocationActionsFor(proposal, staff),
  };
}
