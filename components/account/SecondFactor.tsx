"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { Enrolment, type EnrolmentActs } from "./Enrolment";
import { ProveDialog, type Proof } from "./ProveDialog";
import { RecoveryCodes } from "./RecoveryCodes";
import { type Act, ask } from "./reply";

export interface SecondFactorProps extends EnrolmentActs {
  /** 从什么时候起用着，「2026年11月22日」；没有设置的没有。 */
  since?: string;
  recoveryLeft: number;
  required: boolean;
  remove: Act<Proof>;
  renew: Act<Proof, { recoveryCodes: string[] }>;
}

/** 自己的动态口令：设置、停用、换恢复码。 */
export function SecondFactor({ since, recoveryLeft, required, remove, renew, ...enrolment }: SecondFactorProps) {
  const router = useRouter();
  const [step, setStep] = useState<"remove" | "renew">();
  const [codes, setCodes] = useState<readonly string[]>();
  const [done, setDone] = useState<string>();

  async function removed(proof: Proof) {
    const reply = await ask(remove, proof);
    if (!reply.ok) return reply;
    setStep(undefined);
    setDone("动态口令已停用。");
    router.refresh();
    return reply;
  }

  async function renewed(proof: Proof) {
    const reply = await ask(renew, proof);
    if (!reply.ok) return reply;
    setStep(undefined);
    setCodes(reply.value.recoveryCodes);
    return reply;
  }

  function close() {
    setCodes(undefined);
    router.refresh();
  }

  return (
    <Panel title="动态口令" id="second-factor" aside={<Status tone={since ? "good" : required ? "bad" : "off"}>{since ? "已启用" : "未设置"}</Status>}>
      {done && !since && <Message tone="good" announce>{done}</Message>}
      {since ? (
        <>
          <p>{since}起，登录时除密码外还要输入手机验证器里的 6 位数字。还有 {recoveryLeft} 个恢复码没有用过。</p>
          {required && <p className="soft">本单位要求内网人员使用动态口令；停用之后须立即重新设置。</p>}
          <div className="btns mt">
            <Button onClick={() => setStep("renew")}>更换恢复码</Button>
            <Button kind="danger" onClick={() => setStep("remove")}>停用动态口令</Button>
          </div>
        </>
      ) : (
        <Enrolment {...enrolment} onEnrolled={setCodes} />
      )}
      {step === "remove" && <ProveDialog title="停用动态口令" verb="停用" dangerous act={removed} onClose={() => setStep(undefined)}>停用后只凭密码登录。要换一台手机，也从这里停用后重新设置。</ProveDialog>}
      {step === "renew" && <ProveDialog title="更换恢复码" verb="更换" act={renewed} onClose={() => setStep(undefined)}>换一组新的恢复码，原来没有用过的都作废。</ProveDialog>}
      {codes && <RecoveryCodes codes={codes} onClose={close} />}
    </Panel>
  );
}
