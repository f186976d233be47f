import * as z from "zod";
import type { Actor, EnterpriseActor } from "@/lib/access/actor";
import { authorise, requireEnterprise } from "@/lib/access/can";
import { forbidden, notFound, Refusal } from "@/lib/access/refusal";
import { listRunning } from "@/lib/data/business-facts";
import { db, transaction } from "@/lib/data/client";
import { type LockedCase, lockCaseForDecision } from "@/lib/data/review";
import { terminationReason } from "@/lib/licensing/termination";
import type { TerminableRow } from "@/lib/licensing/views";
import { licensingWorkflow, type LicensingTransition } from "@/lib/licensing/workflow";
import { recordAudit } from "@/lib/services/audit/record-audit";
import { withIdempotency } from "@/lib/services/platform/idempotency";
import { businesses } from "@/lib/terms/businesses";
import { wordOf } from "@/lib/terms/option-map";
import { applicationStates, type ApplicationStateCode } from "@/lib/terms/states";
import { findTransition } from "@/lib/workflow/transition";
import { endCase } from "./end-case";

export const TerminateApplicationInput = z.object({
  applicationId: z.uuid(),
  reason: z.string().trim().min(terminationReason.least, `终止原因请至少写${terminationReason.least}个字`).max(terminationReason.most, `终止原因请不超过${terminationReason.most}字`),
  idempotencyKey: z.uuid(),
});
export type TerminateApplicationInput = z.infer<typeof TerminateApplicationInput>;

/** 可以终止的：本企业已提交、还没有作出决定的申请。 */
export async function listTerminable(actor: Actor): Promise<TerminableRow[]> {
  const { enterpriseId } = requireEnterprise(actor);
  authorise(actor, "application.read", { enterpriseId });
  const rows = await listRunning(db(), [enterpriseId]);
  return rows
    .filter(({ state }) => findTransition(licensingWorkflow, state as ApplicationStateCode, "terminate"))
    .map(({ caseId, number, business, state }) => ({ applicationId: caseId, number, label: wordOf(businesses, business), stateWord: wordOf(applicationStates, state) }));
}

/**
 * 业务办理终止：流程随即结束，电工释放，留在历史里，请企业评价（L-4.10）。与签发同时来时，先锁住案件的一个办成。
 * @throws Refusal conflict 还没提交，或已经作出决定；forbidden 填报人不能终止
 */
export async function terminateApplication(actor: Actor, input: TerminateApplicationInput): Promise<{ number: string }> {
  const enterprise = requireEnterprise(actor);
  return transaction((tx) =>
    withIdempotency(tx, { key: input.idempotencyKey, accountId: enterprise.accountId, action: "terminate", subject: input.applicationId }, async () => {
      const found = await lockCaseForDecision(tx, input.applicationId);
      if (!found?.application) throw notFound("这份申请");
      authorise(actor, "application.submit", { enterpriseId: found.enterpriseId }, "这份申请");
      const transition = permitted(found, enterprise);
      await endCase(tx, found, transition, {
        by: { id: enterprise.accountId, name: enterprise.name, role: "enterprise" }, reason: input.reason, note: `终止原因：${input.reason}`,
      });
      await recordAudit(tx, { actor, action: "case.terminate", subject: "Case", subjectId: found.id, detail: { from: found.state } });
      return { number: found.number };
    }),
  );
}

function permitted(found: LockedCase, { roles }: EnterpriseActor): LicensingTransition {
  const transition = findTransition(licensingWorkflow, found.state as ApplicationStateCode, "terminate");
  if (found.state === ("terminated" satisfies ApplicationStateCode)) throw new Refusal("conflict", "这份申请已经终止，不用再办");
  if (!transition) throw new Refusal("conflict", found.submittedAt ? "这份申请已经作出决定，不能终止" : "还没有提交的申请不用终止，可以直接废弃");
  if (!transition.roles.some((role) => (roles as readonly string[]).includes(role))) throw forbidden("您的账号不能终止申请，请由企业管理员或提交人办理");
  return transition;
}
