"use client";

import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { fullMomentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { TextInput } from "@/components/ui/TextInput";
import { anchorText } from "@/lib/audit/anchor";
import type { AuditFault, ChainState, Verification } from "@/lib/audit/views";
import { auditFaults } from "@/lib/terms/audit";

type Verify = Act<{ after?: number; anchor?: string }, Verification>;

type Outcome = { state: "working"; checked: number } | { state: "done"; checked: number; result: Verification } | { state: "failed"; message: string };

/** 散列链：链首抄在别处，日后对得出；【校验】从第一环逐条重算。 */
export function ChainPanel({ chain: { head, sealedAt, waiting }, verify }: { chain: ChainState; verify: Verify }) {
  const [anchor, setAnchor] = useState("");
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<string>();

  async function run() {
    setError(undefined);
    let checked = 0;
    for (let after: number | undefined; ; ) {
      setOutcome({ state: "working", checked });
      const reply = await ask(verify, after === undefined ? { anchor } : { after });
      if (!reply.ok) {
        setError(reply.fields.anchor);
        return setOutcome(reply.fields.anchor ? undefined : { state: "failed", message: reply.message });
      }
      checked += reply.value.checked;
      if (reply.value.next === undefined) return setOutcome({ state: "done", checked, result: reply.value });
      after = reply.value.next;
    }
  }

  const working = outcome?.state === "working";
  return (
    <Panel title="散列链" id="audit-chain">
      <TermList
        fold
        items={[
          { term: "已封存", value: `${head?.seq ?? 0} 条${sealedAt ? `，最近 ${fullMomentOf(sealedAt)}` : ""}` },
          { term: "待封存", value: `${waiting} 条` },
          { term: "链首", value: head ? <code className="break-all">{anchorText(head)}</code> : "还没有" },
        ]}
      />
      <p className="soft small mt">请定期把链首抄在本系统之外（短横后至少十六位）。链若被整条换过，抄下的就对不上。</p>
      <FieldFrame className="mt" id="audit-anchor" label="抄下的链首" optional error={error} help="填了的，校验时一并核对">
        {(control) => <TextInput {...control} value={anchor} onChange={(event) => setAnchor(event.target.value)} maxLength={120} autoComplete="off" spellCheck={false} />}
      </FieldFrame>
      <div className="btns mt">
        <Button kind="primary" onClick={run} blocked={working ? "正在校验" : undefined}>校验</Button>
      </div>
      <div role="status" className="mt">{outcome && <OutcomeText outcome={outcome} />}</div>
    </Panel>
  );
}

function OutcomeText({ outcome }: { outcome: Outcome }) {
  if (outcome.state === "working") return <p>正在校验，已校验 {outcome.checked} 条……</p>;
  if (outcome.state === "failed") return <Message tone="bad">{outcome.message}</Message>;
  const { checked, result } = outcome;
  if (result.fault) return <FaultText fault={result.fault} checked={checked} />;
  return (
    <Message tone="good" title="审计完整">
      {checked} 条逐条校验无误，链首 <code className="break-all">{anchorText(result.head)}</code>；另有 {result.waiting} 条等待封存。
    </Message>
  );
}

function FaultText({ fault: { kind, seq, entryId }, checked }: { fault: AuditFault; checked: number }) {
  return (
    <Message tone="bad" title="审计被改动过">
      {seq === undefined ? "" : `第 ${seq} 环：`}{auditFaults[kind]}。{entryId && <>审计标识 <code className="break-all">{entryId}</code>。</>}此前 {checked} 条校验无误。
    </Message>
  );
}
