import type { ReactNode } from "react";
import { IdleWatch } from "@/components/account/IdleWatch";
import { AdminFrame } from "@/components/layout/AdminFrame";
import { can } from "@/lib/access/can";
import { extendSessionAction, signOutAction } from "@/lib/actions/session-actions";
import { requireStaffFrame } from "@/lib/auth/current-actor";
import { administrationPages } from "@/lib/auth/administration-pages";
import { staffNavigation } from "@/lib/auth/staff-navigation";
import { getOffice } from "@/lib/licensing/offices";
import { idleMinutes, sessionHours, warningMinutes } from "@/lib/services/accounts/session-policy";
import { countClaims } from "@/lib/services/claims/list-claims";
import { countProposed } from "@/lib/services/follow-ups/list-follow-ups";
import { getDeskFrame } from "@/lib/services/review/desk-frame";
import { wordOf } from "@/lib/terms/option-map";
import { staffRoles } from "@/lib/terms/roles";

/** 内网各页的框：按岗位的栏目、全机构查找、账号、闲置提醒。 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor, session } = await requireStaffFrame();
  const readsCases = can(actor, "application.read", { officeCode: actor.officeCode });
  const revokes = can(actor, "licence.revoke", { officeCode: actor.officeCode });
  const admits = can(actor, "enterprise.claims", { officeCode: actor.officeCode });
  const [{ footer, waiting, badRatings }, proposed, claims] = await Promise.all([
    getDeskFrame(actor), revokes ? countProposed(actor) : 0, admits ? countClaims(actor) : 0,
  ]);
  return (
    <AdminFrame
      home="/admin"
      person={{ name: actor.name, post: actor.roles.map((role) => wordOf(staffRoles, role)).join("、") }}
      {...(readsCases ? { searchAction: "/admin/queue" } : {})}
      {...(waiting === undefined ? {} : { waiting: { href: "/admin/queue", count: waiting } })}
      nav={staffNavigation(actor, badRatings, proposed, claims)}
      area={{ label: "系统管理", items: administrationPages(actor).map(({ href, label }) => ({ href, label, ...(href === "/admin/claims" && claims > 0 ? { count: claims } : {}) })) }}
      accountLinks={[{ href: "/admin/security", label: "登录安全" }, { href: "/admin/password", label: "修改密码" }]}
      signOut={signOutAction}
      footer={[getOffice(actor.officeCode).name, ...footer]}
    >
      {children}
      <IdleWatch audience="staff" login={session.login} extend={extendSessionAction} idleSeconds={idleMinutes.staff * 60}
        warningSeconds={warningMinutes * 60} secondsLeft={session.secondsLeft} sessionSeconds={sessionHours * 3_600} />
    </AdminFrame>
  );
}
