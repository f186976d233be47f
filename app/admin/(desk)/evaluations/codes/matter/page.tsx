import type { Metadata } from "next";
import { CodeListPanel } from "@/components/evaluation/codes/CodeListPanel";
import { FinishedCases } from "@/components/evaluation/codes/FinishedCases";
import { EvaluationViews } from "@/components/evaluation/EvaluationViews";
import { RegisterSearch } from "@/components/registers/RegisterSearch";
import { ButtonLink } from "@/components/ui/Button";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { RATING_WINDOW_DAYS } from "@/lib/evaluation/phone";
import { searchText } from "@/lib/forms/plain-text";
import { getOffice } from "@/lib/licensing/offices";
import { listCodes } from "@/lib/services/evaluation/codes/list-codes";
import { listFinishedForCodes } from "@/lib/services/evaluation/codes/matter-codes";
import { generateMatterCodeAction, revokeCodeAction } from "../actions";

export const metadata: Metadata = { title: "一事一评二维码" };

type Query = { q?: string; page?: string; state?: string; after?: string };

/** 一事一评：给办结的一件申请生成二维码，评价一次为止。 */
export default async function MatterCodesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [actor, query] = [await requireStaffActor(), await searchParams];
  const [q, state] = [searchText(query.q), query.state];
  const finished = await orNotFound(listFinishedForCodes(actor, { q, ...(query.page ? { page: query.page } : {}) }));
  const list = await orNotFound(listCodes(actor, { kind: "matter", ...(state ? { state } : {}), ...(query.after ? { after: query.after } : {}) }));
  const pageHref = (page: number): string => `/admin/evaluations/codes/matter?${new URLSearchParams({ ...(q ? { q } : {}), page: String(page) })}`;
  return (
    <div className="wrap stack">
      <PageHead title="好差评" facts={<Facts items={[getOffice(actor.officeCode).name]} />} />
      <EvaluationViews actor={actor} current="matter" />
      <Panel flush id="finished" title={q ? "查到的办结申请" : "等待评价的办结申请"} aside={<span className="soft small">办结 {RATING_WINDOW_DAYS} 天内可以评价，一件只评一次</span>}>
        <RegisterSearch action="/admin/evaluations/codes/matter" label="申请编号或企业名称" q={q} />
        <FinishedCases rows={finished.rows} generate={generateMatterCodeAction} empty={q ? "没有找到办结的申请，请核对编号或企业名称。" : "没有等待评价的办结申请。"} />
        {(finished.more || finished.page > 1) && (
          <div className="pb btns">
            {finished.page > 1 && <ButtonLink slim href={pageHref(finished.page - 1)}>上一页</ButtonLink>}
            {finished.more && <ButtonLink slim href={pageHref(finished.page + 1)}>下一页</ButtonLink>}
          </div>
        )}
      </Panel>
      <CodeListPanel kind="matter" list={list} state={state} revoke={revokeCodeAction} />
    </div>
  );
}
