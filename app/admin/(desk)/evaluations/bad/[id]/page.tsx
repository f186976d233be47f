import type { Metadata } from "next";
import { DueMark } from "@/components/evaluation/bad-ratings/DueMark";
import { HandlingBar } from "@/components/evaluation/bad-ratings/HandlingBar";
import { HandlingPanel, PastPanel, RatingPanel } from "@/components/evaluation/bad-ratings/RatingFacts";
import { Link } from "@/components/ui/Link";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Timeline } from "@/components/ui/Timeline";
import { can } from "@/lib/access/can";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getBadRating } from "@/lib/services/evaluation/bad-ratings/get-bad-rating";
import { handleBadRatingAction, lookUpPhoneAction } from "./actions";

export const metadata: Metadata = { title: "差评办理" };

/** 一件差评：评价、办到哪一步、经过，与此人办得了的动作。 */
export default async function BadRatingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireStaffActor();
  const view = await orNotFound(getBadRating(actor, (await params).id));
  const readsCase = view.caseId !== "" && can(actor, "application.read", { officeCode: actor.officeCode });
  return (
    <div className="wrap stack">
      <PageHead
        title={`差评：${view.matter}`}
        facts={<Facts lead={view.stateWord} items={[view.rater, view.levelWord, view.number, view.office]}><Link className="link" href="/admin/evaluations/bad">差评列表</Link></Facts>}
        aside={view.closedAt === "" && <DueMark due={view.due} />}
      />
      <Panel>
        <Timeline label="办理进度" steps={view.steps}>{view.waitsFor}</Timeline>
      </Panel>
      <div className="two handling">
        <div className="stack">
          <RatingPanel view={view} {...(readsCase ? { caseHref: `/admin/applications/${view.caseId}` } : {})} />
          <HandlingPanel view={view} />
        </div>
        <PastPanel view={view} />
      </div>
      {view.state !== "closed" && <HandlingBar view={view} handle={handleBadRatingAction} lookUp={lookUpPhoneAction} />}
    </div>
  );
}
