"use client";

import { useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Message } from "@/components/ui/Message";
import { FieldGroup } from "@/components/ui/Panel";
import { judgePassword, type PasswordProfile, passwordHint } from "@/lib/access/password-policy";
import { asErrors, fieldId, messageOf, placeFaults, summaryOf } from "./form-errors";
import { PasswordInput } from "./PasswordInput";
import { type Act, ask } from "./reply";

const fields = [
  { key: "current", label: "原密码", autoComplete: "current-password" },
  { key: "password", label: "新密码", autoComplete: "new-password" },
  { key: "password2", label: "确认新密码", autoComplete: "new-password" },
] as const;
const order = fields.map(({ key }) => key);
export type PasswordCommand = Record<(typeof fields)[number]["key"], string>;
const blank: PasswordCommand = { current: "", password: "", password2: "" };

function faultsOf(values: PasswordCommand, profile: PasswordProfile, login: string): Record<string, string> {
  const weak = judgePassword(profile, values.password, login);
  return {
    ...(values.current === "" ? { current: "请输入原密码" } : {}),
    ...(weak ? { password: weak } : values.password === values.current ? { password: "请设一个与原密码不同的新密码" } : {}),
    ...(values.password === values.password2 ? {} : { password2: "请再次输入相同的密码" }),
  };
}

/** 修改密码：【保存】换成新密码，【取消】清空所填、留在本页。 */
export function PasswordForm({ profile, login, change }: { profile: PasswordProfile; login: string; change: Act<PasswordCommand> }) {
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const resolver: Resolver = async (values) => {
    const faults = faultsOf({ ...blank, ...values }, profile, login);
    return Object.keys(faults).length > 0 ? { values: {}, errors: asErrors(faults) } : { values, errors: {} };
  };
  const form = useForm({ resolver, shouldFocusError: false, defaultValues: { ...blank } as Record<string, string> });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setOutcome(undefined);
    const reply = await ask(change, { ...blank, ...values });
    if (reply.ok) {
      form.reset(blank);
      return setOutcome({ tone: "good", text: "密码已修改。下次请用新密码登录；别处的登录已经结束。" });
    }
    if (!placeFaults(form, reply.fields, order)) setOutcome({ tone: "bad", text: reply.message });
  });

  function clear() {
    form.reset(blank);
    setOutcome(undefined);
    form.setFocus("current");
  }

  return (
    <form className="stack short-form" noValidate onSubmit={submit} aria-label="修改密码">
      <ErrorSummary issues={summaryOf(errors, order)} />
      {outcome && <Message tone={outcome.tone} announce>{outcome.text}</Message>}
      <input className="sr" type="text" name="username" autoComplete="username" value={login} readOnly tabIndex={-1} aria-hidden="true" />
      <FieldGroup>
        {fields.map(({ key, label, autoComplete }) => (
          <FieldFrame key={key} id={fieldId(key)} label={label} required full help={key === "password" ? passwordHint(profile) : undefined} error={messageOf(errors, key)}>
            {(control) => <PasswordInput {...control} {...form.register(key)} autoComplete={autoComplete} />}
          </FieldFrame>
        ))}
      </FieldGroup>
      <div className="btns">
        <Button type="submit" kind="primary" blocked={isSubmitting ? "正在保存" : undefined}>保存</Button>
        <Button onClick={clear}>取消</Button>
      </div>
    </form>
  );
}
