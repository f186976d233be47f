"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import type { SessionView } from "@/lib/enterprise/account-views";
import { type Act, ask } from "./reply";

export interface OwnSessionsProps {
  sessions: readonly SessionView[];
  end: Act<{ sessionId: string }>;
  endOthers: Act<Record<string, never>, { ended: number }>;
}

/** 自己在各处的登录：认不出的结束它，再改密码。 */
export function OwnSessions({ sessions, end, endOthers }: OwnSessionsProps) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const [asking, setAsking] = useState<SessionView | "others">();

  async function confirm() {
    const reply = asking === "others" ? await ask(endOthers, {}) : await ask(end, { sessionId: asking?.id ?? "" });
    setAsking(undefined);
    setOutcome(reply.ok ? { tone: "good", text: "已结束，那里须重新登录。" } : { tone: "bad", text: reply.message });
    if (reply.ok) router.refresh();
  }

  const others = sessions.filter(({ current }) => !current).length;
  return (
    <Panel title="各处的登录" id="sessions" flush aside={others > 0 && <Button slim onClick={() => setAsking("others")}>结束别处的全部登录</Button>}>
      {outcome && <div className="pb"><Message tone={outcome.tone} announce>{outcome.text}</Message></div>}
      <Table caption="您的账号在各处的登录，最近用的在前" rows={sessions} rowKey={(row) => row.id}
        columns={[
          { key: "device", head: "设备", rowHead: true, cell: (row) => row.device },
          { key: "address", head: "来源地址", phoneLabel: "来源地址", nowrap: true, cell: (row) => row.address },
          { key: "started", head: "登录时间", phoneLabel: "登录时间", nowrap: true, cell: (row) => row.startedAt },
          { key: "used", head: "最近使用", phoneLabel: "最近使用", nowrap: true, cell: (row) => row.usedAt },
          { key: "act", head: "操作", act: true, cell: (row) => (row.current ? <Status tone="good">本次登录</Status> : <Button kind="link" about={`${row.device} ${row.startedAt}`} onClick={() => setAsking(row)}>结束</Button>) },
        ]} />
      {asking && (
        <ConfirmDialog open onClose={() => setAsking(undefined)} title={asking === "others" ? `结束别处的 ${others} 处登录？` : `结束${asking.device}的登录？`} confirmLabel="结束" onConfirm={confirm} dangerous>
          <p>那里没有保存的内容会丢失。不是您本人登录的，请随后修改密码。</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
