import { notFound, Refusal } from "@/lib/access/refusal";
import type { Db } from "@/lib/data/client";
import { type FollowUpRecord, lockFollowUp, updateFollowUp } from "@/lib/data/follow-ups";
import { insertCaseEvent } from "@/lib/data/review";
import type { Actor } from "@/lib/access/actor";
import { recordAudit } from "@/lib/services/audit/record-audit";
import type { FollowUpEvent } from "@/lib/terms/follow-ups";

const WHAT = "这件任务";

/** 锁住一件任务；没有、或种类不对的答没有找到。 */
export async function lockTask(tx: Db, followUpId: string, kinds: readonly string[]): Promise<FollowUpRecord> {
  const record = await lockFollowUp(tx, followUpId);
  if (!record || !kinds.includes(record.kind)) throw notFound(WHAT);
  return record;
}

export const stale = (): Refusal => new Refusal("conflict", "这件任务刚被别人办过，请刷新后再看");

/** 改任务，并留下审计；别人先改了的不办。 */
export async function settleTask(tx: Db, actor: Actor, record: FollowUpRecord, action: string, data: Parameters<typeof updateFollowUp>[2]): Promise<void> {
  if (!(await updateFollowUp(tx, record, data))) throw stale();
  await recordAudit(tx, { actor, action, subject: "FollowUp", subjectId: record.id, detail: { caseId: record.caseId, kind: record.kind, from: record.state, to: String(data.state ?? record.state) } });
}

/** 案件经过里的一步：不改案件的状态。 */
export async function noteOnCase(tx: Db, actor: Actor, record: FollowUpRecord, action: FollowUpEvent, role: string, note: string): Promise<void> {
  await insertCaseEvent(tx, {
    caseId: record.caseId, action, fromState: record.caseState, toState: record.caseState,
    actorId: actor.kind === "enterprise" || actor.kind === "staff" ? actor.accountId : null,
    actorName: actor.kind === "public" ? "" : actor.name, actorRole: role, note,
  });
}
