"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { dayOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Message } from "@/components/ui/Message";
import { Tag } from "@/components/ui/Status";
import { type Column, Table } from "@/components/ui/Table";
import type { QueueRow } from "@/lib/licensing/review-views";
import { DueText } from "./DueText";
import { attempt, type ClaimAction } from "./types";
import { useRowKeys } from "./use-row-keys";

const casePath = (row: QueueRow): string => `/admin/applications/${row.id}`;

export interface QueueTableProps {
  caption: string;
  rows: readonly QueueRow[];
  claim: ClaimAction;
  /** 空列表的一句话。 */
  empty: string;
  /** 已办结的列表没有剩余工作日，改列办结日期。 */
  finished?: boolean;
}

/** 工作列表：j/k 移动、Enter 打开、c 领取；领取时被人抢先，说出是谁。 */
export function QueueTable({ caption, rows, claim, empty, finished }: QueueTableProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string>();

  const open = useCallback((index: number) => {
    const row = rows[index];
    if (row) router.push(casePath(row));
  }, [rows, router]);

  const take = useCallback(async (index: number) => {
    const row = rows[index];
    if (!row?.claimable) return;
    setFailure(undefined);
    const reply = await attempt(claim({ applicationId: row.id }));
    if (reply.ok) return router.push(casePath(row));
    setFailure(`${row.number}：${reply.message}`);
    router.refresh();
  }, [rows, claim, router]);

  const at = useRowKeys({ count: rows.length, onOpen: open, onClaim: take });
  return (
    <>
      {failure && <Message tone="warn" announce>{failure}</Message>}
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.id}
        rowTone={(row) => (rows[at]?.id === row.id ? "on" : undefined)}
        columns={columnsOf(take, rows, Boolean(finished))}
        empty={<EmptyState>{empty}</EmptyState>}
      />
    </>
  );
}

function columnsOf(take: (index: number) => void, rows: readonly QueueRow[], finished: boolean): Column<QueueRow>[] {
  const term: Column<QueueRow> = finished
    ? { key: "finished", head: "办结", nowrap: true, phoneLabel: "办结", cell: (row) => row.finishedAt && dayOf(row.finishedAt) }
    : { key: "due", head: "剩余工作日", sort: "ascending", cell: (row) => <DueText due={row.due} /> };
  return [
    { key: "number", head: "编号", soft: true, nowrap: true, cell: (row) => row.number },
    { key: "enterprise", head: "企业", rowHead: true, cell: (row) => <Link href={casePath(row)}>{row.enterprise}</Link> },
    { key: "business", head: "业务", nowrap: true, cell: (row) => row.business },
    { key: "mark", head: "标记", nowrap: true, phoneHidden: (row) => row.mark === "", cell: (row) => (row.mark ? <Tag>{row.mark}</Tag> : <span className="sr">无</span>) },
    { key: "scope", head: "申请内容", minor: true, cell: (row) => row.scopeText },
    { key: "submitted", head: "提交时间", nowrap: true, phoneLabel: "提交", cell: (row) => row.submittedAt && dayOf(row.submittedAt) },
    term,
    { key: "state", head: "状态", nowrap: true, cell: (row) => row.stateWord },
    { key: "holder", head: "承办人", nowrap: true, phoneLabel: "承办", cell: (row) => row.holder || <span className="soft">{finished ? "—" : "未领取"}</span> },
    {
      key: "act",
      head: "操作",
      act: true,
      cell: (row) =>
        row.claimable ? (
          <Button kind="link" about={row.number} onClick={() => take(rows.indexOf(row))}>领取</Button>
        ) : (
          <Link className="link" href={casePath(row)}>打开<span className="sr">{row.number}</span></Link>
        ),
    },
  ];
}
