import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/SignInForm";
import { SignInNoticeLine } from "@/components/account/SignInNotice";
import { PublicFrame } from "@/components/layout/PublicFrame";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { entrancePath, homePath } from "@/lib/auth/login-path";
import { signInNotice } from "@/lib/auth/sign-in-notice";
import { idleMinutes } from "@/lib/services/accounts/session-policy";
import { footerLines } from "@/lib/services/settings/footer-lines";

export const metadata: Metadata = { title: "内网登录" };

type Query = Record<string, string | string[] | undefined>;

/** 审核人员的登录页，与企业的入口分开。 */
export default async function StaffLoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const target = entrancePath(query.callbackUrl ?? homePath("staff"));
  if ((await actorBeforePassword()).kind === "staff") redirect(target);
  const { notice, login } = signInNotice("staff", query);
  return (
    <PublicFrame home="/admin/login" width="slim" footer={await footerLines()}>
      <div className="narrow stack">
        <div className="panel">
          <div className="ph">
            <h1>内网登录</h1>
          </div>
          <div className="pb">
            <SignInNoticeLine notice={notice} />
            <SignInForm audience="staff" target={target} login={login} help="单位分配的内网账号" />
            <p className="soft small mt">{`${idleMinutes.staff} 分钟不操作会退出。忘记密码请联系系统管理员；企业用户请从外网地址登录。`}</p>
          </div>
        </div>
      </div>
    </PublicFrame>
  );
}
