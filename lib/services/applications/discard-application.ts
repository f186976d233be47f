import * as z from "zod";
import type { Actor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { notFound, Refusal } from "@/lib/access/refusal";
import { lockApplicationRecord } from "@/lib/data/applications";
import { transaction } from "@/lib/data/client";
import { releaseClaims } from "@/lib/data/engagements";
import { advanceCase, insertCaseEvent } from "@/lib/data/review";
import { noClock } from "@/lib/licensing/case-clock";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { closeCaseTodos, tellPartiesOfEnd } from "@/lib/services/communication/notify";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { findTransition } from "@/lib/workflow/transition";

export const DiscardApplicationInput = z.object({ applicationId: z.uuid(), idempotencyKey: z.uuid() });
export type DiscardApplicationInput = z.infer<typeof DiscardApplicationInput>;

/**
 * 申请废弃：草稿与待补正可以；占用的电工释放，待办关闭，腾出重新申请的位置（decisions 15）；分立、合并的另一方得知。
 * @throws Refusal conflict 已提交的不能废弃
 */
export async function discardApplication(actor: Actor, input: DiscardApplicationInput): Promise<{ number: string }> {
  const enterprise = requireEnterprise(actor);
  return transaction((tx) =>
    withIdempotency(tx, { key: input.idempotencyKey, accountId: enterprise.accountId, action: "discard", subject: input.applicationId }, async () => {
      const record = await lockApplicationRecord(tx, input.applicationId);
      if (!record) throw notFound("这份申请");
      authorise(actor, "application.edit", { enterpriseId: record.enterpriseId }, "这份申请");
      const transition = findTransition(licensingWorkflow, record.state as ApplicationStateCode, "discard");
      if (!transition) throw new Refusal("conflict", "已提交或已办结的申请不能废弃");
      await advanceCase(tx, { id: record.caseId, state: record.state, revision: record.revision }, { state: transition.to, openKey: null, holderId: null, ...noClock });
      await releaseClaims(tx, record.caseId);
      await closeCaseTodos(tx, record.caseId);
      await tellPartiesOfEnd(tx, record.caseId);
      await insertCaseEvent(tx, {
        caseId: record.caseId, action: transition.action, fromState: record.state, toState: transition.to,
        actorId: enterprise.accountId, actorName: enterprise.name, actorRole: "enterprise",
      });
      await recordAudit(tx, { actor, action: "case.discard", subject: "Case", subjectId: record.caseId });
      return { number: record.number };
    }),
  );
}
