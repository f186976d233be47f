import type { Metadata } from "next";
import { NoticeList } from "@/components/notices/NoticeList";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { currentActor } from "@/lib/auth/current-actor";
import { listNotices } from "@/lib/services/communication/notices";

export const metadata: Metadata = { title: "通知公告" };

/** 看得到的通知公告：公众的，登录的企业另有给企业的。 */
export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { rows, next } = await listNotices(await currentActor(), { after: (await searchParams).after });
  return (
    <div className="narrow stack">
      <PageHead title="通知公告" />
      <Panel>
        <NoticeList notices={rows} />
        {next && <p className="mt"><ButtonLink slim href={`/notices?after=${next}`}>更早的</ButtonLink></p>}
      </Panel>
    </div>
  );
}
