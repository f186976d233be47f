"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Radio } from "@/components/ui/Choices";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import type { SatisfiedFrom } from "@/lib/evaluation/figures/indicators";
import { satisfiedWords } from "@/lib/evaluation/figures/indicator-words";

const choices: readonly SatisfiedFrom[] = [4, 3];

/** 满意率从哪一级算起：统计、导出与公示都随之变。 */
export function SatisfactionSetting({ current, choose }: { current: SatisfiedFrom; choose: Act<{ satisfiedFrom: SatisfiedFrom }> }) {
  const router = useRouter();
  const [selected, setSelected] = useState(current);
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function save() {
    const reply = await ask(choose, { satisfiedFrom: selected });
    setOutcome(reply.ok ? { tone: "good", text: "已保存满意率的口径。" } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  return (
    <Panel title="满意率的口径" id="satisfaction">
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      <fieldset className="flex flex-col items-start">
        <legend className="sr">满意率的口径</legend>
        {choices.map((value) => (
          <Radio key={value} name="satisfied-from" checked={selected === value} onChange={() => setSelected(value)} label={satisfiedWords[value]} />
        ))}
      </fieldset>
      <div className="btns mt"><Button kind="primary" onClick={save}>保存</Button></div>
    </Panel>
  );
}
