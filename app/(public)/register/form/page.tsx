import type { Metadata } from "next";
import { RegisterForm } from "@/components/account/RegisterForm";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { resendSeconds } from "@/lib/services/accounts/verification";
import { localSmsNotice } from "@/lib/services/outbox/local-notice";
import { today } from "@/lib/services/platform/clock";
import { getSetting } from "@/lib/services/settings/settings";
import { findInstitutionsAction, registerAction, requestCodeAction } from "../actions";

export const metadata: Metadata = { title: "填写登记信息 · 企业注册" };

export default async function RegisterFormPage() {
  const [on, profile] = await Promise.all([today(), getSetting("passwordProfile")]);
  return (
    <div className="wrap stack">
      <PageHead title="企业注册" facts={<div className="facts"><span>带 * 的必填，按证照填写</span></div>} />
      <Panel>
        <RegisterForm today={on} profile={profile} resendSeconds={resendSeconds} localNotice={localSmsNotice()} register={registerAction} requestCode={requestCodeAction} search={findInstitutionsAction} />
      </Panel>
    </div>
  );
}
