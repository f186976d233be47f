import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { signVisit } from "@/lib/data/site-visits";
import { completesRecord } from "@/lib/licensing/site-visits";
import { moment } from "@/lib/services/platform/clock";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { auditVisit, changedMeanwhile, lockOpenVisit, noteVisit, requireOfficial, resumeClock, settleVisit } from "./lock-visit";

export interface SiteVisitSignature {
  visitId: string;
  /** 签的是哪一版记录。 */
  revision: number;
}

/**
 * 核查人员以自己的账号在记录上签字；最后一位签完，核查完成、停了的表复表。两人同时签也只完成一次。
 * @throws Refusal forbidden 不是核查人员；conflict 记录还没有写、刚被改过、已结束
 */
export async function signSiteVisit(actor: Actor, { visitId, revision }: SiteVisitSignature): Promise<{ closed: boolean }> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.record");
  return transaction(async (tx) => {
    const visit = await lockOpenVisit(tx, staff, visitId, "siteVisit.record");
    requireOfficial(staff, visit);
    if (visit.state !== "recorded") throw new Refusal("conflict", "核查记录还没有写，写好之后再签字");
    if (visit.revision !== revision) throw changedMeanwhile();
    if (await signVisit(tx, visit.id, staff.accountId)) {
      await auditVisit(tx, staff, visit, "siteVisit.sign");
      await noteVisit(tx, staff, visit.case, "siteVisitSigned", null);
    }
    if (!completesRecord(visit.officials, staff.accountId)) return { closed: false };
    await settleVisit(tx, staff, visit, "siteVisit.close", { state: "closed", closedAt: (await moment(tx)).now });
    await resumeClock(tx, visit);
    await noteVisit(tx, staff, visit.case, "siteVisitClosed", visit.visitedOn && `${formatChineseDate(visit.visitedOn)}到${visit.place}核查，记录已由${visit.officials.map(({ name }) => name).join("、")}签字`);
    return { closed: true };
  });
}
