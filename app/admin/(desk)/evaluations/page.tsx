import type { Metadata } from "next";
import { RatingTable } from "@/components/evaluation/RatingTable";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getOffice } from "@/lib/licensing/offices";
import { listEvaluations } from "@/lib/services/evaluation/list-evaluations";

export const metadata: Metadata = { title: "好差评" };

/** 本机构收到的评价；手机号码不出库，姓名遮盖。 */
export default async function EvaluationsPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const [actor, { after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listEvaluations(actor, after));
  return (
    <div className="wrap stack">
      <PageHead title="好差评" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <section className="panel" aria-label="收到的评价">
        <RatingTable rows={rows} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/evaluations?after=${encodeURIComponent(next)}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
