import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { CaseRating } from "@/components/evaluation/CaseRating";
import { CaseDesk } from "@/components/review/CaseDesk";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { findCaseRating } from "@/lib/services/evaluation/case-rating";
import { getCase } from "@/lib/services/review/get-case";
import { claimAction } from "../../queue/actions";
import { decideAction, draftRemarkAction, recordConsentAction, removeRemarkAction, resolveRemarkAction, revealAction, updateRemarkAction } from "./actions";

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
};

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireStaffActor();
  const [view, rating] = await Promise.all([orNotFound(getCase(actor, id.data)), orNotFound(findCaseRating(actor, id.data))]);
  return <CaseDesk key={view.applicationId} view={view} actions={actions} rating={rating && <CaseRating rating={rating} />} />;
}
