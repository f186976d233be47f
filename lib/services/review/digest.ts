import "server-only";
import type { Actor } from "@/lib/access/actor";
import { authorise, can, requireStaff } from "@/lib/access/can";
import { db } from "@/lib/data/client";
import { countDigest } from "@/lib/data/digest";
import type { DigestLine } from "@/lib/licensing/digest-views";
import { type StageCode, stages, stagesOf } from "@/lib/licensing/stages";
import { moment } from "@/lib/services/platform/clock";
import { runningFollowUps } from "@/lib/terms/follow-ups";
import { addWorkingDays } from "@/lib/workflow/calendar";

const CAP = 200;

/** 今日提醒：等此人办的案件与本机构的后续任务里，逾期的、今日与下一个工作日到期的；没有的不说。现算，不存。 */
export async function getDigest(actor: Actor): Promise<DigestLine[]> {
  const staff = requireStaff(actor);
  authorise(staff, "application.review", { officeCode: staff.officeCode });
  const mine = stagesOf(staff.roles);
  const { today, calendar } = await moment(db());
  const follows = can(staff, "followUp.check", { officeCode: staff.officeCode });
  const counted = await countDigest({
    officeCode: staff.officeCode, accountId: staff.accountId, states: mine.flatMap(countedStates), taskStates: follows ? runningFollowUps : [],
    today, next: addWorkingDays(today, 1, calendar), cap: CAP,
  });
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

/** 补正是企业在办，不算等此人办。 */
const countedStates = (stage: StageCode): readonly string[] => stages[stage].states.filter((state) => state !== "correction");
