import { BatchSelected } from "@/components/review/BatchSelected";
import type { StaffActor } from "@/lib/access/actor";
import { batchByStage } from "@/lib/licensing/batch";
import { type StageCode, stages } from "@/lib/licensing/stages";
import { decideBatchAction, previewBatchAction } from "./batch-actions";

/** 此人在这一环节可以成批办的：形审批量受理，签发批量签发；别的环节要逐件写意见。 */
export function Batch({ actor, stage }: { actor: StaffActor; stage: StageCode | undefined }) {
  const batch = stage && batchByStage[stage];
  if (!stage || !batch || !actor.roles.includes(stages[stage].role)) return null;
  return <BatchSelected action={batch.action} label={batch.label} preview={previewBatchAction} decide={decideBatchAction} />;
}
