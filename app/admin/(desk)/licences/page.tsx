import type { Metadata } from "next";
import { LicenceTable } from "@/components/review/LicenceTable";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { TextInput } from "@/components/ui/TextInput";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getOffice } from "@/lib/licensing/offices";
import { listLicences } from "@/lib/services/licences/list-licences";

export const metadata: Metadata = { title: "许可证" };

export default async function LicencesPage({ searchParams }: { searchParams: Promise<{ q?: string; after?: string }> }) {
  const [actor, { q = "", after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listLicences(actor, { q, after }));
  const href = (to: string): string => `/admin/licences?${new URLSearchParams({ ...(q ? { q } : {}), after: to })}`;
  return (
    <div className="wrap stack">
      <PageHead title="许可证" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <section className="panel" aria-label="许可证列表">
        <div className="pb">
          <form className="tools" role="search" aria-label="查找许可证" method="get" action="/admin/licences">
            <div>
              <label htmlFor="licence-search">许可证编号、单位名称或统一社会信用代码</label>
              <TextInput id="licence-search" name="q" type="search" key={q} defaultValue={q} maxLength={60} />
            </div>
            <Button type="submit">查找</Button>
          </form>
        </div>
        <LicenceTable rows={rows} caption="许可证，新发的在前" />
        {next && <div className="pb btns"><ButtonLink slim href={href(next)}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
