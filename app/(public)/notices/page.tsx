import type { Metadata } from "next";
import Link from "next/link";
import { fullDayOf } from "@/components/application/moments";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { listNotices } from "@/lib/services/communication/notices";

export const metadata: Metadata = { title: "通知公告" };

/** 全部通知公告。 */
export default async function NoticesPage() {
  const notices = await listNotices();
  return (
    <div className="narrow stack">
      <PageHead title="通知公告" />
      <Panel>
        {notices.length === 0 && <EmptyState>还没有通知公告。</EmptyState>}
        <ul className="news">
          {notices.map((notice) => (
            <li key={notice.id}>
              <Link href={`/notices/${notice.id}`}>{notice.title}</Link>
              <time dateTime={notice.publishedAt}>{fullDayOf(notice.publishedAt)}</time>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
