import type { Metadata } from "next";
import { EnterpriseAccounts } from "@/components/administration/EnterpriseAccounts";
import { RegisterSearch } from "@/components/registers/RegisterSearch";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { searchText } from "@/lib/forms/plain-text";
import { listEnterpriseAccounts, shownEnterprises } from "@/lib/services/accounts/enterprise-accounts";
import { localSmsNotice } from "@/lib/services/outbox/local-notice";
import { endEnterpriseSessionsAction, handOverAction, setEnterpriseAccountStateAction } from "./actions";

export const metadata: Metadata = { title: "企业账号" };

/** 企业账号：查到一家，停用、启用、结束登录，或移交给证明了身份的人。 */
export default async function EnterpriseAccountsPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const [actor, { q }] = [await requireStaffActor(), await searchParams];
  const enterprises = await orNotFound(listEnterpriseAccounts(actor, { q }));
  const sought = searchText(q);
  const notice = localSmsNotice();
  return (
    <div className="wrap stack">
      <PageHead title="企业账号" />
      <section className="panel" aria-label="查找企业">
        <RegisterSearch action="/admin/enterprise-accounts" label="企业名称、统一社会信用代码或登录账号" q={sought} />
        {enterprises.length === shownEnterprises && <p className="pb soft">只列前 {shownEnterprises} 家，没有要找的请写得更全。</p>}
        {enterprises.length === 0 && <EmptyState>{sought.length < 2 ? "请输入至少两个字再查。" : "没有找到，请核对企业名称、代码或登录账号。"}</EmptyState>}
      </section>
      <EnterpriseAccounts key={sought} enterprises={enterprises} {...(notice ? { localNotice: notice } : {})} setState={setEnterpriseAccountStateAction} endSessions={endEnterpriseSessionsAction} handOver={handOverAction} />
    </div>
  );
}
