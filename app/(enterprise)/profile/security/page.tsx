import type { Metadata } from "next";
import { OwnSessions } from "@/components/account/OwnSessions";
import { PageHead } from "@/components/ui/PageHead";
import { endOtherSessionsAction, endOwnSessionAction } from "@/lib/actions/security-actions";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listOwnSessions } from "@/lib/services/accounts/own-sessions";
import { ProfileViews } from "../profile-views";

export const metadata: Metadata = { title: "登录安全" };

/** 企业人员自己在各处的登录。 */
export default async function EnterpriseSecurityPage() {
  const sessions = await listOwnSessions(await requireEnterpriseActor());
  return (
    <div className="wrap stack">
      <PageHead title="登录安全" />
      <ProfileViews current="security" />
      <OwnSessions sessions={sessions} end={endOwnSessionAction} endOthers={endOtherSessionsAction} />
    </div>
  );
}
