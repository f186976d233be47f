"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Radio } from "@/components/ui/Choices";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { type PasswordProfile, passwordHint } from "@/lib/access/password-policy";
import { passwordProfiles } from "@/lib/terms/settings";
import { type Act, ask } from "./reply";

const profiles: readonly { value: PasswordProfile; name: string; note: string }[] = [
  { value: "djbh3", name: passwordProfiles.djbh3, note: "；90 天提醒更换" },
  { value: "asvs", name: passwordProfiles.asvs, note: "；不强制更换" },
];

/** 密码策略：下一次设置密码时起作用。 */
export function PasswordProfileSetting({ current, choose }: { current: PasswordProfile; choose: Act<{ profile: PasswordProfile }> }) {
  const router = useRouter();
  const [selected, setSelected] = useState(current);
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function save() {
    const reply = await ask(choose, { profile: selected });
    setOutcome(reply.ok ? { tone: "good", text: "已保存密码策略。" } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  return (
    <Panel title="密码策略" id="password-profile">
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      <fieldset className="flex flex-col items-start">
        <legend className="sr">密码策略</legend>
        {profiles.map(({ value, name, note }) => (
          <Radio key={value} name="password-profile" checked={selected === value} onChange={() => setSelected(value)} label={<>{name} <span className="soft small">{passwordHint(value)}{note}</span></>} />
        ))}
      </fieldset>
      <div className="btns mt">
        <Button kind="primary" onClick={save}>保存</Button>
      </div>
    </Panel>
  );
}
