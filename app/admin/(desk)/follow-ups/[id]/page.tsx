import type { Metadata } from "next";
import { CaseDocuments } from "@/components/documents/CaseDocuments";
import { FollowUpFacts } from "@/components/follow-ups/FollowUpFacts";
import { PromisedMaterials } from "@/components/follow-ups/PromisedMaterials";
import { RevocationPanel } from "@/components/follow-ups/RevocationPanel";
import { SuppliedMaterials } from "@/components/follow-ups/SuppliedMaterials";
import { VerdictForm } from "@/components/follow-ups/VerdictForm";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import { can } from "@/lib/access/can";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { getFollowUp } from "@/lib/services/follow-ups/get-follow-up";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { registerDeliveryAction } from "../../documents/actions";
import { decideRevocationAction, recordConditionsAction, recordDeferralAction, recordVerificationAction } from "./actions";

export const metadata: Metadata = { title: "后续任务" };

/** 一件后续任务：看补交的材料或整改情况，记下结论。 */
export default async function FollowUpDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaffActor();
  const view = await orNotFound(getFollowUp(actor, (await params).id));
  const documents = await orNotFound(listDocumentsOfCase(actor, view.applicationId, view.id));
  return (
    <div className="wrap stack">
      <PageHead
        title={view.enterprise}
        facts={
          <Facts
            lead={view.kindWord}
            items={[view.business, <Link key="case" href={`/admin/applications/${view.applicationId}`}>{view.number}</Link>, view.mark && <Tag key="mark">{view.mark}</Tag>, view.task, `${formatChineseDate(view.dueOn)}前`]}
          >
            {view.licenceNumber && <Link className="link" href={`/verify/${view.licenceNumber}`}>许可证 {view.licenceNumber}</Link>}
          </Facts>
        }
        aside={<FollowUpFacts view={view} />}
      />
      {view.note && <Message title="此前写给企业的：">{view.note}</Message>}
      {view.kind === "deferral" && <SuppliedMaterials view={view} />}
      {view.promise && <PromisedMaterials promise={view.promise} casePath={`/admin/applications/${view.applicationId}`} />}
      {view.report && <Panel title="企业报告的整改情况" id="report">{view.report}</Panel>}
      {view.result && <Message tone={view.state === "met" ? "good" : "warn"} title="结论：">{view.result}</Message>}
      {view.revocation && <RevocationPanel view={view} revocation={view.revocation} decide={decideRevocationAction} />}
      {documents.length > 0 && <CaseDocuments documents={documents} register={registerDeliveryAction} />}
      {can(actor, "followUp.check", { officeCode: actor.officeCode }) && (
        <VerdictForm view={view} recordDeferral={recordDeferralAction} recordVerification={recordVerificationAction} recordConditions={recordConditionsAction} />
      )}
    </div>
  );
}
