import type { Metadata } from "next";
import { Colleagues } from "@/components/account/Colleagues";
import { PageHead } from "@/components/ui/PageHead";
import { can } from "@/lib/access/can";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { invitableRoles, listColleagues } from "@/lib/services/accounts/colleagues";
import { localSmsNotice } from "@/lib/services/outbox/local-notice";
import { enterpriseRoles } from "@/lib/terms/roles";
import { shanghaiDate } from "@/lib/workflow/iso-date";
import { inviteColleagueAction, revokeInvitationAction, setColleagueStateAction } from "../actions";
import { ProfileViews } from "../profile-views";

export const metadata: Metadata = { title: "同事账号" };

/** 同事账号：邀请填报人、提交人，撤回邀请，停用账号。 */
export default async function ColleaguesPage() {
  const actor = await requireEnterpriseActor();
  const { colleagues, invitations } = await listColleagues(actor);
  return (
    <div className="wrap stack">
      <PageHead title="同事账号" />
      <ProfileViews current="colleagues" />
      <Colleagues
        colleagues={colleagues}
        invitations={invitations.map(({ expiresAt, ...invitation }) => ({ ...invitation, expiresOn: shanghaiDate(new Date(expiresAt)) }))}
        roles={invitableRoles.map((role) => ({ value: role, label: enterpriseRoles[role] }))}
        editable={can(actor, "colleague.invite", { enterpriseId: actor.enterpriseId })}
        localNotice={localSmsNotice()}
        invite={inviteColleagueAction}
        revoke={revokeInvitationAction}
        setState={setColleagueStateAction}
      />
    </div>
  );
}
