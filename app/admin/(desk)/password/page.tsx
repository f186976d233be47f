import type { Metadata } from "next";
import { PasswordForm } from "@/components/account/PasswordForm";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { currentSession, requireStaffActor } from "@/lib/auth/current-actor";
import { passwordDueWords } from "@/lib/auth/password-due";
import { getSetting } from "@/lib/services/settings/settings";
import { changePasswordAction } from "@/lib/actions/session-actions";

export const metadata: Metadata = { title: "修改密码" };

/** 内网人员修改自己的密码。 */
export default async function StaffPasswordPage() {
  await requireStaffActor();
  const [found, profile] = await Promise.all([currentSession(), getSetting("passwordProfile")]);
  return (
    <div className="wrap stack">
      <PageHead title="修改密码" />
      {found?.passwordDue && <Message tone="warn">{passwordDueWords[found.passwordDue]}</Message>}
      <Panel>
        <PasswordForm profile={profile} login={found?.session.login ?? ""} change={changePasswordAction} />
      </Panel>
    </div>
  );
}
