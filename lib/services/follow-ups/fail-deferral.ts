import type { StaffActor, SystemActor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { closeTodos } from "@/lib/data/communication";
import { insertRestriction } from "@/lib/data/credit";
import { type FollowUpRecord, updateFollowUp } from "@/lib/data/follow-ups";
import { lockCaseForDecision } from "@/lib/data/review";
import { deferralBarUntil, overdueDeferral } from "@/lib/licensing/follow-ups";
import { licensingWorkflow } from "@/lib/licensing/workflow";
import { endCase } from "@/lib/services/applications/end-case";
import { recordAudit } from "@/lib/services/audit/record-audit";
import type { ApplicationStateCode } from "@/lib/terms/states";
import { formatChineseDate } from "@/lib/workflow/iso-date";

/**
 * 逾期没有补齐：案件不予许可（理由、依据、通知、电工释放），并自期限起二十四个月不得再容缺受理。
 * 案件已有别的结局的，任务取消。返回是否不予许可。
 */
export async function failDeferral(tx: Db, doer: StaffActor | SystemActor, record: FollowUpRecord): Promise<boolean> {
  const found = await lockCaseForDecision(tx, record.caseId);
  const transition = licensingWorkflow.find((row) => row.action === "refuseDeferral" && row.from.includes(found?.state as ApplicationStateCode));
  await closeTodos(tx, record.caseId, ["deferredMaterial"]);
  const settled = await updateFollowUp(tx, record, { state: transition ? "failed" : "cancelled", result: transition ? overdueDeferral.reason : null, closedAt: found?.lockedAt ?? null });
  if (!settled) throw new Refusal("conflict", "这件任务刚被别人办过，请刷新后再看");
  if (!transition || !found) return false;
  const { reason, article } = overdueDeferral;
  const by = doer.kind === "staff" ? { id: doer.accountId, name: doer.name, role: doer.roles[0] ?? "" } : { id: null, name: doer.name, role: "system" };
  await endCase(tx, found, transition, { by, reason, article, note: `理由：${reason}；依据：${article}` });
  await bar(tx, record);
  await recordAudit(tx, { actor: doer, action: `case.${transition.action}`, subject: "Case", subjectId: found.id, detail: { from: found.state, to: transition.to, followUp: record.id } });
  return true;
}

async function bar(tx: Db, { enterpriseId, caseId, number, dueOn }: FollowUpRecord): Promise<void> {
  await insertRestriction(tx, {
    enterpriseId, caseId, kind: "deferral", fromOn: dueOn, untilOn: deferralBarUntil(dueOn),
    reason: `${number} 申请容缺受理，但未在${formatChineseDate(dueOn)}前提交容缺材料`,
  });
}
