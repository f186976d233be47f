import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { CaseDocuments } from "@/components/documents/CaseDocuments";
import { CaseRating } from "@/components/evaluation/CaseRating";
import { CaseDesk } from "@/components/review/CaseDesk";
import { CaseTasksPanel } from "@/components/site-visits/CaseTasksPanel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { listDocumentsOfCase } from "@/lib/services/documents/list-case-documents";
import { findCaseRating } from "@/lib/services/evaluation/case-rating";
import { getCase } from "@/lib/services/review/get-case";
import { getCaseTasks } from "@/lib/services/site-visits/get-site-visits";
import { registerDeliveryAction } from "../../documents/actions";
import { claimAction } from "../../queue/actions";
import { decideAction, draftRemarkAction, recordConsentAction, removeRemarkAction, removePhraseAction, resolveRemarkAction, revealAction, savePhraseAction, updateRemarkAction } from "./actions";

export const metadata: Metadata = { title: "案件办理" };

const actions = {
  claim: claimAction,
  decide: decideAction,
  draftRemark: draftRemarkAction,
  updateRemark: updateRemarkAction,
  removeRemark: removeRemarkAction,
  resolveRemark: resolveRemarkAction,
  recordConsent: recordConsentAction,
  reveal: revealAction,
  savePhrase: savePhraseAction,
  removePhrase: removePhraseAction,
};

/** 要看的一轮；不写的是最近一轮。 */
const Round = z.coerce.number().int().min(1).max(99).optional();

interface CasePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ round?: string | string[] }>;
}

export default async function CasePage({ params, searchParams }: CasePageProps) {
  const id = z.uuid().safeParse((await params).id);
  const round = Round.safeParse((await searchParams).round);
  if (!id.success || !round.success) notFound();
  const actor = await requireStaffActor();
  const [view, rating, documents, tasks] = await Promise.all([
    orNotFound(getCase(actor, id.data, round.data === undefined ? {} : { round: round.data })), orNotFound(findCaseRating(actor, id.data)), orNotFound(listDocumentsOfCase(actor, id.data)), orNotFound(getCaseTasks(actor, id.data)),
  ]);
  return <CaseDesk key={`${view.applicationId} ${view.shownRound}`} view={view} actions={actions} rating={<>{rating && <CaseRating rating={rating} />}<CaseTasksPanel tasks={tasks} /></>} documents={<CaseDocuments documents={documents} register={registerDeliveryAction} />} />;
}
