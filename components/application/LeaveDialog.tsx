"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { SaveResult } from "./use-section-draft";

/** 离开有未保存内容的页签：保存并切换、放弃修改、留在本页。 */
export function LeaveDialog({
  name,
  uploading,
  onStay,
  onDiscard,
  onSave,
  onLeave,
}: {
  name: string;
  /** 还没传上的文件数。 */
  uploading: number;
  onStay: () => void;
  onDiscard: () => void;
  onSave: () => Promise<SaveResult>;
  onLeave: () => void;
}) {
  const [saving, setSaving] = useState(false);

  async function saveAndLeave() {
    setSaving(true);
    const result = await onSave();
    setSaving(false);
    if (result === "saved") onLeave();
    else onStay();
  }

  function discard() {
    onDiscard();
    onLeave();
  }

  return (
    <ConfirmDialog
      open
      onClose={onStay}
      title="离开这一页？"
      cancelLabel="留在本页"
      middle={
        <Button kind="danger" onClick={discard} blocked={saving ? "正在保存" : undefined}>
          放弃修改
        </Button>
      }
      confirmLabel="保存并切换"
      onConfirm={() => void saveAndLeave()}
      pending={saving}
    >
      {uploading > 0 ? `“${name}”还有 ${uploading} 个文件没有传完，离开后要重新上传。` : `“${name}”有未保存的修改。`}
    </ConfirmDialog>
  );
}
