"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { ErrorSummary, type SummaryIssue } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import { CodeStep } from "./CodeStep";
import { PasswordInput } from "./PasswordInput";
import { type Credentials, signIn } from "./sign-in";

export interface SignInFormProps {
  audience: Credentials["audience"];
  /** 登录成功后去哪里（本站的路径）。 */
  target: string;
  login?: string;
  help?: string;
}

type Draft = { login: string; password: string };

/** 账号密码登录；不对时账号留着、密码清空。用动态口令的接着输入口令，密码不留。 */
export function SignInForm({ audience, target, login = "", help }: SignInFormProps) {
  const [failure, setFailure] = useState<{ issue: SummaryIssue; note: string }>();
  const [pending, setPending] = useState<string>();
  const [entered, setEntered] = useState(false);
  const form = useForm<Draft>({ shouldFocusError: false, defaultValues: { login, password: "" } });
  const { errors, isSubmitting } = form.formState;

  function enter() {
    setEntered(true);
    window.location.assign(target);
  }

  const submit = form.handleSubmit(async (draft) => {
    setFailure(undefined);
    const result = await signIn({ audience, ...draft });
    if (result.ok) return enter();
    form.setValue("password", "");
    if (result.pending) return setPending(result.pending);
    setFailure({ issue: { href: "#login-account", text: `${result.message}，请核对后重试` }, note: result.note });
  });

  function startAgain(message?: string) {
    setPending(undefined);
    setFailure(message ? { issue: { href: "#login-password", text: message }, note: "" } : undefined);
  }

  if (pending) return <CodeStep audience={audience} pending={pending} onSignedIn={enter} onBack={startAgain} />;

  return (
    <form className="mt" noValidate onSubmit={submit} aria-label="登录">
      <ErrorSummary title="登录未成功" issues={issuesOf(errors, failure?.issue)}>
        {failure?.note && <p className="soft small">{failure.note}</p>}
      </ErrorSummary>
      <FieldFrame id="login-account" label="登录账号" required help={help} error={errors.login?.message}>
        {(control) => <TextInput {...control} {...form.register("login", { required: "请输入登录账号" })} autoComplete="username" autoCapitalize="off" spellCheck={false} />}
      </FieldFrame>
      <FieldFrame id="login-password" label="登录密码" required error={errors.password?.message}>
        {(control) => <PasswordInput {...control} {...form.register("password", { required: "请输入登录密码" })} />}
      </FieldFrame>
      <Button type="submit" kind="primary" wide blocked={isSubmitting || entered ? "正在登录" : undefined}>
        登录
      </Button>
    </form>
  );
}

function issuesOf(errors: { login?: { message?: string }; password?: { message?: string } }, failure?: SummaryIssue): SummaryIssue[] {
  const missing = [
    { href: "#login-account", text: errors.login?.message ?? "" },
    { href: "#login-password", text: errors.password?.message ?? "" },
  ].filter(({ text }) => text !== "");
  return failure && missing.length === 0 ? [failure] : missing;
}
