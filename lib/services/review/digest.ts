import "server-only";
import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { DigestQuery, DigestRow } from "@/lib/data/digest";
import { digestCuts, type DigestLine } from "@/lib/licensing/digest-views";
import { followUpCuts } from "@/lib/licensing/follow-up-views";
import { queueAddress } from "@/lib/licensing/queue-query";
import { stagesOf } from "@/lib/licensing/stages";
import type { Moment } from "@/lib/services/platform/clock";
import { runningFollowUps } from "@/lib/terms/follow-ups";
import { codesOf } from "@/lib/terms/option-map";
import { digestScope } from "./queue-scope";

const CAP = 200;

const taskCuts = ["overdue", "today", "next"] as const;

/** 今日提醒：等此人办的案件与本机构的后续任务里，逾期的、超承诺的、今日与下一个工作日到期的；没有的不说。现算，不存。这里是要数的；看不看得到由 openDesk 先判断。 */
export function digestQuery(clock: Pick<Moment, "today" | "calendar">, staff: StaffActor): DigestQuery {
  const follows = can(staff, "followUp.check", { officeCode: staff.officeCode });
  return { officeCode: staff.officeCode, ...digestScope(staff, clock), taskStates: follows ? runningFollowUps : [], cap: CAP };
}

/** 数出来的几样写成几行，各去按同样的条件筛选的列表。 */
export function digestLines({ cases, tasksOverdue, tasksToday, tasksNext }: DigestRow, { roles }: StaffActor): DigestLine[] {
  const mine = stagesOf(roles);
  const stage = mine.length === 1 ? mine[0] : undefined;
  const tasks = { overdue: tasksOverdue, today: tasksToday, next: tasksNext };
  const lines: DigestLine[] = [
    ...codesOf(digestCuts).map((cut) => ({ what: `案件${digestCuts[cut]}`, count: cases[cut], href: queueAddress({ stage, digest: cut }), urgent: cut === "overdue" || cut === "overPromised" })),
    ...taskCuts.map((cut) => ({ what: `后续任务${followUpCuts[cut]}`, count: tasks[cut], href: `/admin/follow-ups?cut=${cut}`, urgent: cut === "overdue" })),
  ];
  return lines.filter(({ count }) => count > 0);
}
