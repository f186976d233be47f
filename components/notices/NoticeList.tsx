import { fullDayOf } from "@/components/application/moments";
import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Tag } from "@/components/ui/Status";
import type { NoticeRow } from "@/lib/licensing/message-views";

/** 通知公告的列表：置顶的、只给企业的各有标记。 */
export function NoticeList({ notices, empty = "还没有通知公告。" }: { notices: readonly NoticeRow[]; empty?: string }) {
  if (notices.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <ul className="news">
      {notices.map(({ id, title, publishedAt, pinned, forEnterprises }) => (
        <li key={id}>
          <span>
            {pinned && <><Tag>置顶</Tag> </>}
            {forEnterprises && <><Tag>企业</Tag> </>}
            <Link href={`/notices/${id}`}>{title}</Link>
          </span>
          <time dateTime={publishedAt}>{fullDayOf(publishedAt)}</time>
        </li>
      ))}
    </ul>
  );
}
