import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ForgetDrafts } from "@/components/account/ForgetDrafts";
import { SignInForm } from "@/components/account/SignInForm";
import { SignInNoticeLine } from "@/components/account/SignInNotice";
import { ButtonLink } from "@/components/ui/Button";
import { Link } from "@/components/ui/Link";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { entrancePath } from "@/lib/auth/login-path";
import { signInNotice } from "@/lib/auth/sign-in-notice";
import { idleMinutes } from "@/lib/services/accounts/session-policy";

export const metadata: Metadata = { title: "企业登录" };

type Query = Record<string, string | string[] | undefined>;

/** 外网填报登录页面。 */
export default async function LoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const target = entrancePath(query.callbackUrl);
  if ((await actorBeforePassword()).kind === "enterprise") redirect(target);
  const { notice, login } = signInNotice("enterprise", query);
  return (
    <div className="sign">
      {query.reason === "signedOut" && <ForgetDrafts />}
      <div className="panel">
        <h1>企业登录</h1>
        <SignInNoticeLine notice={notice} />
        <SignInForm audience="enterprise" target={target} login={login} help="注册时设置的账号，不是企业名称" />
        <p className="or">
          <Link className="link" href="/recover-password">忘记密码</Link>
          <span className="soft small">内网人员请从内网地址登录</span>
        </p>
      </div>
      <div>
        <section>
          <h2>首次使用</h2>
          <p>为本单位注册一个账号，注册信息会自动带入以后的每一项申请。注册时请准备：</p>
          <ul className="bullets">
            <li>营业执照或事业单位法人证书（18 位统一社会信用代码）</li>
            <li>法定代表人身份证件</li>
            <li>能接收验证码的联系人手机</li>
          </ul>
          <p className="mt">
            <ButtonLink href="/register" icon="pen">企业注册</ButtonLink>
          </p>
        </section>
        <section>
          <h2>不需要登录</h2>
          <ul className="bullets">
            <li><Link href="/verify">查验许可证真伪和有效期</Link></li>
            <li><Link href="/guides/new-licence">办事指南、条件和材料清单</Link></li>
            <li><Link href="/notices">通知公告</Link></li>
            <li><Link href="/guides">帮助</Link></li>
          </ul>
        </section>
        <section>
          <h2>使用说明</h2>
          <ul className="bullets">
            <li>{`登录后 ${idleMinutes.enterprise} 分钟不操作会退出，结束前 5 分钟提醒；填写的内容不会丢失。`}</li>
            <li>请使用 Edge、Chrome、Firefox、Safari 等主流浏览器的近两年版本。</li>
          </ul>
        </section>
      </div>
    </div>
  );
}
