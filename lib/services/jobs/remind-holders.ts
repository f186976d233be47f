import "server-only";
import type { Actor } from "@/lib/access/actor";
import { type Db, db, transaction } from "@/lib/data/client";
import { type DueSpan, listHeldDue, listHoldersToRemind } from "@/lib/data/holder-reminders";
import { insertOutboxMessage } from "@/lib/data/outbox";
import { claimReminder } from "@/lib/data/reminders";
import { holderReminder } from "@/lib/licensing/holder-reminder";
import { runningStatesOf } from "@/lib/licensing/stages";
import { moment } from "@/lib/services/platform/clock";
import { reportFault } from "@/lib/services/platform/report-fault";
import { addWorkingDays, isWorkingDay } from "@/lib/workflow/calendar";
import type { IsoDate } from "@/lib/workflow/iso-date";
import { requireSystem } from "./system-actor";

const BATCH = 100;
const CAP = 200;
const KIND = "held";

/**
 * 每个工作日告诉承办人一次：逾期、今日与下一个工作日到期的案件，一人一条短信；没有这样的案件不发，补正是企业在办不算。
 * 先记下再发，同一事务：几个进程同时做、重启重做，一天也只有一条。
 */
export async function remindHolders(actor: Actor, on?: IsoDate): Promise<{ reminded: number; failed: number }> {
  requireSystem(actor);
  const { today, calendar } = await moment();
  const day = on ?? today;
  const outcome = { reminded: 0, failed: 0 };
  if (!isWorkingDay(day, calendar)) return outcome;
  const span = { states: runningStatesOf().filter((state) => state !== "correction"), today: day, next: addWorkingDays(day, 1, calendar) };
  for (let after: string | undefined; ; ) {
    const holders = await listHoldersToRemind(db(), span, KIND, BATCH, after);
    for (const holder of holders) {
      const reminded = await transaction((tx) => remind(tx, holder, span)).catch(reportFault);
      if (reminded === true) outcome.reminded += 1;
      else if (reminded !== false) outcome.failed += 1;
    }
    after = holders.at(-1)?.accountId;
    if (holders.length < BATCH) return outcome;
  }
}

async function remind(tx: Db, { accountId, mobile }: { accountId: string; mobile: string }, span: DueSpan): Promise<boolean> {
  const cases = await listHeldDue(tx, accountId, span, CAP);
  if (cases.length === 0 || !(await claimReminder(tx, { subjectId: accountId, kind: KIND, dueOn: span.today }))) return false;
  await insertOutboxMessage(tx, { channel: "sms", recipient: mobile, template: "notice.held", body: holderReminder(cases, span.today) });
  return true;
}
