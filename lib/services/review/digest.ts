import "server-only";
import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { DigestQuery, DigestRow } from "@/lib/data/digest";
import type { DigestLine } from "@/lib/licensing/digest-views";
import { stagesOf } from "@/lib/licensing/stages";
import type { Moment } from "@/lib/services/platform/clock";
import { runningFollowUps } from "@/lib/terms/follow-ups";
import { addWorkingDays } from "@/lib/workflow/calendar";
import { waitingStates } from "./queue-scope";

const CAP = 200;

/** 今日提醒：等此人办的案件与本机构的后续任务里，逾期的、今日与下一个工作日到期的；没有的不说。现算，不存。这里是要数的；看不看得到由 openDesk 先判断。 */
export function digestQuery({ today, calendar }: Pick<Moment, "today" | "calendar">, staff: StaffActor): DigestQuery {
  const follows = can(staff, "followUp.check", { officeCode: staff.officeCode });
  return {
    officeCode: staff.officeCode, accountId: staff.accountId, states: waitingStates(staff.roles), taskStates: follows ? runningFollowUps : [],
    today, next: addWorkingDays(today, 1, calendar), cap: CAP,
  };
}

/** 数出来的几样写成几行，各有去处。 */
export function digestLines(counted: DigestRow, { roles }: StaffActor): DigestLine[] {
  const mine = stagesOf(roles);
  const queue = mine.length === 1 ? `/admin/queue/${mine[0]}` : "/admin/queue";
  const lines: DigestLine[] = [
    { what: "案件已逾期", count: counted.casesOverdue, href: `${queue}?cut=overdue`, urgent: true },
    { what: "案件今日到期", count: counted.casesToday, href: `${queue}?cut=dueSoon`, urgent: false },
    { what: "案件下一个工作日到期", count: counted.casesNext, href: `${queue}?cut=dueSoon`, urgent: false },
    { what: "后续任务已逾期", count: counted.tasksOverdue, href: "/admin/follow-ups?cut=overdue", urgent: true },
    { what: "后续任务今日到期", count: counted.tasksToday, href: "/admin/follow-ups?cut=dueSoon", urgent: false },
    { what: "后续任务下一个工作日到期", count: counted.tasksNext, href: "/admin/follow-ups?cut=dueSoon", urgent: false },
  ];
  return lines.filter(({ count }) => count > 0);
}
