import type { Actor } from "@/lib/access/actor";
import { authorise, requireStaff } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { type Db, db, transaction } from "@/lib/data/client";
import { findHolder, insertHolderNotices } from "@/lib/data/holders";
import { findCaseStanding, takeCase } from "@/lib/data/review";
import { stagesOf, stages } from "@/lib/licensing/stages";
import { recordAudit } from "@/lib/services/audit/record-audit";
import type { HolderNoticeKind } from "@/lib/terms/queue";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

/** 接办须说明理由；不写即只领未领取的。 */
export interface ClaimCommand {
  applicationId: string;
  takeOverReason?: string;
}

/**
 * 领取：成为承办人。同时领的只有一个成功，另一个得知是谁、自何时。接办的理由进经过与审计，并告诉原来的承办人。
 * @throws Refusal conflict 已由别人承办；给出 takeOverReason 则从现在的承办人手里接办
 */
export async function claimCase(actor: Actor, { applicationId, takeOverReason }: ClaimCommand): Promise<void> {
  const staff = requireStaff(actor);
  const found = await findCaseStanding(db(), applicationId);
  if (!found?.submittedAt) throw notFound("这件申请");
  authorise(staff, "application.review", { officeCode: found.officeCode }, "这件申请");
  const states = stagesOf(staff.roles).flatMap((stage) => [...stages[stage].states]) as string[];
  if (!states.includes(found.state)) throw forbidden("这件申请现在不由您的岗位办理");
  if (found.holderId === staff.accountId) return;
  const reason = takeOverReason?.trim();
  await transaction(async (tx) => {
    const from = reason ? (found.holderId ?? undefined) : undefined;
    if (!(await takeCase(tx, applicationId, staff.accountId, states, from))) throw await alreadyHeld(tx, applicationId);
    if (from) {
      const kind: HolderNoticeKind = "takenOver";
      await insertHolderNotices(tx, [{ accountId: from, caseId: applicationId, kind, byName: staff.name, holderName: staff.name, reason: reason ?? "" }]);
    }
    await recordAudit(tx, { actor: staff, action: from ? "case.takeOver" : "case.claim", subject: "Case", subjectId: applicationId, detail: { from: from ?? null, reason: reason ?? null } });
  });
}

async function alreadyHeld(tx: Db, applicationId: string): Promise<Refusal> {
  const holder = await findHolder(tx, applicationId);
  return new Refusal("conflict", holder ? `本案已由${holder.name}于${shanghaiMoment(holder.since)}领取` : "本案状态已变，请刷新后再看");
}
