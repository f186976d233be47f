import type { Metadata } from "next";
import { cache } from "react";
import { fullDayOf } from "@/components/application/moments";
import { NoticeBody } from "@/components/notices/NoticeBody";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { currentActor } from "@/lib/auth/current-actor";
import { getNotice } from "@/lib/services/communication/notices";

type Props = { params: Promise<{ id: string }> };

const open = cache(async (id: string) => orNotFound(getNotice(await currentActor(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await open((await params).id)).title };
}

/** 一条通知公告。 */
export default async function NoticePage({ params }: Props) {
  const notice = await open((await params).id);
  return (
    <div className="narrow stack">
      <PageHead title={notice.title} facts={<Facts items={[fullDayOf(notice.publishedAt)]} />} />
      <Panel>
        <NoticeBody body={notice.body} />
      </Panel>
    </div>
  );
}
