import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import type { MessageRow, NoticeRow } from "@/lib/licensing/message-views";
import { recentDayOf } from "../moments";

interface NewsLine {
  key: string;
  href: string;
  title: string;
  at: string;
  unread: boolean;
  pinned: boolean;
}

/** 首页上列几条；没有读过的再多也列出来。 */
const FEW = 5;

/** 消息和通知：给本企业的与给大家的，置顶的在前，其次新的在前。 */
export function NewsPanel({ messages, notices }: { messages: readonly MessageRow[]; notices: readonly (Pick<NoticeRow, "id" | "title" | "publishedAt"> & { pinned?: boolean })[] }) {
  const lines: NewsLine[] = [
    ...messages.map(({ id, title, createdAt, read }) => ({ key: id, href: `/messages#message-${id}`, title, at: createdAt, unread: !read, pinned: false })),
    ...notices.map(({ id, title, publishedAt, pinned = false }) => ({ key: id, href: `/notices/${id}`, title, at: publishedAt, unread: false, pinned })),
  ]
    .sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.at.localeCompare(a.at))
    .filter(({ unread }, place) => unread || place < FEW);
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
        {lines.map(({ key, href, title, at, unread, pinned }) => (
          <li key={key}>
            <span>
              {pinned && <Tag>置顶</Tag>} {unread && <Tag>未读</Tag>} <Link href={href}>{title}</Link>
            </span>
            <time dateTime={at}>{recentDayOf(at, new Date())}</time>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
