import type { Metadata } from "next";
import { Institutions } from "@/components/registers/Institutions";
import { RegisterSearch } from "@/components/registers/RegisterSearch";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listInstitutions } from "@/lib/services/enterprises/manage-institutions";
import { addInstitutionAction, removeInstitutionAction } from "./actions";

export const metadata: Metadata = { title: "机构" };

/** 机构：企业注册与修改时在「上级企业」里选得到的。 */
export default async function InstitutionsPage({ searchParams }: { searchParams: Promise<{ q?: string; after?: string }> }) {
  const [actor, { q = "", after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listInstitutions(actor, { q, after }));
  return (
    <div className="wrap stack">
      <PageHead title="机构" />
      <section className="panel" aria-label="机构列表">
        <RegisterSearch action="/admin/institutions" label="机构名称或统一社会信用代码" q={q} />
        <Institutions rows={rows} caption="机构，按名称" add={addInstitutionAction} remove={removeInstitutionAction} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/institutions?${new URLSearchParams({ ...(q ? { q } : {}), after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
