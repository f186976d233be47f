import "server-only";
import type { RecurringJob } from "@/lib/data/job-queue";
import { logEvent, reportFault } from "@/lib/services/platform/report-fault";
import { acceptUnanswered } from "./accept-unanswered";
import { adoptCalendar } from "./adopt-calendar";
import { closeUnansweredCorrections } from "./close-unanswered-corrections";
import { closeUnrated } from "./close-unrated";
import { emptyOutbox } from "./empty-outbox";
import { freePeopleOfExpired } from "./free-people-of-expired";
import { keepHouse } from "./keep-house";
import { countOverdueRectifications, refreshFigures } from "./refresh-figures";
import { refuseOverdueDeferrals } from "./refuse-overdue-deferrals";
import { remindBadRatings } from "./remind-bad-ratings";
import { remindHolders } from "./remind-holders";
import { sealAudit } from "./seal-audit";
import { sendReminders } from "./send-reminders";
import { systemActor } from "./system-actor";

type Figures = Readonly<Record<string, number>>;

/**
 * 有事才记一行。意外先报告再抛：队列据此重做，而它存下的只有编号，
 * 因为数据库的报错里可能带着填写的内容。
 */
async function report(name: string, work: () => Promise<Figures>): Promise<void> {
  const began = Date.now();
  const note = (figures: Figures): undefined => {
    if (Object.values(figures).some((figure) => figure > 0)) logEvent(`job.${name}`, { ...figures, milliseconds: Date.now() - began });
  };
  const fault = await work().then(note, reportFault);
  if (fault) throw new Error(`fault ${fault}`);
}

const job = (name: string, work: () => Promise<Figures>, timing: Omit<RecurringJob, "name" | "run">): RecurringJob => ({
  name, ...timing, run: () => report(name, work),
});

/** 全部定时任务。凌晨多试几次：零点前后数据库恰好停着也不会拖到第二天。 */
export const recurringJobs: readonly RecurringJob[] = [
  job("outbox", async () => ({ sent: await emptyOutbox(systemActor) }), { cron: "* * * * *", atStart: true, pollSeconds: 5, expireSeconds: 300 }),
  job("audit-seal", () => sealAudit(systemActor), { cron: "* * * * *", atStart: true, pollSeconds: 5, expireSeconds: 300, againSeconds: 10 }),
  job("housekeeping", () => keepHouse(systemActor), { cron: "17 * * * *", atStart: false, pollSeconds: 60, expireSeconds: 1_800 }),
  job("correction-deadline", async () => ({ ...(await closeUnansweredCorrections(systemActor)) }), { cron: "5 0,1,3,6 * * *", atStart: true, pollSeconds: 30, expireSeconds: 3_600 }),
  job("calendar", () => adoptCalendar(systemActor), { cron: "1 0 * * *", atStart: true, pollSeconds: 60, expireSeconds: 600 }),
  job("tacit-acceptance", () => acceptUnanswered(systemActor), { cron: "8 0,1,3,6 * * *", atStart: true, pollSeconds: 30, expireSeconds: 3_600 }),
  job("deferral-deadline", () => refuseOverdueDeferrals(systemActor), { cron: "15 0,1,3,6 * * *", atStart: true, pollSeconds: 30, expireSeconds: 3_600 }),
  job("licence-expiry", () => freePeopleOfExpired(systemActor), { cron: "25 0,1,3,6 * * *", atStart: true, pollSeconds: 30, expireSeconds: 3_600 }),
  job("evaluation-figures", async () => ({ refreshed: await refreshFigures(systemActor) }), { cron: "* * * * *", atStart: true, pollSeconds: 10, expireSeconds: 600 }),
  job("rectification-overdue", async () => ({ marked: await countOverdueRectifications(systemActor) }), { cron: "2 0,6 * * *", atStart: true, pollSeconds: 60, expireSeconds: 600 }),
  job("rating-deadline", async () => ({ closed: await closeUnrated(systemActor) }), { cron: "3 0,1,3,6 * * *", atStart: true, pollSeconds: 60, expireSeconds: 600 }),
  job("reminders", () => sendReminders(systemActor), { cron: "10 9,11,15 * * *", atStart: true, pollSeconds: 60, expireSeconds: 1_800 }),
  // 白天才提醒：短信不在夜里发
  job("holder-reminders", () => remindHolders(systemActor), { cron: "20 8,10 * * *", atStart: false, pollSeconds: 60, expireSeconds: 1_800 }),
  job("bad-rating-reminders", () => remindBadRatings(systemActor), { cron: "35 8,10,14 * * *", atStart: false, pollSeconds: 60, expireSeconds: 1_800 }),
];
