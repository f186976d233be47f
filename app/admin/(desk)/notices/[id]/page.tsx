import type { Metadata } from "next";
import { fullMomentOf } from "@/components/application/moments";
import { DraftRemoval } from "@/components/notices/DraftRemoval";
import { NoticeBody } from "@/components/notices/NoticeBody";
import { NoticeCommands } from "@/components/notices/NoticeCommands";
import { NoticeForm } from "@/components/notices/NoticeForm";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { offices } from "@/lib/licensing/offices";
import { getNoticeToManage } from "@/lib/services/communication/manage-notices";
import { checkNoticeAction, pinNoticeAction, removeNoticeDraftAction, saveNoticeAction, withdrawNoticeAction } from "../actions";

export const metadata: Metadata = { title: "通知公告" };

/** 一条通知公告：草稿可以改，公布着的可以置顶、撤下。 */
export default async function NoticeDeskPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string }> }) {
  const notice = await orNotFound(getNoticeToManage(await requireStaffActor(), (await params).id));
  const { id, revision, title, body, audience, officeCode, pinned, publishOn } = notice;
  if (notice.state === "draft") {
    return (
      <div className="wrap stack">
        <PageHead title="修改通知公告" aside={<DraftRemoval id={id} remove={removeNoticeDraftAction} />} />
        <NoticeForm key={id} draft={{ id, revision, title, body, audience, officeCode, pinned, publishOn }} offices={offices.map(({ code, name }) => ({ value: code, label: name }))} check={checkNoticeAction} save={saveNoticeAction} justSaved={(await searchParams).saved === "1"} />
      </div>
    );
  }
  return (
    <div className="wrap stack">
      <PageHead title={title} facts={<Facts items={[notice.audienceWord, fullMomentOf(notice.publishedAt), notice.createdBy]} />} aside={<Status tone={notice.state === "withdrawn" ? "warn" : notice.scheduled ? "info" : "good"}>{notice.stateWord}</Status>} />
      {notice.state === "withdrawn" && <Message tone="warn" title="已撤下。">{notice.withdrawReason}</Message>}
      <Panel title="正文"><NoticeBody body={body} /></Panel>
      {notice.state === "published" && <NoticeCommands notice={{ id, revision, pinned }} pin={pinNoticeAction} withdraw={withdrawNoticeAction} />}
      <p><ButtonLink href="/admin/notices">返回列表</ButtonLink></p>
    </div>
  );
}
