import type { Metadata } from "next";
import { CodeListPanel } from "@/components/evaluation/codes/CodeListPanel";
import { GenerateVisitForm } from "@/components/evaluation/codes/GenerateVisitForm";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { searchText } from "@/lib/forms/plain-text";
import { getOffice } from "@/lib/licensing/offices";
import { listCodes } from "@/lib/services/evaluation/codes/list-codes";
import { generateVisitCodesAction, revokeCodeAction } from "../actions";

export const metadata: Metadata = { title: "一次一评二维码" };

type Query = { state?: string; q?: string; after?: string };

/** 一次一评：按服务点生成二维码，张贴后反复使用。 */
export default async function VisitCodesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, { state, q, after }] = [await requireStaffActor(), await searchParams];
  const list = await orNotFound(listCodes(actor, { kind: "visit", ...(state ? { state } : {}), ...(q ? { q } : {}), ...(after ? { after } : {}) }));
  return (
    <div className="wrap stack">
      <PageHead title="好差评" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <EvaluationViews actor={actor} current="visit" />
      <Panel title="生成二维码" id="generate" aside={<span className="soft small">一个服务点一个码，办事的人扫码评价当次服务</span>}>
        <GenerateVisitForm generate={generateVisitCodesAction} />
      </Panel>
      <CodeListPanel kind="visit" list={list} state={state} q={searchText(q)} revoke={revokeCodeAction} />
    </div>
  );
}
