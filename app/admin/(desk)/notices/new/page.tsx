import type { Metadata } from "next";
import { NoticeForm } from "@/components/notices/NoticeForm";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { offices } from "@/lib/licensing/offices";
import { listNoticesToManage } from "@/lib/services/communication/manage-notices";
import { checkNoticeAction, saveNoticeAction } from "../actions";

export const metadata: Metadata = { title: "起草通知公告" };

const empty = { id: null, revision: 0, title: "", body: "", audience: "public" as const, officeCode: "", pinned: false, publishOn: "" };

export default async function NewNoticePage() {
  // 没有权限的人连空表都看不到
  await orNotFound(listNoticesToManage(await requireStaffActor()));
  return (
    <div className="wrap stack">
      <PageHead title="起草通知公告" />
      <NoticeForm draft={empty} offices={offices.map(({ code, name }) => ({ value: code, label: name }))} check={checkNoticeAction} save={saveNoticeAction} />
    </div>
  );
}
