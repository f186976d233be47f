"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReasonDialog } from "@/components/account/ReasonDialog";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import { usePending } from "@/components/ui/use-pending";

export interface ClaimDecisionProps {
  claim: { id: string; enterpriseName: string; login: string; rivals: number };
  /** 不一致的各项，同意之前再说一遍。 */
  differing: readonly string[];
  approve: Act<{ id: string }, { login: string }>;
  reject: Act<{ id: string; reason: string }>;
}

/** 同意或不同意认领；不同意的须写明理由，申请人会收到。 */
export function ClaimDecision({ claim: { id, enterpriseName, login, rivals }, differing, approve, reject }: ClaimDecisionProps) {
  const router = useRouter();
  const [asking, setAsking] = useState<"approve" | "reject">();
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();

  async function open() {
    const reply = await during(ask(approve, { id }));
    setAsking(undefined);
    // 没有办成的不换页上的内容：换了，这句话就没有地方说
    if (!reply.ok) return setFailure(reply.message);
    setFailure(undefined);
    router.refresh();
  }

  return (
    <div className="stack">
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <div className="btns">
        <Button kind="primary" onClick={() => setAsking("approve")}>同意，开通账号</Button>
        <Button kind="danger" onClick={() => setAsking("reject")}>不同意</Button>
      </div>
      <ConfirmDialog open={asking === "approve"} onClose={() => setAsking(undefined)} title="开通这家企业的首个账号？" confirmLabel="开通" onConfirm={() => void open()} pending={pending}>
        <div className="stack">
          <p>账号 {login} 将成为{enterpriseName}的企业管理员，看得到它的许可证，可以办理业务、邀请同事。</p>
          {differing.length > 0 && <Message tone="warn" title={`有 ${differing.length} 项与登记着的不一致：`}>{differing.join("、")}</Message>}
          {rivals > 0 && <p>同一家企业另有 {rivals} 件待核实的申请，将一并退回。</p>}
        </div>
      </ConfirmDialog>
      {asking === "reject" && (
        <ReasonDialog title="不同意认领" verb="退回" field={{ id: "claim-reason", label: "理由", rows: 3 }}
          act={(reason) => ask(reject, { id, reason })} onClose={() => setAsking(undefined)} onDone={() => { setAsking(undefined); router.refresh(); }}>
          <p>申请人会收到写明理由的短信，可以更正后重新注册。</p>
        </ReasonDialog>
      )}
    </div>
  );
}
