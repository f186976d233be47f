"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { TextInput } from "@/components/ui/TextInput";
import { PasswordInput } from "./PasswordInput";
import { type Act, ask } from "./reply";

export interface EnrolmentActs {
  begin: Act<{ password: string }, { qr: string; secret: string }>;
  confirm: Act<{ code: string }, { recoveryCodes: string[] }>;
}

const valueOf = (event: FormEvent<HTMLFormElement>, name: string): string => String(new FormData(event.currentTarget).get(name) ?? "");

/** 设置动态口令的两步：核对密码，扫二维码并输入第一个口令。 */
export function Enrolment({ begin, confirm, onEnrolled }: EnrolmentActs & { onEnrolled: (codes: readonly string[]) => void }) {
  const [given, setGiven] = useState<{ qr: string; secret: string }>();
  const [fault, setFault] = useState<string>();

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reply = await ask(begin, { password: valueOf(event, "password") });
    setFault(reply.ok ? undefined : (reply.fields.password ?? reply.message));
    if (reply.ok) setGiven(reply.value);
  }

  async function finish(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reply = await ask(confirm, { code: valueOf(event, "code") });
    setFault(reply.ok ? undefined : (reply.fields.code ?? reply.message));
    if (reply.ok) onEnrolled(reply.value.recoveryCodes);
  }

  if (!given) {
    return (
      <form noValidate onSubmit={(event) => void start(event)} aria-label="设置动态口令" className="short-form stack">
        <p>用手机上的验证器应用（支持 TOTP 的都可以）每 30 秒生成一个口令，登录时输入。密码泄露了，别人也登录不了。</p>
        <FieldFrame id="enrol-password" label="登录密码" required error={fault}>
          {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
        </FieldFrame>
        <div className="btns"><Button kind="primary" type="submit">开始设置</Button></div>
      </form>
    );
  }
  return (
    <form noValidate onSubmit={(event) => void finish(event)} aria-label="确认动态口令" className="short-form stack">
      <Message>用验证器扫描二维码，再输入它给出的 6 位数字。确认之前，登录不受影响。</Message>
      <img className="scan-code" src={`data:image/svg+xml,${encodeURIComponent(given.qr)}`} alt="动态口令的二维码；扫不了的，请手工输入下面的密钥" width={192} height={192} />
      <p>扫不了的，手工输入密钥：<br /><output aria-label="密钥"><code>{given.secret}</code></output></p>
      <FieldFrame id="enrol-code" label="动态口令" required error={fault}>
        {(control) => <TextInput {...control} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} />}
      </FieldFrame>
      <div className="btns"><Button kind="primary" type="submit">确认启用</Button></div>
    </form>
  );
}
