import type { Metadata } from "next";
import { DailyReminder } from "@/components/account/DailyReminder";
import { OwnSessions } from "@/components/account/OwnSessions";
import { SecondFactor } from "@/components/account/SecondFactor";
import { Message } from "@/components/ui/Message";
import { PageHead } from "@/components/ui/PageHead";
import { beginEnrolmentAction, chooseDailyReminderAction, confirmEnrolmentAction, endOtherSessionsAction, endOwnSessionAction, removeSecondFactorAction, renewRecoveryCodesAction } from "@/lib/actions/security-actions";
import { currentSession, requireStaffActor } from "@/lib/auth/current-actor";
import { secondFactorDueWords } from "@/lib/auth/hindrance";
import { stagesOf } from "@/lib/licensing/stages";
import { getDailyReminder } from "@/lib/services/accounts/daily-reminder";
import { listOwnSessions } from "@/lib/services/accounts/own-sessions";
import { getSecondFactor } from "@/lib/services/accounts/second-factor";
import { shanghaiMoment } from "@/lib/workflow/iso-date";

export const metadata: Metadata = { title: "登录安全" };

/** 内网人员自己的动态口令与各处的登录；办案的人另有每日提醒。 */
export default async function StaffSecurityPage() {
  const actor = await requireStaffActor();
  const [found, { since, ...factor }, sessions, reminder] = await Promise.all([currentSession(), getSecondFactor(actor), listOwnSessions(actor), getDailyReminder(actor)]);
  return (
    <div className="wrap stack">
      <PageHead title="登录安全" />
      {found?.secondFactorDue && <Message tone="warn">{secondFactorDueWords}</Message>}
      <SecondFactor {...factor} {...(since ? { since: shanghaiMoment(new Date(since)) } : {})} begin={beginEnrolmentAction} confirm={confirmEnrolmentAction} remove={removeSecondFactorAction} renew={renewRecoveryCodesAction} />
      <OwnSessions sessions={sessions} end={endOwnSessionAction} endOthers={endOtherSessionsAction} />
      {stagesOf(actor.roles).length > 0 && <DailyReminder {...reminder} choose={chooseDailyReminderAction} />}
    </div>
  );
}
