import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";

export const metadata: Metadata = { title: "企业注册" };

/** 企业注册页面：说明要准备什么，【注册】打开登记表。 */
export default function RegisterPage() {
  return (
    <div className="narrow stack">
      <Panel title="企业注册" level={1}>
        <p>一家企业注册一次，由企业管理员办理；注册后可以邀请同事（填报人、提交人）。</p>
        <p className="mt">请先准备好：</p>
        <ul className="bullets">
          <li>营业执照或事业单位法人证书，按证照填写名称、代码、住所等信息</li>
          <li>法定代表人的证件号码</li>
          <li>联系人手机，注册时接收验证码，以后用来找回密码</li>
        </ul>
        <p className="mt soft">单位已在册而没有账号的（如从原系统转来的持证企业），照样在此注册，派出机构核实后开通，结果以短信告知。</p>
        <p className="mt soft">证照的扫描件不在注册时上传，办理许可证新申请时再交。</p>
        <div className="btns mt">
          <ButtonLink kind="primary" href="/register/form">注册</ButtonLink>
          <ButtonLink href="/login">取消</ButtonLink>
        </div>
      </Panel>
    </div>
  );
}
