import type { Metadata } from "next";
import { ClaimTable } from "@/components/claims/ClaimTable";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getOffice } from "@/lib/licensing/offices";
import { countClaims, listClaims } from "@/lib/services/claims/list-claims";

export const metadata: Metadata = { title: "认领申请" };

/** 认领申请：为在册而没有账号的企业注册的，核实之后账号才开通。 */
export default async function ClaimsPage({ searchParams }: { searchParams: Promise<{ view?: string; after?: string }> }) {
  const [actor, { view, after }] = [await requireStaffActor(), await searchParams];
  const decided = view === "decided";
  const [{ rows, next }, waiting] = await orNotFound(Promise.all([listClaims(actor, { decided, after }), countClaims(actor)]));
  return (
    <div className="wrap stack">
      <PageHead title="认领申请" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <section className="panel" aria-label="认领申请列表">
        <div className="ph">
          <Views label="状态" href={(key) => (key === "decided" ? "/admin/claims?view=decided" : "/admin/claims")}
            views={[{ key: "pending", label: "待核实", count: waiting, current: !decided }, { key: "decided", label: "已办", current: decided }]} />
        </div>
        <ClaimTable rows={rows} caption={decided ? "办过的认领申请，新的在前" : "待核实的认领申请，先来的在前"} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/claims?${new URLSearchParams({ ...(decided ? { view: "decided" } : {}), after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
