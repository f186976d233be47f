"use client";

import { useState } from "react";
import { type Resolver, useForm, useWatch } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";
import { TextInput } from "@/components/ui/TextInput";
import { judgePassword, type PasswordProfile, passwordHint } from "@/lib/access/password-policy";
import { verificationCode } from "@/lib/enterprise/account";
import { checkMobile, maskMobile, normaliseMobile } from "@/lib/forms/identifiers";
import { asErrors, fieldId, messageOf, placeFaults, summaryOf } from "./form-errors";
import { PasswordInput } from "./PasswordInput";
import { type Act, ask } from "./reply";
import { SmsCodeField } from "./SmsCodeField";

const order = ["identifier", "mobile", "verifyCode", "password", "password2"] as const;
export type RecoverCommand = Record<(typeof order)[number], string>;
const blank: RecoverCommand = { identifier: "", mobile: "", verifyCode: "", password: "", password2: "" };

export interface RecoverFormProps {
  profile: PasswordProfile;
  resendSeconds: number;
  localNotice?: string;
  recover: Act<RecoverCommand, { login: string }>;
  requestCode: Act<{ identifier: string; mobile: string }>;
}

function faultsOf(values: RecoverCommand, profile: PasswordProfile): Record<string, string> {
  const wrongCode = verificationCode.faultIn(values.verifyCode);
  const weak = judgePassword(profile, values.password, values.identifier);
  return {
    ...identityFaults(values),
    ...(wrongCode ? { verifyCode: wrongCode } : {}),
    ...(weak ? { password: weak } : {}),
    ...(values.password === values.password2 ? {} : { password2: "请再次输入相同的密码" }),
  };
}

function identityFaults({ identifier, mobile }: Pick<RecoverCommand, "identifier" | "mobile">): Record<string, string> {
  const wrongMobile = checkMobile(normaliseMobile(mobile))?.message;
  return { ...(identifier.trim() === "" ? { identifier: "请输入登录账号或统一社会信用代码" } : {}), ...(wrongMobile ? { mobile: wrongMobile } : {}) };
}

/** 找回密码：账号加登记的手机收验证码，设新密码；此后只有新密码能登录。 */
export function RecoverForm({ profile, resendSeconds, localNotice, recover, requestCode }: RecoverFormProps) {
  const open = useOpen();
  const [failure, setFailure] = useState<string>();
  const resolver: Resolver = async (values) => {
    const faults = faultsOf({ ...blank, ...values }, profile);
    return Object.keys(faults).length > 0 ? { values: {}, errors: asErrors(faults) } : { values, errors: {} };
  };
  const form = useForm({ resolver, shouldFocusError: false, defaultValues: { ...blank } as Record<string, string> });
  const { errors, isSubmitting } = form.formState;
  const mobile = String(useWatch({ control: form.control, name: "mobile" }) ?? "");

  async function sendCode() {
    const { identifier, mobile: given } = { ...blank, ...form.getValues() };
    const faults = identityFaults({ identifier, mobile: given });
    if (Object.keys(faults).length > 0) return { ok: false as const, code: "invalid", message: "", fields: faults };
    form.clearErrors(["identifier", "mobile", "verifyCode"]);
    return ask(requestCode, { identifier, mobile: given });
  }

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const reply = await ask(recover, { ...blank, ...values });
    if (reply.ok) return open(`/login?${new URLSearchParams({ recovered: reply.value.login })}`);
    if (!placeFaults(form, reply.fields, order)) setFailure(reply.message);
  });

  return (
    <form className="stack" noValidate onSubmit={submit} aria-label="找回密码">
      <ErrorSummary issues={summaryOf(errors, order)} />
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <FieldFrame id={fieldId("identifier")} label="登录账号或统一社会信用代码" required error={messageOf(errors, "identifier")}>
        {(control) => <TextInput {...control} {...form.register("identifier")} autoComplete="username" autoCapitalize="off" spellCheck={false} />}
      </FieldFrame>
      <FieldFrame id={fieldId("mobile")} label="登记的手机号码" required help="注册时的联系人手机，或受邀请时的手机" error={messageOf(errors, "mobile")}>
        {(control) => <TextInput {...control} {...form.register("mobile")} type="tel" inputMode="tel" autoComplete="tel" />}
      </FieldFrame>
      <SmsCodeField
        id={fieldId("verifyCode")}
        label="短信验证码"
        error={messageOf(errors, "verifyCode")}
        registration={form.register("verifyCode")}
        sentTo={`${maskMobile(mobile)}（与账号登记的一致时）`}
        resendSeconds={resendSeconds}
        send={sendCode}
        onRefused={(reply) => placeFaults(form, reply.fields, order) || form.setError("verifyCode", { message: reply.message })}
        localNotice={localNotice}
      />
      <FieldFrame id={fieldId("password")} label="新密码" required help={passwordHint(profile)} error={messageOf(errors, "password")}>
        {(control) => <PasswordInput {...control} {...form.register("password")} autoComplete="new-password" />}
      </FieldFrame>
      <FieldFrame id={fieldId("password2")} label="确认新密码" required error={messageOf(errors, "password2")}>
        {(control) => <PasswordInput {...control} {...form.register("password2")} autoComplete="new-password" />}
      </FieldFrame>
      <div className="btns">
        <Button type="submit" kind="primary" blocked={isSubmitting ? "正在提交" : undefined}>保存新密码</Button>
        <ButtonLink href="/login">取消</ButtonLink>
      </div>
    </form>
  );
}
