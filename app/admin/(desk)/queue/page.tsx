import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { QueueTable } from "@/components/review/QueueTable";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { staffHome } from "@/lib/auth/staff-navigation";
import { searchCases } from "@/lib/services/review/list-queue";
import { claimAction } from "./actions";

export const metadata: Metadata = { title: "查找案件" };

type Search = { searchParams: Promise<{ q?: string; after?: string }> };

/** 没有要找的，就去本岗位的第一个环节；有则在本机构全部案件里找。 */
export default async function QueuePage({ searchParams }: Search) {
  const [actor, { q, after }] = [await requireStaffActor(), await searchParams];
  const sought = typeof q === "string" ? q.trim() : "";
  if (sought === "") redirect(staffHome(actor));
  const found = await orNotFound(searchCases(actor, sought, after));
  const next = found.next && `/admin/queue?${new URLSearchParams({ q: sought, after: found.next })}`;
  return (
    <div className="wrap stack queue">
      <PageHead title={`查找“${sought}”`} facts={<Facts items={["编号、企业名称或统一社会信用代码", "本机构全部环节"]} />} />
      <Panel flush>
        <QueueTable caption={`查找“${sought}”的结果，新的在前`} rows={found.rows} claim={claimAction} empty="没有找到，请核对编号、企业名称或统一社会信用代码。" />
        {next && <div className="pb btns"><ButtonLink slim href={next}>下一页</ButtonLink></div>}
      </Panel>
    </div>
  );
}
