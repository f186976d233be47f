"use client";

import type { BatchAction } from "@/lib/licensing/batch";
import { type BatchActions, BatchDecision } from "./BatchDecision";
import { useQueueSelection } from "./QueueSelection";

/** 选中的各件成批办理；没有选中的不出现。 */
export function BatchSelected({ action, label, ...actions }: BatchActions & { action: BatchAction; label: string }) {
  const selection = useQueueSelection();
  const ids = selection?.selected.map(({ id }) => id) ?? [];
  return <BatchDecision {...actions} action={action} label={label} applicationIds={ids} onDone={() => selection?.clear()} />;
}
