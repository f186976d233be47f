"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { fullMomentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Status, type StatusTone } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { usePending } from "@/components/ui/use-pending";
import { type OutboxRow, type OutboxStateCode, outboxStates } from "@/lib/terms/outbox";
import { type Act, ask } from "./reply";

interface Content {
  recipient: string;
  body: string;
}

const tones: Readonly<Record<OutboxStateCode, StatusTone>> = { pending: "info", sending: "info", delivered: "good", kept: "off", failed: "bad" };

export interface OutboxTableProps {
  rows: readonly OutboxRow[];
  read: Act<{ id: string }, Content>;
  resend: Act<{ id: string }>;
}

/** 短信发件箱：列表遮盖号码、不含正文，【查看】一次记一次审计；没发成的可以【重发】。 */
export function OutboxTable({ rows, read, resend }: OutboxTableProps) {
  const router = useRouter();
  const [shown, setShown] = useState<Content>();
  const [pending, during] = usePending();
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();

  async function look(id: string) {
    const reply = await during(ask(read, { id }));
    if (reply.ok) setShown(reply.value);
    setOutcome(reply.ok ? undefined : { tone: "bad", text: reply.message });
  }

  async function sendAgain(id: string) {
    const reply = await during(ask(resend, { id }));
    setOutcome(reply.ok ? { tone: "good", text: "已放回待发送，稍后自动发出" } : { tone: "bad", text: reply.message });
    router.refresh();
  }

  const blocked = pending ? "正在处理" : undefined;
  const columns: Column<OutboxRow>[] = [
    { key: "createdAt", head: "时间", rowHead: true, nowrap: true, cell: (row) => fullMomentOf(row.createdAt) },
    { key: "recipient", head: "收件手机", phoneLabel: "收件手机", nowrap: true, cell: (row) => row.recipient },
    { key: "kind", head: "内容", phoneLabel: "内容", cell: (row) => row.kindWord },
    { key: "state", head: "状态", cell: (row) => <StateCell row={row} /> },
    { key: "attempts", head: "发送次数", phoneLabel: "发送次数", num: true, minor: true, cell: (row) => (row.resends > 0 ? `${row.attempts}（重发 ${row.resends}）` : row.attempts) },
    {
      key: "act", head: "操作", act: true, cell: (row) => (
        <>
          <Button kind="link" about={`${fullMomentOf(row.createdAt)} 的短信`} blocked={blocked} onClick={() => void look(row.id)}>查看</Button>
          {row.resendable && <> <Button kind="link" about={`${fullMomentOf(row.createdAt)} 的短信`} blocked={blocked} onClick={() => void sendAgain(row.id)}>重发</Button></>}
        </>
      ),
    },
  ];
  return (
    <>
      {outcome && <div className="pb"><Message tone={outcome.tone} announce>{outcome.text}</Message></div>}
      <Table caption="短信发件箱，新的在前" columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState>没有短信。</EmptyState>} />
      <Dialog open={shown !== undefined} onClose={() => setShown(undefined)} title="短信内容" footer={<Button kind="primary" onClick={() => setShown(undefined)}>关闭</Button>}>
        {shown && <TermList items={[{ term: "收件手机", value: shown.recipient }, { term: "正文", value: shown.body }]} />}
        <p className="soft small mt">本次查看已记入审计。</p>
      </Dialog>
    </>
  );
}

function StateCell({ row }: { row: OutboxRow }) {
  return (
    <>
      <Status tone={tones[row.state]}>{outboxStates[row.state]}</Status>
      {row.lastError && <span className="soft small"> {row.lastError}</span>}
    </>
  );
}
