"use client";

import { useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { Message } from "@/components/ui/Message";
import { useOpen } from "@/components/ui/opening";
import type { PasswordProfile } from "@/lib/access/password-policy";
import { accountFaults } from "@/lib/enterprise/account-faults";
import { AccountFields, accountKeys, accountOf, emptyAccount } from "./AccountFields";
import { asErrors, placeFaults, summaryOf } from "./form-errors";
import { type Act, ask } from "./reply";

export interface AcceptCommand {
  token: string;
  account: string;
  password: string;
  password2: string;
}

/** 受邀请的同事设置自己的账号与密码。 */
export function InvitationForm({ token, profile, today, accept }: { token: string; profile: PasswordProfile; today: string; accept: Act<AcceptCommand, { login: string }> }) {
  const open = useOpen();
  const [failure, setFailure] = useState<string>();
  const resolver: Resolver = async (values) => {
    const faults = accountFaults(accountOf(values), profile, today, ["verifyCode"]);
    return Object.keys(faults).length > 0 ? { values: {}, errors: asErrors(faults) } : { values, errors: {} };
  };
  const form = useForm({ resolver, shouldFocusError: false, defaultValues: { ...emptyAccount } as Record<string, string> });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const { account, password, password2 } = accountOf(values);
    const reply = await ask(accept, { token, account, password, password2 });
    if (reply.ok) return open(`/login?${new URLSearchParams({ registered: reply.value.login })}`);
    if (!placeFaults(form, reply.fields, accountKeys)) setFailure(reply.message);
  });

  return (
    <form className="stack" noValidate onSubmit={submit} aria-label="设置账号">
      <ErrorSummary issues={summaryOf(errors, accountKeys)} />
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <AccountFields form={form} profile={profile} />
      <div className="btns">
        <Button type="submit" kind="primary" blocked={isSubmitting ? "正在保存" : undefined}>确定</Button>
      </div>
    </form>
  );
}
