import "server-only";
import type { Actor } from "@/lib/access/actor";
import { db, type Db, transaction } from "@/lib/data/client";
import { findOwnerMobile, insertMessage } from "@/lib/data/communication";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { claimReminder, closeRenewalTodos, listReminded, openTodoWithoutCase, type RemindedRange, type RemindedRow } from "@/lib/data/reminders";
import { reminderRanges, reminderWords } from "@/lib/licensing/reminders";
import { moment } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import { codesOf } from "@/lib/terms/option-map";
import { type ReminderKind, reminderKinds } from "@/lib/terms/reminders";
import { isWorkingDay } from "@/lib/workflow/calendar";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { requireSystem } from "./system-actor";

const BATCH = 100;

/** 早八点到晚六点（北京时间）才提醒，夜里不发短信。 */
const [OPENS, CLOSES] = [8, 18];

type Outcome = { reminded: number; failed: number; closed: number };

interface Round {
  kind: ReminderKind;
  range: RemindedRange;
  today: IsoDate;
}

/**
 * 到期之前提醒企业：补正、容缺、整改、条件保持提前五个、一个工作日，承诺核查提前三十、五日，许可证届满提前九十、六十、三十日。
 * 只在工作日的白天；每件每一步记一笔，几个进程同时做、重启重做也只提醒一次。期限改了算新的一件。
 * @param on 哪一天；不给的取今天，并看钟点
 */
export async function sendReminders(actor: Actor, on?: IsoDate): Promise<Outcome> {
  requireSystem(actor);
  const { now, today, calendar } = await moment();
  const day = on ?? today;
  const outcome = { reminded: 0, failed: 0, closed: await closeRenewalTodos(db(), day) };
  if (!isWorkingDay(day, calendar) || (on === undefined && !isDaytime(now))) return outcome;
  for (const kind of codesOf(reminderKinds)) {
    for (const { before, from, to } of reminderRanges(kind, day, calendar)) await remindAll({ kind, range: { key: `${kind}:${before}`, from, to }, today: day }, outcome);
  }
  return outcome;
}

function isDaytime(now: Date): boolean {
  const hour = (now.getUTCHours() + 8) % 24;
  return hour >= OPENS && hour < CLOSES;
}

async function remindAll(round: Round, outcome: Outcome): Promise<void> {
  for (let after: string | undefined; ; ) {
    const rows = await listReminded(db(), round.kind, round.range, BATCH, { after });
    for (const row of rows) {
      const reminded = await transaction((tx) => remind(tx, round, row)).catch(reportFault);
      if (reminded === true) outcome.reminded += 1;
      else if (reminded !== false) outcome.failed += 1;
    }
    after = rows.at(-1)?.subjectId;
    if (rows.length < BATCH) return;
  }
}

/** 先记下再发，同一事务：没发成就没记下。记下之前再看一眼，刚办了的不提醒。 */
async function remind(tx: Db, { kind, range, today }: Round, { subjectId }: RemindedRow): Promise<boolean> {
  const [row] = await listReminded(tx, kind, range, 1, { only: subjectId });
  if (!row || !(await claimReminder(tx, { subjectId, kind: range.key, dueOn: row.dueOn }))) return false;
  const { enterpriseId, caseId } = row;
  const { title, body, href, sms, todo } = reminderWords({ ...row, kind }, today);
  await insertMessage(tx, { enterpriseId, ...(caseId ? { caseId } : {}), title, body, href });
  if (todo) await openTodoWithoutCase(tx, { enterpriseId, href, ...todo });
  const recipient = sms ? await findOwnerMobile(tx, enterpriseId) : undefined;
  if (sms && recipient) await insertOutboxMessage(tx, { channel: "sms", recipient, template: `notice.reminder.${kind}`, body: sms });
  return true;
}
