import type { Metadata } from "next";
import { AuditDetailsView } from "@/components/audit/AuditDetailsView";
import { ButtonLink } from "@/components/ui/Button";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { auditSearch, type RawAuditQuery, readAuditQuery } from "@/lib/audit/query";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getAuditEntry } from "@/lib/services/audit/search-audit";

export const metadata: Metadata = { title: "一条审计" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<RawAuditQuery> };

/** 一条审计：逐项说清改前改后，与它在散列链上的位置；回到原来的查找结果。 */
export default async function AuditEntryPage({ params, searchParams }: Props) {
  const [actor, { id }, raw] = [await requireStaffActor(), await params, await searchParams];
  const details = await orNotFound(getAuditEntry(actor, id));
  const back = auditSearch(readAuditQuery(raw));
  return (
    <div className="wrap stack">
      <PageHead title={details.action} aside={<ButtonLink slim href={`/admin/audit${back ? `?${back}` : ""}`}>回到审计</ButtonLink>} />
      <AuditDetailsView details={details} />
    </div>
  );
}
