"use client";

import { useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button, ButtonLink } from "@/components/ui/Button";
import { RadioSet } from "@/components/ui/Choices";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { EmptyState } from "@/components/ui/EmptyState";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { TextArea } from "@/components/ui/TextInput";
import { terminationReason } from "@/lib/licensing/termination";
import type { TerminableRow } from "@/lib/licensing/views";
import { businesses } from "@/lib/terms/businesses";
import { newId } from "@/components/ui/new-id";
import { usePending } from "@/components/ui/use-pending";
import type { Outcome } from "./types";
import { notSent } from "./not-sent";

export interface TerminationFormProps {
  enterpriseName: string;
  rows: readonly TerminableRow[];
  /** 从某份申请过来的，先选中它。 */
  chosen?: string;
  /** 流程表里终止之前要说的话。 */
  warning: string;
  terminate: (command: { applicationId: string; reason: string; idempotencyKey: string }) => Promise<Outcome<{ number: string }>>;
}

interface Fault {
  field: "target" | "reason";
  text: string;
}

const { least, most } = terminationReason;

/** 业务办理终止申请：选一件在办的申请，写明原因，问过之后终止。 */
export function TerminationForm({ enterpriseName, rows, chosen, warning, terminate }: TerminationFormProps) {
  const [target, setTarget] = useState(rows.find((row) => row.applicationId === chosen)?.applicationId ?? "");
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<Fault[]>([]);
  const [asking, ask] = useState(false);
  const [pending, during] = usePending();
  const [failure, setFailure] = useState<string>();
  const [done, setDone] = useState<string>();
  const [idempotencyKey, renewKey] = useState(newId);
  const row = rows.find((one) => one.applicationId === target);
  const errorAt = (field: Fault["field"]): string | undefined => faults.find((fault) => fault.field === field)?.text;

  function review() {
    const found = faultsIn(target, reason);
    setFaults(found);
    ask(found.length === 0);
  }

  async function run() {
    const outcome = await during(terminate({ applicationId: target, reason: reason.trim(), idempotencyKey }).then(heedSessionEnd).catch(() => undefined));
    ask(false);
    if (outcome?.ok) return setDone(outcome.value.number);
    setFailure(outcome?.message ?? `${notSent}；不会重复终止`);
    if (outcome) renewKey(newId());
  }

  if (done) return <Ended number={done} applicationId={target} />;
  if (rows.length === 0) {
    return (
      <Panel title="选择要终止申请的企业" flush>
        <EmptyState actions={<ButtonLink href="/applications">查看全部申请</ButtonLink>}>现在没有已提交、尚未作出决定的申请；还没提交的草稿可以在申请里直接废弃。</EmptyState>
      </Panel>
    );
  }
  return (
    <form className="stack" noValidate aria-label={businesses.termination} onSubmit={(event) => {
      event.preventDefault();
      review();
    }}>
      <ErrorSummary issues={faults.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      {failure && <Message tone="bad" announce title="没有终止。">{failure}</Message>}
      <Panel title="选择要终止申请的企业" aside={<span className="soft small">终止后流程结束，不能恢复</span>}>
        <FieldGroup>
          <FieldFrame id="target" label={`${enterpriseName}在办的申请`} required group="radio" full error={errorAt("target")}>
            <RadioSet name="target" value={target} onChange={(event) => setTarget(event.target.value)}
              options={rows.map(({ applicationId, label, number, stateWord }) => ({ value: applicationId, label: `${label} ${number}（${stateWord}）` }))} />
          </FieldFrame>
          <FieldFrame id="reason" label="终止原因" required full help={`${least} 至 ${most} 字`} error={errorAt("reason")}>
            {(control) => <TextArea {...control} name="reason" rows={4} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </FieldFrame>
        </FieldGroup>
        <p className="btns mt">
          <Button type="submit" kind="danger">终止申请</Button>
          <ButtonLink href="/applications">取消</ButtonLink>
        </p>
      </Panel>
      <ConfirmDialog open={asking} onClose={() => ask(false)} title="终止申请？" confirmLabel="确定终止" dangerous pending={pending} onConfirm={() => void run()}>
        <p>{row && `${enterpriseName}：${row.label} ${row.number}（${row.stateWord}）`}</p>
        <p>{warning}</p>
      </ConfirmDialog>
    </form>
  );
}

function faultsIn(target: string, reason: string): Fault[] {
  const length = [...reason.trim()].length;
  return [
    ...(target === "" ? [{ field: "target" as const, text: "请选择要终止的申请" }] : []),
    ...(length < least ? [{ field: "reason" as const, text: `请写明终止原因，至少 ${least} 个字` }] : []),
    ...(length > most ? [{ field: "reason" as const, text: `终止原因请不超过 ${most} 个字` }] : []),
  ];
}

function Ended({ number, applicationId }: { number: string; applicationId: string }) {
  return (
    <Message tone="good" announce title={`${number} 已终止，流程结束。`}
      actions={
        <>
          <ButtonLink href={`/applications/${applicationId}/history`}>查看办理经过</ButtonLink>
          <ButtonLink href={`/evaluations/${applicationId}`}>评价这次服务</ButtonLink>
          <ButtonLink href="/home">返回首页</ButtonLink>
        </>
      }>
      内容留在申请记录里，以后可以重新申请。
    </Message>
  );
}
