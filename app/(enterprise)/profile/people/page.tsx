import type { Metadata } from "next";
import { type RosterParams, RosterPanel, rosterQuery } from "@/components/licence/RosterPanel";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { getRoster } from "@/lib/services/licences/roster";
import { ProfileViews } from "../profile-views";

export const metadata: Metadata = { title: "在册人员 · 我的信息" };

/** 我的信息—在册人员：变动须办理人员变更申请。 */
export default async function PeoplePage({ searchParams }: { searchParams: Promise<RosterParams> }) {
  const roster = await getRoster(await requireEnterpriseActor(), rosterQuery(await searchParams));
  return (
    <div className="wrap stack">
      <PageHead title="在册人员" />
      <ProfileViews current="people" />
      <Message tone="info">人员离职、入职请办理人员变更申请，准予之后在这里更新。</Message>
      <RosterPanel roster={roster} path="/profile/people" />
    </div>
  );
}
