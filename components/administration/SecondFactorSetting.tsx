"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { usePending } from "@/components/ui/use-pending";
import { settingNames } from "@/lib/terms/settings";

/** 要不要内网人员都用动态口令。 */
export function SecondFactorSetting({ required, require }: { required: boolean; require: Act<{ required: boolean }> }) {
  const router = useRouter();
  const [ticked, setTicked] = useState(required);
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function save() {
    const reply = await during(ask(require, { required: ticked }));
    setOutcome(reply.ok ? { tone: "good", text: ticked ? "已保存。没有设置动态口令的人，打开下一页时先去设置。" : "已保存。动态口令由各人自愿使用。" } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  return (
    <Panel title="动态口令" id="second-factor-setting">
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      <Checkbox checked={ticked} onChange={({ target }) => setTicked(target.checked)} label={<>{settingNames.staffSecondFactor} <span className="soft small">登录时除密码外还要输入手机验证器里的 6 位数字</span></>} />
      <div className="btns mt"><Button kind="primary" onClick={save} blocked={pending ? "正在保存" : undefined}>保存</Button></div>
    </Panel>
  );
}
