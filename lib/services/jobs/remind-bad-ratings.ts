import "server-only";
import type { Actor, SystemActor } from "@/lib/access/actor";
import { listReminded, listUnreminded, lockUnreminded } from "@/lib/data/bad-rating-reminders";
import { type BadRatingRecord, findBadRating, insertBadRatingEvent } from "@/lib/data/bad-ratings";
import { type Db, db, transaction } from "@/lib/data/client";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { reminderHorizon } from "@/lib/evaluation/bad-ratings/deadlines";
import { reminderText } from "@/lib/evaluation/bad-ratings/reminder";
import { responsibleRole } from "@/lib/evaluation/bad-ratings/workflow";
import { matterWord } from "@/lib/evaluation/matters";
import { moment } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import type { BadRatingState } from "@/lib/terms/bad-ratings";
import type { StaffRoleCode } from "@/lib/terms/roles";
import { isWorkingDay } from "@/lib/workflow/calendar";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { requireSystem } from "./system-actor";

const BATCH = 50;

/**
 * 下一个工作日到期或已逾期的差评，每个环节提醒一次：经过里记“已提醒”，登记了手机的收到短信。
 * 休息日不提醒。一件一个事务，几个进程同时做也每件只提醒一次；正在被人办的跳过，下次再看。
 */
export async function remindBadRatings(actor: Actor, on?: IsoDate): Promise<{ reminded: number; failed: number }> {
  const system = requireSystem(actor);
  const { today, calendar } = await moment();
  const day = on ?? today;
  const outcome = { reminded: 0, failed: 0 };
  if (!isWorkingDay(day, calendar)) return outcome;
  const dueTo = reminderHorizon(day, calendar);
  for (let after: string | undefined; ; ) {
    const ids = await listUnreminded(db(), dueTo, BATCH, after);
    for (const id of ids) {
      const reminded = await transaction((tx) => remind(tx, system, id, { day, dueTo })).catch(reportFault);
      if (reminded === true) outcome.reminded += 1;
      else if (reminded !== false) outcome.failed += 1;
    }
    after = ids.at(-1);
    if (ids.length < BATCH) return outcome;
  }
}

async function remind(tx: Db, system: SystemActor, id: string, { day, dueTo }: { day: IsoDate; dueTo: IsoDate }): Promise<boolean> {
  const record = (await lockUnreminded(tx, id, dueTo)) ? await findBadRating(tx, id) : undefined;
  if (!record?.stageDueOn) return false;
  const { note, sms } = reminderText(record.state as BadRatingState, matterWord(record.matter), record.stageDueOn, day);
  await insertBadRatingEvent(tx, { badRatingId: id, action: "remind", fromState: record.state, toState: record.state, actorName: system.name, note });
  for (const recipient of await recipientsOf(tx, record)) await insertOutboxMessage(tx, { channel: "sms", recipient, template: "notice.badRating", body: sms });
  return true;
}

/** 此刻该谁办就提醒谁。 */
function recipientsOf(tx: Db, { state, assigneeId, officeCode }: BadRatingRecord): Promise<string[]> {
  const byAssignee = responsibleRole[state as BadRatingState] === "assignee" && assigneeId !== null;
  return listReminded(tx, byAssignee ? { accountId: assigneeId } : { officeCode, role: "evaluationOfficer" satisfies StaffRoleCode });
}
