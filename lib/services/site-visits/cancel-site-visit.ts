import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { transaction } from "@/lib/data/client";
import { insertMessage } from "@/lib/data/communication";
import { ToldReason } from "@/lib/forms/written-text";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { lockOpenVisit, noteVisit, resumeClock, settleVisit } from "./lock-visit";

export const SiteVisitCancellation = z.object({
  visitId: z.uuid(),
  revision: z.int().positive(),
  reason: ToldReason(500),
});
export type SiteVisitCancellation = z.infer<typeof SiteVisitCancellation>;

/** 取消一次还没有结束的核查：企业得知，停了的表复表。 */
export async function cancelSiteVisit(actor: Actor, { visitId, revision, reason }: SiteVisitCancellation): Promise<void> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.order");
  await transaction(async (tx) => {
    const visit = await lockOpenVisit(tx, staff, visitId, "siteVisit.order");
    await settleVisit(tx, staff, { ...visit, revision }, "siteVisit.cancel", { state: "cancelled", cancelReason: reason });
    await resumeClock(tx, visit);
    await noteVisit(tx, staff, visit.case, "siteVisitCancelled", `理由：${reason}`);
    const { number, enterpriseId, office, id } = visit.case;
    await insertMessage(tx, {
      enterpriseId, caseId: id, href: `/applications/${id}`, title: "现场核查已取消",
      body: `${office.name}取消了对 ${number} 定于${formatChineseDate(visit.plannedOn)}的现场核查。理由：${reason}。`,
    });
  });
}
