import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { fullMomentOf } from "@/components/application/moments";
import { DocumentsPanel } from "@/components/documents/DocumentsPanel";
import { ConfirmationDetails } from "@/components/parties/ConfirmationDetails";
import { ConfirmationForm } from "@/components/parties/ConfirmationForm";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import type { ConfirmationView } from "@/lib/licensing/confirmations";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { getConfirmation } from "@/lib/services/parties/confirmations";
import { todoKinds } from "@/lib/terms/todos";
import { answerConfirmationAction } from "./actions";

export const metadata: Metadata = { title: todoKinds.counterpartyConfirmation };

/** 另一方确认：先看清本单位的许可证与人员会怎样，再【同意】或【不同意】。 */
export default async function ConfirmationPage({ params }: { params: Promise<{ caseId: string }> }) {
  const caseId = z.uuid().safeParse((await params).caseId);
  if (!caseId.success) notFound();
  const actor = await requireEnterpriseActor();
  const [view, documents] = await Promise.all([orNotFound(getConfirmation(actor, caseId.data)), orNotFound(listDocumentsOfCase(actor, caseId.data))]);
  return (
    <div className="wrap narrow stack">
      <PageHead title={`请确认是否同意${view.business}`} facts={<Facts items={[view.applicant.name, view.kind, view.number]} />} />
      <Standing view={view} />
      <ConfirmationDetails view={view} />
      <DocumentsPanel documents={documents} />
      {view.state === "pending" && !view.closedBecause && view.mayAnswer && <ConfirmationForm caseId={view.caseId} applicant={view.applicant.name} answer={answerConfirmationAction} />}
    </div>
  );
}

function Standing({ view }: { view: ConfirmationView }) {
  if (view.state !== "pending") {
    const said = [view.answeredAt && fullMomentOf(view.answeredAt), view.answeredBy, view.paperNote && `书面同意：${view.paperNote}`].filter(Boolean).join("，");
    return <Message tone={view.state === "confirmed" ? "good" : "warn"} title={`${view.stateWord}。`}>{said}</Message>;
  }
  if (view.closedBecause) return <Message tone="info" title="现在不用答复。">{view.closedBecause}。</Message>;
  return view.mayAnswer ? (
    <Message tone="info" title="请看清下面的作用再答复。">贵单位同意之前，这件申请不会受理。</Message>
  ) : (
    <Message tone="info" title="请企业管理员或提交人答复。">您的账号可以查看，不能答复。</Message>
  );
}
