import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { notFound } from "@/lib/access/refusal";
import { transaction } from "@/lib/data/client";
import { findCaseStanding } from "@/lib/data/review";
import { findRoundWithPrevious } from "@/lib/data/submissions";
import { findLine, placeText } from "@/lib/licensing/remark-place";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { summaryIn } from "./snapshot";

export interface RevealCommand {
  applicationId: string;
  sectionKey: string;
  rowId?: string;
  field: string;
  /** 在看从前的一轮时，是第几轮；不写的是最近一轮。 */
  round?: number | undefined;
}

/** 显示完整号码：看一次记一次审计（记位置，不记号码）。 */
export async function revealNumber(actor: Actor, { applicationId, round, ...place }: RevealCommand): Promise<string> {
  const staff = requireStaff(actor);
  return transaction(async (tx) => {
    const found = await findCaseStanding(tx, applicationId);
    if (!found?.submittedAt) throw notFound("这件申请");
    authorise(staff, "application.read", { officeCode: found.officeCode }, "这件申请");
    const [shown] = await findRoundWithPrevious(tx, applicationId, round);
    if (!shown) throw notFound("这一次提交");
    const summary = summaryIn(shown.summary);
    const line = findLine(summary, place);
    if (!line?.mask) throw notFound("这个号码");
    await recordAudit(tx, { actor: staff, action: "number.reveal", subject: "Case", subjectId: applicationId, detail: { place: placeText(summary, place) ?? "" } });
    return line.text;
  });
}
