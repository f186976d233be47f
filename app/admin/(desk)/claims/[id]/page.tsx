import type { Metadata } from "next";
import { fullMomentOf } from "@/components/application/moments";
import { ClaimDecision } from "@/components/claims/ClaimDecision";
import { ClaimMatches } from "@/components/claims/ClaimMatches";
import { claimTones } from "@/components/claims/ClaimTable";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getClaim } from "@/lib/services/claims/list-claims";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { approveClaimAction, rejectClaimAction } from "../actions";

export const metadata: Metadata = { title: "核实认领" };

/** 一件认领申请：登记着的与申请人填的逐项对照，同意或退回。 */
export default async function ClaimPage({ params }: { params: Promise<{ id: string }> }) {
  const claim = await orNotFound(getClaim(await requireStaffActor(), (await params).id));
  const { id, enterpriseName, login, rivals, matches, licences } = claim;
  const differing = matches.filter(({ verdict }) => verdict === "different").map(({ label }) => label);
  return (
    <div className="wrap stack">
      <PageHead title={enterpriseName} facts={<Facts items={[claim.uscc, `提交 ${fullMomentOf(claim.createdAt)}`, `核实期限 ${formatChineseDate(claim.dueOn)}`]} />} aside={<Status tone={claim.overdue ? "bad" : claimTones[claim.state]}>{claim.stateWord}</Status>} />
      {claim.state === "approved" && <Message tone="good" title="已开通。">{claim.decidedBy}，{fullMomentOf(claim.decidedAt)}</Message>}
      {claim.state === "rejected" && <Message tone="warn" title="没有通过。">{claim.reason}（{claim.decidedBy}，{fullMomentOf(claim.decidedAt)}）</Message>}
      {claim.state === "pending" && rivals > 0 && <Message tone="warn">同一家企业另有 {rivals} 件待核实的申请，请一并核对。</Message>}
      {claim.standsInFor && <Message>这家企业属于{claim.standsInFor}，那里没有系统管理员，由您代为核实。</Message>}
      <Panel title="申请人">
        <TermList items={[{ term: "姓名", value: claim.applicant }, { term: "手机", value: `${claim.mobile}（已由短信验证）` }, { term: "登录账号", value: login }]} />
      </Panel>
      <Panel title="对照" flush><ClaimMatches matches={matches} /></Panel>
      <Panel title="持有的许可证">
        {licences.length === 0 ? <p className="soft">没有。</p> : <TermList items={licences.map(({ number, scopeText, validTo }) => ({ term: number, value: `${scopeText}，有效期至 ${formatChineseDate(validTo)}` }))} />}
      </Panel>
      {claim.state === "pending" && <Panel title="核实的结果"><ClaimDecision claim={{ id, enterpriseName, login, rivals }} differing={differing} approve={approveClaimAction} reject={rejectClaimAction} /></Panel>}
      <p><ButtonLink href="/admin/claims">返回列表</ButtonLink></p>
    </div>
  );
}
