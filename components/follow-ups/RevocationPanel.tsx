"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { fullMomentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { TextArea } from "@/components/ui/TextInput";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { usePending } from "@/components/ui/use-pending";
import type { FollowUpView, RevocationView } from "@/lib/licensing/follow-up-views";
import type { RevocationAction } from "@/lib/licensing/revocation";

type Decision = Exclude<RevocationAction, "propose">;

export interface RevocationPanelProps {
  view: Pick<FollowUpView, "id" | "revision">;
  revocation: RevocationView;
  decide: Act<{ followUpId: string; revision: number; action: Decision; note: string }>;
}

/** 提出的撤销：谁、为什么；由提出的人以外的签发岗确认或者退回。 */
export function RevocationPanel({ view, revocation, decide }: RevocationPanelProps) {
  const { state, stateWord, reason, article, proposedBy, proposedAt, hearing, decidedBy, decidedAt, note, actions } = revocation;
  const facts = [
    { term: "提出", value: `${proposedBy}，${fullMomentOf(proposedAt)}` },
    { term: "理由", value: reason },
    { term: "依据", value: article },
    { term: "听证", value: hearing },
    { term: "结果", value: decidedBy ? `${stateWord}：${decidedBy}，${fullMomentOf(decidedAt)}` : stateWord },
    ...(note ? [{ term: "说明", value: note }] : []),
  ];
  return (
    <Panel title="拟撤销许可" id="revocation">
      <div className="stack">
        <TermList items={facts} />
        {state === "pending" && actions.length === 0 && <Message>由签发岗确认之后才生效。</Message>}
        {state === "pending" && actions.length > 0 && <Decide view={view} actions={actions} decide={decide} />}
      </div>
    </Panel>
  );
}

function Decide({ view, actions, decide }: Pick<RevocationPanelProps, "view" | "decide"> & Pick<RevocationView, "actions">) {
  const router = useRouter();
  const [note, setNote] = useState("");
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [asking, setAsking] = useState<{ action: Decision; label: string; text: string }>();
  const [pending, during] = usePending();
  const guard = useLeaveGuard(note.trim() !== "");

  async function run(action: Decision) {
    const reply = await during(ask(decide, { followUpId: view.id, revision: view.revision, action, note: note.trim() }));
    setAsking(undefined);
    setFault(reply.ok ? undefined : reply.fields.note);
    setFailure(reply.ok || reply.fields.note ? undefined : reply.message);
    if (!reply.ok) return;
    setNote("");
    router.refresh();
  }

  return (
    <>
      <LeaveQuestion guard={guard} />
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <FieldFrame id="revocation-note" label="说明" full help="不撤销的，写明为什么；听证的期限未满而确认的，写明企业已书面放弃或者听证已经结束。只给内网看" error={fault}>
        {(control) => <TextArea {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </FieldFrame>
      <div className="btns">
        {actions.map(({ action, label, tone, confirm, blockedBy }) => (
          <Button key={action} kind={tone} blocked={blockedBy ?? (pending ? "正在办理" : undefined)}
            onClick={() => (action === "propose" ? undefined : confirm ? setAsking({ action, label, text: confirm }) : void run(action))}>
            {label}
          </Button>
        ))}
      </div>
      {actions[0]?.blockedBy && <p className="soft">{actions[0].blockedBy}</p>}
      <ConfirmDialog open={asking !== undefined} onClose={() => setAsking(undefined)} title={asking?.label ?? ""} confirmLabel={asking?.label ?? ""} dangerous pending={pending}
        onConfirm={() => void (asking && run(asking.action))}>
        {asking?.text}
      </ConfirmDialog>
    </>
  );
}
