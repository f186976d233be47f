"use client";

import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import { type Credentials, signIn } from "./sign-in";

export interface CodeStepProps {
  audience: Credentials["audience"];
  /** 第一步给的令牌。 */
  pending: string;
  onSignedIn: () => void;
  /** 不登录这个账号了，或令牌过期（message 说明）：回到第一步。 */
  onBack: (message?: string) => void;
}

/** 登录的第二步：动态口令，或一个恢复码。 */
export function CodeStep({ audience, pending, onSignedIn, onBack }: CodeStepProps) {
  const [failure, setFailure] = useState<{ message: string; note: string }>();
  const form = useForm<{ code: string }>({ defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;
  const { setFocus } = form;

  useEffect(() => setFocus("code"), [setFocus]);

  const submit = form.handleSubmit(async ({ code }) => {
    setFailure(undefined);
    const result = await signIn({ audience, pending, code });
    if (result.ok) return onSignedIn();
    if (result.again) return onBack(result.message);
    setFailure(result);
    form.setValue("code", "");
    setFocus("code");
  });

  return (
    <form className="stack" noValidate onSubmit={submit} aria-label="动态口令">
      <p className="soft">密码已通过，请再输入动态口令。</p>
      <FieldFrame id="login-code" label="动态口令" required help="验证器里的 6 位数字；手机不在身边时，输入一个恢复码" error={errors.code?.message ?? failure?.message} note={failure?.note}>
        {(control) => <TextInput {...control} {...form.register("code", { required: "请输入动态口令" })} autoComplete="one-time-code" spellCheck={false} maxLength={20} />}
      </FieldFrame>
      <div className="btns">
        <Button type="submit" kind="primary" blocked={isSubmitting ? "正在登录" : undefined}>登录</Button>
        <Button onClick={() => onBack()}>返回</Button>
      </div>
    </form>
  );
}
