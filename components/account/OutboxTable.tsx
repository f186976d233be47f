"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Status, type StatusTone } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import { type Act, ask } from "./reply";

export interface OutboxLine {
  id: string;
  /** 已遮盖。 */
  recipient: string;
  kind: string;
  state: string;
  problem: string;
  createdAt: string;
}

interface Content {
  recipient: string;
  body: string;
}

const states: Readonly<Record<string, { tone: StatusTone; word: string }>> = {
  pending: { tone: "info", word: "待发送" },
  sending: { tone: "info", word: "发送中" },
  delivered: { tone: "good", word: "已发送" },
  kept: { tone: "off", word: "已留存，未外发" },
  failed: { tone: "bad", word: "发送失败" },
};

/** 短信发件箱：列表遮盖号码、不含正文，【查看】一次记一次审计。 */
export function OutboxTable({ rows, read }: { rows: readonly OutboxLine[]; read: Act<{ id: string }, Content> }) {
  const [shown, setShown] = useState<Content>();
  const [failure, setFailure] = useState<string>();

  async function look(id: string) {
    const reply = await ask(read, { id });
    if (reply.ok) setShown(reply.value);
    setFailure(reply.ok ? undefined : reply.message);
  }

  const columns: Column<OutboxLine>[] = [
    { key: "createdAt", head: "时间", rowHead: true, nowrap: true, cell: (row) => row.createdAt },
    { key: "recipient", head: "收件手机", phoneLabel: "收件手机", nowrap: true, cell: (row) => row.recipient },
    { key: "kind", head: "内容", phoneLabel: "内容", cell: (row) => row.kind },
    { key: "state", head: "状态", cell: (row) => <StateCell row={row} /> },
    { key: "act", head: "操作", act: true, cell: (row) => <Button kind="link" about={`${row.createdAt} 的短信`} onClick={() => look(row.id)}>查看</Button> },
  ];
  return (
    <>
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <Table caption="短信发件箱，新的在前" columns={columns} rows={rows} rowKey={(row) => row.id} empty="还没有短信。" />
      <Dialog open={shown !== undefined} onClose={() => setShown(undefined)} title="短信内容" footer={<Button kind="primary" onClick={() => setShown(undefined)}>关闭</Button>}>
        {shown && <TermList items={[{ term: "收件手机", value: shown.recipient }, { term: "正文", value: shown.body }]} />}
        <p className="soft small mt">本次查看已记入审计。</p>
      </Dialog>
    </>
  );
}

function StateCell({ row }: { row: OutboxLine }) {
  const { tone, word } = states[row.state] ?? { tone: "off" as const, word: row.state };
  return (
    <>
      <Status tone={tone}>{word}</Status>
      {row.problem && <span className="soft small"> {row.problem}</span>}
    </>
  );
}
