"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { usePending } from "@/components/ui/use-pending";
import { type Act, ask } from "./reply";

export interface DailyReminderProps {
  on: boolean;
  /** 登记了手机才收得到。 */
  reachable: boolean;
  choose: Act<{ on: boolean }>;
}

/** 每个工作日一条到期提醒短信：说清收不收得到，可以自己关掉。 */
export function DailyReminder({ on, reachable, choose }: DailyReminderProps) {
  const router = useRouter();
  const [pending, during] = usePending();
  const [fault, setFault] = useState("");

  async function change() {
    const reply = await during(ask(choose, { on: !on }));
    setFault(reply.ok ? "" : reply.message);
    if (reply.ok) router.refresh();
  }

  return (
    <Panel title="每日提醒" id="daily-reminder">
      {fault && <Message tone="bad" announce>{fault}</Message>}
      <p>{on ? "已打开。" : "已关闭，不发给您。打开之后，"}每个工作日早上，承办的案件有逾期或者到下一个工作日为止到期的，收到一条短信。{!reachable && "您没有登记手机号码，收不到；请系统管理员登记。"}</p>
      <p className="mt"><Button disabled={pending} onClick={change}>{on ? "关闭每日提醒" : "打开每日提醒"}</Button></p>
    </Panel>
  );
}
