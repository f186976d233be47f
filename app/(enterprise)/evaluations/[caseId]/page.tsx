import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { RatingAnswerPanel } from "@/components/evaluation/bad-ratings/RatingAnswerPanel";
import { RatingClosed } from "@/components/evaluation/RatingClosed";
import { RatingForm } from "@/components/evaluation/RatingForm";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { findRatingAnswer } from "@/lib/services/evaluation/bad-ratings/rating-answer";
import { openRating } from "@/lib/services/evaluation/open-rating";
import { formatChineseDate } from "@/lib/workflow/iso-date";
import { rateAction } from "./actions";

export const metadata: Metadata = { title: "好差评" };

export default async function RatingPage({ params }: { params: Promise<{ caseId: string }> }) {
  const caseId = z.uuid().safeParse((await params).caseId);
  if (!caseId.success) notFound();
  const actor = await requireEnterpriseActor();
  const invitation = await orNotFound(openRating(actor, caseId.data));
  const answered = invitation.closedBecause ? await findRatingAnswer(actor, caseId.data) : undefined;
  const facts = [invitation.business, invitation.number, invitation.officeName, `${formatChineseDate(invitation.finishedOn)}办结`];
  return (
    <div className="wrap narrow stack">
      <PageHead title="好差评：请评价这次服务" facts={<Facts items={facts} />} />
      {answered && <RatingAnswerPanel {...answered} />}
      {invitation.closedBecause ? (
        <RatingClosed home="/home">{invitation.closedBecause}</RatingClosed>
      ) : (
        <>
          {invitation.paused && <Message title="上次填的手机号码五天内已评价过">{invitation.paused}。</Message>}
          <RatingForm caseId={invitation.caseId} rate={rateAction} home="/home" />
        </>
      )}
    </div>
  );
}
