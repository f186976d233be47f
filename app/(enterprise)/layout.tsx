import type { ReactNode } from "react";
import { IdleWatch } from "@/components/account/IdleWatch";
import { LocalDrafts } from "@/components/application/LocalDrafts";
import { EnterpriseFrame } from "@/components/layout/EnterpriseFrame";
import { extendSessionAction, signOutAction } from "@/lib/actions/session-actions";
import { requireEnterpriseFrame } from "@/lib/auth/current-actor";
import { idleMinutes, sessionHours, warningMinutes } from "@/lib/services/accounts/session-policy";
import { countWaiting } from "@/lib/services/communication/messages";
import { footerLines } from "@/lib/services/settings/footer-lines";

const nav = [
  { href: "/home", label: "首页" },
  { href: "/applications", label: "许可业务", also: ["/guides", "/evaluations", "/termination"] },
  { href: "/licences", label: "我的许可证" },
  { href: "/profile", label: "我的信息" },
  { href: "/guides", label: "帮助" },
];

/** 企业各页的框：待办与消息的数目、主导航、账号、闲置提醒。 */
export default async function EnterpriseLayout({ children }: { children: ReactNode }) {
  const { actor, session } = await requireEnterpriseFrame();
  const [waiting, footer] = await Promise.all([countWaiting(actor), footerLines()]);
  return (
    <EnterpriseFrame
      enterpriseName={session.enterpriseName ?? actor.name}
      home="/home"
      todos={{ href: "/home#todo", count: waiting.todos }}
      messages={{ href: "/messages", count: waiting.unread }}
      nav={nav}
      passwordHref="/profile/password"
      accountLinks={[
        { href: "/profile", label: "我的信息" },
        { href: "/profile/colleagues", label: "同事账号" },
      ]}
      signOut={signOutAction}
      footer={footer}
    >
      <LocalDrafts />
      {children}
      <IdleWatch audience="enterprise" login={session.login} extend={extendSessionAction} idleSeconds={idleMinutes.enterprise * 60}
        warningSeconds={warningMinutes * 60} secondsLeft={session.secondsLeft} sessionSeconds={sessionHours * 3_600} />
    </EnterpriseFrame>
  );
}
