import type { Metadata } from "next";
import { PasswordForm } from "@/components/account/PasswordForm";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { currentSession, requireStaffActor } from "@/lib/auth/current-actor";
import { getSetting } from "@/lib/services/settings/settings";
import { changePasswordAction } from "./actions";

export const metadata: Metadata = { title: "修改密码" };

/** 内网人员修改自己的密码。 */
export default async function StaffPasswordPage({ searchParams }: { searchParams: Promise<{ due?: string }> }) {
  await requireStaffActor();
  const [found, profile, { due }] = await Promise.all([currentSession(), getSetting("passwordProfile"), searchParams]);
  return (
    <div className="wrap stack">
      <PageHead title="修改密码" />
      {due && <Message tone="warn">您的密码已使用 90 天以上，请修改。</Message>}
      <Panel>
        <PasswordForm profile={profile} login={found?.session.login ?? ""} change={changePasswordAction} />
      </Panel>
    </div>
  );
}
