import type { Metadata } from "next";
import { RecoverForm } from "@/components/account/RecoverForm";
import { Panel } from "@/components/ui/Panel";
import { resendSeconds } from "@/lib/services/accounts/verification";
import { localSmsNotice } from "@/lib/services/outbox/local-notice";
import { getSetting } from "@/lib/services/settings/settings";
import { recoverPasswordAction, requestRecoveryCodeAction } from "./actions";

export const metadata: Metadata = { title: "找回密码" };

/** 找回密码的页面。 */
export default async function RecoverPasswordPage() {
  return (
    <div className="narrow stack">
      <Panel title="找回密码" level={1}>
        <RecoverForm profile={await getSetting("passwordProfile")} resendSeconds={resendSeconds} localNotice={localSmsNotice()} recover={recoverPasswordAction} requestCode={requestRecoveryCodeAction} />
      </Panel>
    </div>
  );
}
