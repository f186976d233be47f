import type { Metadata } from "next";
import { FollowUpTable } from "@/components/follow-ups/FollowUpTable";
import { CutViews, KindViews, tasksHref } from "@/components/follow-ups/TaskViews";
import { OwnVisits } from "@/components/site-visits/OwnVisits";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { can } from "@/lib/access/can";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { followUpCuts } from "@/lib/licensing/follow-up-views";
import { getOffice } from "@/lib/licensing/offices";
import { countTasks, listFollowUps } from "@/lib/services/follow-ups/list-follow-ups";
import { listOwnVisits } from "@/lib/services/site-visits/get-site-visits";
import { followUpKinds } from "@/lib/terms/follow-ups";
import { isCodeOf } from "@/lib/terms/option-map";

export const metadata: Metadata = { title: "后续任务" };

type Props = { searchParams: Promise<{ cut?: string; kind?: string; after?: string }> };

/** 后续任务：容缺补齐、承诺核查、限期整改、条件保持各一栏，先到期的在前。 */
export default async function FollowUpsPage({ searchParams }: Props) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  // 签发岗只办待确认的撤销，先看它们
  const first = can(actor, "followUp.check", { officeCode: actor.officeCode }) ? "running" : "toConfirm";
  const cut = isCodeOf(followUpCuts, query.cut) ? query.cut : first;
  const kind = isCodeOf(followUpKinds, query.kind) ? query.kind : undefined;
  const [{ rows, next }, counts] = await orNotFound(Promise.all([listFollowUps(actor, { cut, ...(kind ? { kind } : {}), after: query.after }), countTasks(actor)]));
  const visits = await listOwnVisits(actor);
  const what = kind ? followUpKinds[kind] : "后续任务";
  return (
    <div className="wrap stack">
      <PageHead title="后续任务" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <OwnVisits visits={visits} />
      <section className="panel" aria-label="后续任务列表">
        <div className="ph">
          <KindViews counts={counts} kind={kind} cut={cut} />
          <a className="link" href={`/api/follow-ups/export?${new URLSearchParams({ cut, ...(kind ? { kind } : {}), format: "xlsx" })}`} download>导出 Excel</a>
        </div>
        <div className="pb"><CutViews counts={counts} kind={kind} cut={cut} /></div>
        <FollowUpTable rows={rows} caption={`${what}：${followUpCuts[cut]}，先到期的在前`} />
        {next && <div className="pb btns"><ButtonLink slim href={tasksHref({ cut, kind, after: next })}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
