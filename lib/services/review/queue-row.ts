import type { StaffActor } from "@/lib/access/actor";
import type { QueueRecord } from "@/lib/data/queue";
import { dueWords } from "@/lib/licensing/case-clock";
import { marksOf } from "@/lib/licensing/queue-marks";
import type { QueueRow } from "@/lib/licensing/queue-views";
import { stageOfState, stagesOf } from "@/lib/licensing/stages";
import type { Moment } from "@/lib/services/platform/clock";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { awayWord } from "@/lib/terms/queue";
import { type ApplicationStateCode, applicationStates } from "@/lib/terms/states";

/** 外出的人名后注明。 */
export const nameWithAbsence = (name: string, away: boolean): string => (away ? `${name}（${awayWord}）` : name);

/** 列表的一行给人看的样子。 */
export function queueRow(record: QueueRecord, staff: StaffActor, { today, calendar }: Moment): QueueRow {
  const running = record.finishedAt === null;
  const own = running && holdsStageOf(record.state, staff);
  return {
    id: record.id,
    number: record.number,
    enterprise: record.enterprise,
    business: wordOf(businesses, record.business),
    marks: marksOf(record),
    scopeText: record.scopeText,
    licenceNumber: record.licenceNumber ?? "",
    submittedAt: record.submittedAt?.toISOString() ?? "",
    finishedAt: record.finishedAt?.toISOString() ?? "",
    due: dueWords(record.state as ApplicationStateCode, running ? record : { stageDueOn: null }, today, calendar),
    stateWord: wordOf(applicationStates, record.state),
    holder: record.holder ? nameWithAbsence(record.holder, record.holderAway) : "",
    mine: record.holderId === staff.accountId,
    claimable: own && record.state !== "correction" && record.holderId === null,
    takeable: own && record.holderId !== null && record.holderId !== staff.accountId,
  };
}

/** 此人是不是办这个状态的岗位。 */
function holdsStageOf(state: string, staff: StaffActor): boolean {
  const stage = stageOfState(state);
  return stage !== undefined && stagesOf(staff.roles).includes(stage);
}
