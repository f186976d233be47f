import type { Metadata } from "next";
import { AuditFilter } from "@/components/audit/AuditFilter";
import { AuditTable } from "@/components/audit/AuditTable";
import { ChainPanel } from "@/components/audit/ChainPanel";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { auditSearch, type RawAuditQuery, readAuditFilter } from "@/lib/audit/query";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { isMisread, misreadWords } from "@/lib/forms/address-filters";
import { getChainState, listAudit } from "@/lib/services/audit/search-audit";
import { auditFormats } from "@/lib/terms/audit";
import { codesOf } from "@/lib/terms/option-map";
import { verifyAuditAction } from "./actions";

export const metadata: Metadata = { title: "审计" };

type Props = { searchParams: Promise<RawAuditQuery & { after?: string }> };

/** 审计：谁、何时、从哪里、做了什么、改了什么；散列链的链首与校验。只给审计员。 */
export default async function AuditPage({ searchParams }: Props) {
  const [actor, { after, ...raw }] = [await requireStaffActor(), await searchParams];
  const { query, misread } = readAuditFilter(raw);
  const chain = await orNotFound(getChainState(actor));
  const found = isMisread(misread) ? undefined : await orNotFound(listAudit(actor, query, after));
  return (
    <div className="wrap stack">
      <PageHead title="审计" facts={<Facts items={["只增不改", "查找与导出也记入审计"]} />} />
      <ChainPanel chain={chain} verify={verifyAuditAction} />
      <section className="panel" aria-label="审计记录">
        <AuditFilter query={query} misread={misread} />
        {!found && <EmptyState>{misreadWords}</EmptyState>}
        {found && <AuditTable rows={found.rows} search={auditSearch(query)} />}
        {found && <div className="pb pager">
          <span className="btns">
            {codesOf(auditFormats).map((format) => (
              <a key={format} className="btn slim" href={`/api/audit/export?${auditSearch(query, { format })}`} download>导出 {auditFormats[format]}</a>
            ))}
          </span>
          <span className="btns">
            {after && <ButtonLink slim href={`/admin/audit?${auditSearch(query)}`}>回到第一页</ButtonLink>}
            {found.next && <ButtonLink slim href={`/admin/audit?${auditSearch(query, { after: found.next })}`}>下一页</ButtonLink>}
          </span>
        </div>}
      </section>
    </div>
  );
}
