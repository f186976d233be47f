import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { formatChineseDate } from "@/lib/workflow/iso-date";

/** 注册成了认领：接下来怎样、何时知道结果。 */
export function ClaimReceived({ login, dueOn, mobile }: { login: string; dueOn: string; mobile: string }) {
  return (
    <div className="stack">
      <Message tone="good" announce title="申请已收到，账号还没有开通。">
        该单位已登记在册，首个账号须由所属派出机构核实后开通。
      </Message>
      <ul className="bullets">
        <li>派出机构将在 {formatChineseDate(dueOn)} 前核实您填写的登记信息</li>
        <li>结果以短信发到 {mobile}，通过与否都会告知；没有通过的写明理由，可以更正后重新注册</li>
        <li>通过之后，用账号 {login} 和刚才设的密码登录</li>
      </ul>
      <div className="btns"><ButtonLink kind="primary" href="/login">返回登录页</ButtonLink></div>
    </div>
  );
}
