import type { Metadata } from "next";
import { FollowUpTable } from "@/components/follow-ups/FollowUpTable";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Select } from "@/components/ui/Select";
import { Views } from "@/components/ui/Views";
import { can } from "@/lib/access/can";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { followUpCuts } from "@/lib/licensing/follow-up-views";
import { getOffice } from "@/lib/licensing/offices";
import { listFollowUps } from "@/lib/services/follow-ups/list-follow-ups";
import { followUpKinds } from "@/lib/terms/follow-ups";
import { codesOf, isCodeOf } from "@/lib/terms/option-map";

export const metadata: Metadata = { title: "后续任务" };

type Props = { searchParams: Promise<{ cut?: string; kind?: string; after?: string }> };

/** 后续任务：容缺补齐、承诺核查、限期整改、条件保持，先到期的在前。 */
export default async function FollowUpsPage({ searchParams }: Props) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  // 签发岗只办待确认的撤销，先看它们
  const first = can(actor, "followUp.check", { officeCode: actor.officeCode }) ? "running" : "toConfirm";
  const cut = isCodeOf(followUpCuts, query.cut) ? query.cut : first;
  const kind = isCodeOf(followUpKinds, query.kind) ? query.kind : undefined;
  const { rows, next } = await orNotFound(listFollowUps(actor, { cut, ...(kind ? { kind } : {}), after: query.after }));
  const href = (to: string, after?: string): string => `/admin/follow-ups?${new URLSearchParams({ cut: to, ...(kind ? { kind } : {}), ...(after ? { after } : {}) })}`;
  return (
    <div className="wrap stack">
      <PageHead title="后续任务" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <section className="panel" aria-label="后续任务列表">
        <div className="ph">
          <Views label="视图" views={codesOf(followUpCuts).map((key) => ({ key, label: followUpCuts[key], current: key === cut, urgent: key === "overdue" }))} href={(key) => href(key)} />
        </div>
        <div className="pb">
          <form className="tools" role="search" aria-label="筛选" method="get" action="/admin/follow-ups">
            <input type="hidden" name="cut" value={cut} />
            <div>
              <label htmlFor="follow-up-kind">种类</label>
              <Select id="follow-up-kind" name="kind" key={kind} defaultValue={kind ?? ""} empty="全部种类" options={codesOf(followUpKinds).map((value) => ({ value, label: followUpKinds[value] }))} />
            </div>
            <Button type="submit">筛选</Button>
          </form>
        </div>
        <FollowUpTable rows={rows} caption={`后续任务：${followUpCuts[cut]}，先到期的在前`} />
        {next && <div className="pb btns"><ButtonLink slim href={href(cut, next)}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
