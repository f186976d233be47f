import Link from "next/link";
import { EmptyState } from "@/components/ui/EmptyState";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import type { MessageRow } from "@/lib/licensing/message-views";
import { recentDayOf } from "../moments";

interface NewsLine {
  key: string;
  href: string;
  title: string;
  at: string;
  unread: boolean;
}

/** 消息和通知：给本企业的与给大家的，新的在前。 */
export function NewsPanel({ messages, notices }: { messages: readonly MessageRow[]; notices: readonly { id: string; title: string; publishedAt: string }[] }) {
  const lines: NewsLine[] = [
    ...messages.map(({ id, title, createdAt, read }) => ({ key: id, href: `/messages#message-${id}`, title, at: createdAt, unread: !read })),
    ...notices.map(({ id, title, publishedAt }) => ({ key: id, href: `/notices/${id}`, title, at: publishedAt, unread: false })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Panel
      id="news"
      title="消息和通知"
      aside={
        <Link className="link" href="/messages">
          全部
        </Link>
      }
    >
      {lines.length === 0 && <EmptyState>还没有消息。</EmptyState>}
      <ul className="news">
        {lines.map(({ key, href, title, at, unread }) => (
          <li key={key}>
            <span>
              {unread && <Tag>未读</Tag>} <Link href={href}>{title}</Link>
            </span>
            <time dateTime={at}>{recentDayOf(at, new Date())}</time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
