import type { Metadata } from "next";
import { DocumentsPanel } from "@/components/documents/DocumentsPanel";
import { DeferralForm } from "@/components/follow-ups/DeferralForm";
import { FollowUpFacts } from "@/components/follow-ups/FollowUpFacts";
import { RectificationForm } from "@/components/follow-ups/RectificationForm";
import { ButtonLink } from "@/components/ui/Button";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { deferralBar } from "@/lib/licensing/rule-sets/periods";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { getFollowUp } from "@/lib/services/follow-ups/get-follow-up";
import type { FollowUpKind } from "@/lib/terms/follow-ups";
import { formatChineseDate, shanghaiDate } from "@/lib/workflow/iso-date";
import { removeSuppliedFileAction, reportRectificationAction, supplyDeferralAction } from "./actions";

export const metadata: Metadata = { title: "后续任务" };

/** 各种任务要办什么；写在期限之后。 */
const todo: Readonly<Partial<Record<FollowUpKind, string>>> = {
  deferral: `补齐每一份材料后提交；逾期不予许可，${deferralBar}内不得再申请容缺受理。`,
  rectification: "整改完毕并报告。",
  conditions: "办理人员入职，补足在册人员；准予之后仍符合许可条件的，任务自动了结。",
};

const late: Readonly<Partial<Record<FollowUpKind, string>>> = {
  deferral: "不能再补交。",
  rectification: "请尽快整改并报告，是否接受由审查岗决定。",
  conditions: "请尽快办理人员入职；仍不符合许可条件的，依法处理。",
};

/** 没有完成的后果。 */
const after: Readonly<Partial<Record<FollowUpKind, string>>> = {
  deferral: `申请已不予许可，${deferralBar}内不得再申请容缺受理；理由、依据与救济途径见消息。`,
  rectification: "许可证已撤销；理由、依据与救济途径见消息。",
};

const noteTitle: Readonly<Partial<Record<FollowUpKind, string>>> = { deferral: "核对意见：还差什么。", conditions: "还差什么。", rectification: "要整改什么。" };

/** 企业要办的一件后续任务：补齐容缺材料、限期整改，或补足在册人员。 */
export default async function FollowUpPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireEnterpriseActor();
  const view = await orNotFound(getFollowUp(actor, (await params).id));
  const documents = await orNotFound(listDocumentsOfCase(actor, view.applicationId, view.id));
  const { kind, state, note, dueOn, overdue } = view;
  const due = `请在${formatChineseDate(dueOn)}前${todo[kind] ?? "办理。"}`;
  return (
    <div className="wrap stack">
      <PageHead
        title={view.kindWord}
        facts={<Facts lead={view.business} items={[<Link key="case" href={`/${view.ofParty ? "confirmations" : "applications"}/${view.applicationId}`}>{view.number}</Link>, view.task, `${formatChineseDate(dueOn)}前`]} />}
        aside={<FollowUpFacts view={view} />}
      />
      {state === "open" && !overdue && <Message title="要办的事。">{due}</Message>}
      {state === "open" && overdue && <Message tone="warn" title="期限已过。">{late[kind]}</Message>}
      {kind === "conditions" && state === "open" && <p className="btns"><ButtonLink kind="primary" href="/guides/personnel-change">办理人员变更申请</ButtonLink></p>}
      {note && <Message tone="warn" title={noteTitle[kind]}>{note}</Message>}
      {state === "supplied" && <Message tone="good" title="已提交，等待核对。">{view.suppliedBy}提交；核对的结果会发站内消息。</Message>}
      {state === "met" && <Message tone="good" title="已完成。">{view.closedAt && `${formatChineseDate(shanghaiDate(new Date(view.closedAt)))}办结，`}不用再办。</Message>}
      {state === "failed" && <Message tone="bad" title="没有完成。">{[view.result, after[kind]].filter(Boolean).join("。")}</Message>}
      {state === "cancelled" && <Message title="已取消。">{view.result || "申请已经办结，不用再办。"}</Message>}
      {state === "proposed" && <Message tone="warn" title="拟撤销许可证。">还没有作出决定；理由与依据已发站内消息，有不同意见的请尽快向办理机构陈述、申辩。</Message>}
      <DocumentsPanel documents={documents} />
      {kind === "deferral" && <DeferralForm view={view} supply={supplyDeferralAction} removeFile={removeSuppliedFileAction} />}
      {kind === "rectification" && <RectificationForm view={view} report={reportRectificationAction} />}
    </div>
  );
}
