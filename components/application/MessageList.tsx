"use client";

import { documentPath } from "@/components/documents/DocumentLinks";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import type { MessageRow } from "@/lib/licensing/message-views";
import { fullMomentOf } from "./moments";
import type { Outcome } from "./types";

/** 站内消息：全文列出，点去处或「标为已读」即已读。 */
export function MessageList({ rows, read }: { rows: readonly MessageRow[]; read: (input: { messageId: string }) => Promise<Outcome<unknown>> }) {
  if (rows.length === 0) {
    return (
      <Panel flush>
        <EmptyState>还没有消息。提交申请之后，受理、补正、决定都会在这里通知。</EmptyState>
      </Panel>
    );
  }
  return rows.map((row) => (
    <Panel
      key={row.id}
      id={`message-${row.id}`}
      title={
        <>
          {!row.read && <Tag>未读</Tag>} {row.title}
        </>
      }
      aside={<time className="soft small" dateTime={row.createdAt}>{fullMomentOf(row.createdAt)}</time>}
    >
      <p>{row.body}</p>
      <p className="links mt">
        {row.document && (
          <a className="link max-w-full whitespace-normal text-left" href={documentPath(row.document.id)} target="_blank" rel="noreferrer" onClick={() => void (row.read || read({ messageId: row.id }))}>
            查看《{row.document.kindWord}》{row.document.number}
          </a>
        )}
        {row.href && (
          <Link className="link" href={row.href} onClick={() => void (row.read || read({ messageId: row.id }))}>
            去查看<span className="sr">：{row.title}</span>
          </Link>
        )}
        {!row.read && (
          <Button kind="link" about={`：${row.title}`} onClick={() => void read({ messageId: row.id })}>
            标为已读
          </Button>
        )}
      </p>
    </Panel>
  ));
}
