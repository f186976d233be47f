import type { Metadata } from "next";
import { ExpiryTable } from "@/components/follow-ups/ExpiryTable";
import { KindViews } from "@/components/follow-ups/TaskViews";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Select } from "@/components/ui/Select";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { expiryCuts, renewalFilters } from "@/lib/licensing/expiry-views";
import { getOffice } from "@/lib/licensing/offices";
import { countTasks } from "@/lib/services/follow-ups/list-follow-ups";
import { listExpiring } from "@/lib/services/licences/list-expiring";
import { codesOf, isCodeOf } from "@/lib/terms/option-map";

export const metadata: Metadata = { title: "许可证届满" };

type Props = { searchParams: Promise<{ cut?: string; renewing?: string; after?: string }> };

/** 许可证届满名单：九十、六十、三十日内与已届满的，可只看没有办延续的；先届满的在前。 */
export default async function ExpiringPage({ searchParams }: Props) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  const cut = isCodeOf(expiryCuts, query.cut) ? query.cut : "days90";
  const renewing = isCodeOf(renewalFilters, query.renewing) ? query.renewing : undefined;
  const [{ rows, next }, counts] = await orNotFound(Promise.all([listExpiring(actor, { cut, ...(renewing ? { renewing } : {}), after: query.after }), countTasks(actor)]));
  const search = (more: Record<string, string>): URLSearchParams => new URLSearchParams({ cut, ...(renewing ? { renewing } : {}), ...more });
  return (
    <div className="wrap stack">
      <PageHead title="许可证届满" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <section className="panel" aria-label="许可证届满名单">
        <div className="ph">
          <KindViews counts={counts} />
          <a className="link" href={`/api/follow-ups/expiring?${search({ format: "xlsx" })}`} download>导出 Excel</a>
        </div>
        <div className="pb stack">
          <Views label="多久届满" views={codesOf(expiryCuts).map((key) => ({ key, label: expiryCuts[key], current: key === cut }))} href={(key) => `/admin/follow-ups/expiring?${search({ cut: key })}`} />
          <form className="tools" role="search" aria-label="筛选" method="get" action="/admin/follow-ups/expiring">
            <input type="hidden" name="cut" value={cut} />
            <div>
              <label htmlFor="renewal-filter">延续</label>
              <Select id="renewal-filter" name="renewing" key={renewing} defaultValue={renewing ?? ""} empty="全部" options={codesOf(renewalFilters).map((value) => ({ value, label: renewalFilters[value] }))} />
            </div>
            <Button type="submit">筛选</Button>
          </form>
        </div>
        <ExpiryTable rows={rows} caption={`许可证：${expiryCuts[cut]}，先届满的在前`} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/follow-ups/expiring?${search({ after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
