import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { Refusal } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { faultsInRecord, SiteVisitFindings } from "@/lib/licensing/site-visits";
import { moment } from "@/lib/services/platform/clock";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { changedMeanwhile, lockOpenVisit, noteVisit, requireOfficial, settleVisit } from "./lock-visit";

export const SiteVisitRecordInput = z.object({
  visitId: z.uuid(),
  /** 页面上的记录是何时写的；还没有写过为空。中间添照片不碍事，别人改了记录则不存。 */
  basedOn: z.string().max(40),
  // 缺的由 faultsInRecord 连同各项一次说全
  visitedOn: z.string().trim().max(40),
  findings: SiteVisitFindings.max(20),
  attendee: z.string().trim().max(100, "请不超过100字"),
  summary: z.string().trim().max(2000, "说明请不超过2000字"),
});
export type SiteVisitRecordInput = z.infer<typeof SiteVisitRecordInput>;

/**
 * 写下或修改核查记录：核查人员之一写，各项都要有结论；改了的，已有的签字作废。
 * @throws Refusal forbidden 不是核查人员；conflict 别人刚改过、已结束；invalid 缺结论或情况
 */
export async function recordSiteVisit(actor: Actor, { visitId, basedOn, visitedOn, findings, attendee, summary }: SiteVisitRecordInput): Promise<{ recordedAt: string }> {
  const staff = requireStaff(actor);
  authorise(staff, "siteVisit.record");
  return transaction(async (tx) => {
    const visit = await lockOpenVisit(tx, staff, visitId, "siteVisit.record");
    requireOfficial(staff, visit);
    if ((visit.recordedAt?.toISOString() ?? "") !== basedOn) throw changedMeanwhile();
    const { now, today } = await moment(tx);
    const fields = faultsInRecord({ visitedOn, attendee, findings }, shanghaiDate(visit.orderedAt), today);
    const [first] = Object.values(fields);
    if (first) throw new Refusal("invalid", first, { fields });
    const record = { visitedOn, findings, attendee, summary, recordedByName: staff.name, recordedAt: now };
    await settleVisit(tx, staff, visit, "siteVisit.record", { ...record, state: "recorded" }, { resign: true });
    if (visit.state === "planned") await noteVisit(tx, staff, visit.case, "siteVisitRecorded", null);
    return { recordedAt: now.toISOString() };
  });
}
