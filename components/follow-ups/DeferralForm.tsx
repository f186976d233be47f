"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { SlotItem } from "@/components/application/attachments/SlotItem";
import { uploadAttachment } from "@/components/application/attachments/upload-attachment";
import { isUnsent, lostAmong, useUploads } from "@/components/application/attachments/use-uploads";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { usePending } from "@/components/ui/use-pending";
import type { AttachedFile } from "@/lib/forms/answers";
import type { DeferredMaterial, FollowUpView } from "@/lib/licensing/follow-up-views";
import { followUpEvents } from "@/lib/terms/follow-ups";
import { SuppliedMaterials } from "./SuppliedMaterials";

export interface DeferralFormProps {
  view: FollowUpView;
  supply: Act<{ followUpId: string; revision: number }>;
  removeFile: Act<{ attachmentId: string }>;
}

const keyOf = ({ section, slot, rowId }: Pick<DeferredMaterial, "section" | "slot" | "rowId">): string => [section, slot, rowId].filter(Boolean).join("-");

const attachedIn = (view: FollowUpView): AttachedFile[] =>
  view.materials.flatMap(({ section, slot, rowId, files }) =>
    files.map(({ id, name, size = 0, mediaType = "" }) => ({ id, section, slot, name, size, mediaType, ...(rowId ? { row: rowId } : {}) })));

/** 补齐容缺材料：每一份都传上了才能【提交补齐材料】；提交之后只读。 */
export function DeferralForm({ view, supply, removeFile }: DeferralFormProps) {
  if (view.state !== "open" || view.overdue) return <SuppliedMaterials view={view} />;
  return <OpenDeferral view={view} supply={supply} removeFile={removeFile} />;
}

function OpenDeferral({ view, supply, removeFile }: DeferralFormProps) {
  const router = useRouter();
  const [files, setFiles] = useState(() => attachedIn(view));
  const [failure, setFailure] = useState<string>();
  const [confirming, setConfirming] = useState(false);
  const [pending, during] = usePending();
  const [sending, whileSending] = usePending();
  const [stopped, setStopped] = useState(false);
  const uploads = useUploads(view.applicationId, uploadAttachment, (file, replaces) => {
    setFiles((before) => [...before, file]);
    if (replaces) void drop(replaces);
  });
  const at = (material: DeferredMaterial) => files.filter((file) => file.section === material.section && file.slot === material.slot && file.row === material.rowId);
  const lacking = view.materials.filter((material) => at(material).length === 0).length;
  const lost = stopped ? lostAmong(uploads.pending) : undefined;
  const guard = useLeaveGuard(uploads.pending.some(isUnsent));
  const blocked = sending ? "正在上传" : lacking > 0 ? `还有 ${lacking} 份没有上传` : undefined;

  async function drop(attachmentId: string) {
    const reply = await ask(removeFile, { attachmentId });
    if (reply.ok) setFiles((before) => before.filter((file) => file.id !== attachmentId));
    setFailure(reply.ok ? undefined : reply.message);
  }

  /** 选好、正在传的都传上了才问要不要提交。 */
  async function check() {
    const sent = await whileSending(uploads.finish());
    setStopped(!sent);
    setConfirming(sent);
  }

  async function submit() {
    const reply = await during(ask(supply, { followUpId: view.id, revision: view.revision }));
    setConfirming(false);
    setFailure(reply.ok ? undefined : reply.message);
    if (reply.ok) router.refresh();
  }

  return (
    <Panel title={`要补的材料 ${view.materials.length} 份`} id="materials">
      <LeaveQuestion guard={guard} />
      <div className="stack">
        {lost && <Message tone="bad" announce>“{lost.file.name}”没有传成，材料还没有提交。</Message>}
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <ul className="slots">
          {view.materials.map((material) => (
            <SlotItem
              key={keyOf(material)} id={keyOf(material)} slot={{ label: material.label }} required files={at(material)} uploads={uploads} onRemove={({ id }) => void drop(id)}
              place={{ section: material.section, slot: material.slot, ...(material.rowId ? { row: material.rowId } : {}) }}
            />
          ))}
        </ul>
        <div className="btns">
          <Button kind="primary" onClick={() => void check()} blocked={blocked}>
            {followUpEvents.deferralSupplied}
          </Button>
          {lacking > 0 && <span className="soft">还有 {lacking} 份没有上传</span>}
        </div>
      </div>
      <ConfirmDialog open={confirming} onClose={() => setConfirming(false)} title={followUpEvents.deferralSupplied} confirmLabel="提交" onConfirm={() => void submit()} pending={pending}>
        提交后不能再改，由受理岗核对；不齐而期限未到的会退回再补。确定提交吗？
      </ConfirmDialog>
    </Panel>
  );
}
