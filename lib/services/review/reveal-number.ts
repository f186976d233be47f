import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { findCaseStanding, findLastSummary } from "@/lib/data/review";
import { findLine, placeText } from "@/lib/licensing/remark-place";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { summaryIn } from "./snapshot";

export interface RevealCommand {
  applicationId: string;
  sectionKey: string;
  rowId?: string;
  field: string;
}

/** 显示完整号码：看一次记一次审计（记位置，不记号码）。 */
export async function revealNumber(actor: Actor, { applicationId, ...place }: RevealCommand): Promise<string> {
  const staff = requireStaff(actor);
  return transaction(async (tx) => {
    const found = await findCaseStanding(tx, applicationId);
    if (!found?.submittedAt) throw notFound("这件申请");
    authorise(staff, "application.read", { officeCode: found.officeCode }, "这件申请");
    const summary = summaryIn(await findLastSummary(tx, applicationId));
    const line = findLine(summary, place);
    if (!line?.mask) throw notFound("这个号码");
    await recordAudit(tx, { actor: staff, action: "number.reveal", subject: "Case", subjectId: applicationId, detail: { place: placeText(summary, place) ?? "" } });
    return line.text;
  });
}
