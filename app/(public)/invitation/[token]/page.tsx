import type { Metadata } from "next";
import { InvitationForm } from "@/components/account/InvitationForm";
import { Message } from "@/components/ui/Message";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Refusal } from "@/lib/access/refusal";
import { getInvitation, type InvitationView } from "@/lib/services/accounts/accept-invitation";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { acceptInvitationAction } from "./actions";

export const metadata: Metadata = { title: "接受邀请", referrer: "no-referrer" };

async function findInvitation(token: string): Promise<InvitationView | string> {
  try {
    return await getInvitation(token);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** 受邀请的同事由短信里的链接来到这里。 */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (typeof invitation === "string") {
    return (
      <div className="narrow stack">
        <Panel title="接受邀请" level={1}>
          <Message tone="bad">{`${invitation}。请联系企业管理员重新邀请。`}</Message>
        </Panel>
      </div>
    );
  }
  const [profile, on] = await Promise.all([getSetting("passwordProfile"), today()]);
  return (
    <div className="narrow stack">
      <Panel title="接受邀请" level={1}>
        <TermList
          items={[
            { term: "企业", value: invitation.enterpriseName },
            { term: "姓名", value: invitation.name },
            { term: "手机", value: invitation.mobile },
            { term: "角色", value: invitation.roles.join("、") },
          ]}
        />
        <InvitationForm token={token} profile={profile} today={on} accept={acceptInvitationAction} />
      </Panel>
    </div>
  );
}
