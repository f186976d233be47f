import type { Metadata } from "next";
import { StaffFilter } from "@/components/administration/StaffFilter";
import { StaffTable } from "@/components/administration/StaffTable";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { searchText } from "@/lib/forms/plain-text";
import { offices } from "@/lib/licensing/offices";
import { listStaff, type StaffQuery } from "@/lib/services/accounts/list-staff";

export const metadata: Metadata = { title: "人员" };

/** 内网人员：查找、新建，点姓名进去办理。只给系统管理员。 */
export default async function PeoplePage({ searchParams }: { searchParams: Promise<StaffQuery> }) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listStaff(actor, query));
  const values = { q: searchText(query.q), office: searchText(query.office), post: searchText(query.post), state: searchText(query.state) };
  const more = (after: string): string => `/admin/people?${new URLSearchParams({ ...Object.fromEntries(Object.entries(values).filter(([, value]) => value)), after })}`;
  return (
    <div className="wrap stack">
      <PageHead title="人员" aside={<ButtonLink kind="primary" icon="plus" href="/admin/people/new">新建账号</ButtonLink>} />
      <section className="panel" aria-label="内网人员">
        <StaffFilter values={values} offices={offices} />
        <StaffTable rows={rows} />
        {next && <div className="pb btns"><ButtonLink slim href={more(next)}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
