import type { Metadata } from "next";
import { DocumentFilterForm } from "@/components/documents/DocumentFilterForm";
import { DocumentTable } from "@/components/documents/DocumentTable";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { documentSearch, type RawDocumentFilter } from "@/lib/licensing/documents/filter";
import { getOffice } from "@/lib/licensing/offices";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { deliveryStates } from "@/lib/terms/documents";
import { registerDeliveryAction } from "./actions";

export const metadata: Metadata = { title: "文书" };

type Props = { searchParams: Promise<RawDocumentFilter & { after?: string }> };

const views = { ...deliveryStates, all: "全部" } as const;

/** 本机构出具的文书：未送达的先看，等得久的在前。 */
export default async function DocumentsPage({ searchParams }: Props) {
  const [actor, { after, ...raw }] = [await requireStaffActor(), await searchParams];
  const { filter, rows, waiting, next } = await orNotFound(listDocuments(actor, raw, after));
  const caption = `文书：${views[filter.state]}，${filter.state === "pending" ? "先出具的在前" : "新的在前"}`;
  return (
    <div className="wrap stack">
      <PageHead title="文书" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <section className="panel" aria-label="文书清单">
        <div className="ph">
          <Views label="视图" views={Object.entries(views).map(([key, label]) => ({ key, label, current: key === filter.state, ...(key === "pending" ? { count: waiting } : {}) }))}
            href={(key) => `/admin/documents?${documentSearch({ ...filter, days: undefined, state: key as typeof filter.state })}`} />
        </div>
        <div className="pb"><DocumentFilterForm filter={filter} /></div>
        <DocumentTable rows={rows} caption={caption} register={registerDeliveryAction} />
        {next && <div className="pb btns"><ButtonLink slim href={`/admin/documents?${documentSearch(filter, { after: next })}`}>下一页</ButtonLink></div>}
      </section>
    </div>
  );
}
