import type { Metadata } from "next";
import { CreditViews } from "@/components/registers/CreditViews";
import { RegisterSearch } from "@/components/registers/RegisterSearch";
import { RestrictionRegister } from "@/components/registers/RestrictionRegister";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listRestrictions } from "@/lib/services/credit/restrictions";
import { recordBarAction, revokeRestrictionAction } from "../actions";

export const metadata: Metadata = { title: "限制期" };

/** 限制期：五种情形与虚假材料、欺骗取得由系统管理员登记、撤回；容缺逾期、承诺不实的由申请而来，只读。 */
export default async function RestrictionsPage({ searchParams }: { searchParams: Promise<{ q?: string; after?: string }> }) {
  const [actor, { q = "", after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listRestrictions(actor, { q, after }));
  return (
    <div className="wrap stack">
      <PageHead title="限制期" />
      <Message tone="info">容缺逾期、承诺不实的限制期由申请而来，只能看。其他的情形在这里登记。</Message>
      <section className="panel" aria-label="限制期列表">
        <div className="ph"><CreditViews current="/admin/credit/restrictions" /></div>
        <RegisterSearch action="/admin/credit/restrictions" label="统一社会信用代码或企业名称" q={q} />
        <RestrictionRegister rows={rows} caption="限制期，新登记的在前" record={recordBarAction} revoke={revokeRestrictionAction} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/credit/restrictions?${new URLSearchParams({ ...(q ? { q } : {}), after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
