import type { Metadata } from "next";
import { NoticeTable } from "@/components/notices/NoticeTable";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listNoticesToManage } from "@/lib/services/communication/manage-notices";
import { noticeStates } from "@/lib/terms/notices";
import { isCodeOf } from "@/lib/terms/option-map";

export const metadata: Metadata = { title: "通知公告管理" };

const views = { all: "全部", ...noticeStates } as const;

/** 通知公告：起草、公布、撤下；只给系统管理员。 */
export default async function NoticesDeskPage({ searchParams }: { searchParams: Promise<{ state?: string; after?: string }> }) {
  const [actor, { state, after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listNoticesToManage(actor, { state, after }));
  const current = isCodeOf(noticeStates, state) ? state : "all";
  const href = (key: string): string => (key === "all" ? "/admin/notices" : `/admin/notices?state=${key}`);
  return (
    <div className="wrap stack">
      <PageHead title="通知公告" aside={<ButtonLink kind="primary" icon="plus" href="/admin/notices/new">起草一条</ButtonLink>} />
      <section className="panel" aria-label="通知公告列表">
        <div className="ph"><Views label="状态" views={Object.entries(views).map(([key, label]) => ({ key, label, current: key === current }))} href={href} /></div>
        <NoticeTable rows={rows} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/notices?${new URLSearchParams({ ...(current === "all" ? {} : { state: current }), after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
