import type { Metadata } from "next";
import { CreditRegister } from "@/components/registers/CreditRegister";
import { CreditViews } from "@/components/registers/CreditViews";
import { RegisterSearch } from "@/components/registers/RegisterSearch";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { localCreditNotice } from "@/lib/services/credit/ask-credit";
import { listCreditRecords } from "@/lib/services/credit/credit-register";
import { importCreditAction, saveCreditRecordAction } from "./actions";

export const metadata: Metadata = { title: "信用登记" };

/** 信用登记：信用接口的本地默认，由系统管理员维护。 */
export default async function CreditPage({ searchParams }: { searchParams: Promise<{ q?: string; after?: string }> }) {
  const [actor, { q = "", after }] = [await requireStaffActor(), await searchParams];
  const { rows, next } = await orNotFound(listCreditRecords(actor, { q, after }));
  const notice = localCreditNotice();
  return (
    <div className="wrap stack">
      <PageHead title="信用登记" />
      {notice ? <Message tone="info">{notice}</Message> : <Message tone="warn">已接通信用能源接口，办理时问那里；本页的登记不起作用。</Message>}
      <section className="panel" aria-label="信用登记列表">
        <div className="ph"><CreditViews current="/admin/credit" /></div>
        <RegisterSearch action="/admin/credit" label="统一社会信用代码或企业名称" q={q} />
        <CreditRegister rows={rows} caption="信用登记，按代码" save={saveCreditRecordAction} importFile={importCreditAction} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/credit?${new URLSearchParams({ ...(q ? { q } : {}), after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
