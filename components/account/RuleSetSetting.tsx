"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Checkbox, Radio } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { FieldError } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import { usePending } from "@/components/ui/use-pending";
import { type Act, ask } from "./reply";

export interface RuleSetChoice {
  id: string;
  title: string;
  effectiveFrom: string;
  chosen: boolean;
  isLaw: boolean;
  provisional: readonly string[];
}

/** 采用哪一套条件标准；含暂定数字的须逐条看过并确认。 */
export function RuleSetSetting({ ruleSets, choose }: { ruleSets: readonly RuleSetChoice[]; choose: Act<{ id: string; confirmed: boolean }> }) {
  const router = useRouter();
  const current = ruleSets.find((set) => set.chosen)?.id ?? "";
  const [selected, setSelected] = useState(current);
  const [confirming, setConfirming] = useState<RuleSetChoice>();
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function apply(id: string, confirmed: boolean) {
    const reply = await during(ask(choose, { id, confirmed }));
    setConfirming(undefined);
    setOutcome(reply.ok ? { tone: "good", text: "已更换条件标准；已提交的案件仍按提交时的标准办理。" } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  function save() {
    const next = ruleSets.find((set) => set.id === selected);
    if (!next || next.chosen) return setOutcome({ tone: "bad", text: "请先选择另一套条件标准" });
    if (next.provisional.length > 0) return setConfirming(next);
    void apply(next.id, false);
  }

  return (
    <Panel title="条件标准" id="rule-set">
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      <p className="soft">新提交的申请按选定的一套核验；草稿随之变动，已提交的不变。</p>
      <fieldset className="mt flex flex-col items-start">
        <legend className="sr">条件标准</legend>
        {ruleSets.map((set) => (
          <Radio key={set.id} name="rule-set" checked={selected === set.id} onChange={() => setSelected(set.id)} label={<RuleSetLabel set={set} />} />
        ))}
      </fieldset>
      <div className="btns mt">
        <Button kind="primary" onClick={save} blocked={pending ? "正在保存" : undefined}>保存</Button>
      </div>
      {confirming && <ConfirmProvisional set={confirming} pending={pending} onClose={() => setConfirming(undefined)} onConfirm={() => apply(confirming.id, true)} />}
    </Panel>
  );
}

function RuleSetLabel({ set }: { set: RuleSetChoice }) {
  return (
    <>
      {set.title} <span className="soft small">{set.effectiveFrom} 起施行</span> {set.isLaw && <Tag>现行办法</Tag>} {set.chosen && <Tag>采用中</Tag>}{" "}
      {set.provisional.length > 0 && <Tag>{`${set.provisional.length} 个数字为暂定`}</Tag>}
    </>
  );
}

function ConfirmProvisional({ set, pending, onClose, onConfirm }: { set: RuleSetChoice; pending: boolean; onClose: () => void; onConfirm: () => void }) {
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState(false);
  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" onClick={() => (agreed ? onConfirm() : setMissing(true))} blocked={pending ? "正在保存" : undefined}>采用</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="这套标准含暂定的数字" footer={footer} pending={pending}>
      <p>以下数字没有找到可靠的出处，系统暂按所列的值核验：</p>
      <ul className="bullets mt">
        {set.provisional.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className="mt">
        <Checkbox id="confirm-provisional" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} label="我已逐条核对，同意按这些数字办理" />
      </div>
      <div role="alert">{missing && !agreed && <FieldError>请先核对并勾选确认</FieldError>}</div>
    </Dialog>
  );
}
