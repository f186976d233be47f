"use client";

import { useEffect, useId, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import { CodeStep } from "./CodeStep";
import { markSeen } from "./idle-clock";
import { PasswordInput } from "./PasswordInput";
import { onSessionEnd } from "./session-end";
import { signIn } from "./sign-in";

/** 登录已结束：在原处以同一账号登录，回到同一页、同一处。 */
export function SignInAgainDialog({ audience, login, onSignedIn }: { audience: "enterprise" | "staff"; login: string; onSignedIn: () => void }) {
  const formId = useId();
  const [failure, setFailure] = useState<{ message: string; note: string }>();
  const [hidden, setHidden] = useState(false);
  const [pending, setPending] = useState<string>();
  const form = useForm<{ password: string }>({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;

  // 收起之后又去保存：再请一次
  useEffect(() => onSessionEnd(() => setHidden(false)), []);

  const submit = form.handleSubmit(async ({ password }) => {
    setFailure(undefined);
    const result = await signIn({ audience, login, password });
    if (result.ok) return enter();
    form.setValue("password", "");
    if (result.pending) return setPending(result.pending);
    setFailure(result);
  });

  function enter() {
    markSeen();
    onSignedIn();
  }

  function startAgain(message?: string) {
    setPending(undefined);
    setFailure(message ? { message, note: "" } : undefined);
  }

  const title = "登录已结束，请重新登录";
  if (pending) {
    return (
      <Dialog open={!hidden} onClose={() => setHidden(true)} title={title}>
        <CodeStep audience={audience} pending={pending} onSignedIn={enter} onBack={startAgain} />
      </Dialog>
    );
  }
  const footer = (
    <>
      <Button onClick={() => setHidden(true)}>先不登录</Button>
      <Button kind="primary" type="submit" form={formId} blocked={isSubmitting ? "正在登录" : undefined}>
        登录
      </Button>
    </>
  );
  const error = errors.password?.message ?? failure?.message;
  return (
    <Dialog open={!hidden} onClose={() => setHidden(true)} title={title} footer={footer}>
      <p>本页填写的内容都还在，登录后可以接着填写和保存。</p>
      <form id={formId} className="mt" noValidate onSubmit={submit}>
        <FieldFrame id="again-account" label="登录账号">
          {(control) => <TextInput {...control} value={login} readOnly autoComplete="username" />}
        </FieldFrame>
        <FieldFrame id="again-password" label="登录密码" required error={error} note={failure?.note}>
          {(control) => <PasswordInput {...control} {...form.register("password", { required: "请输入登录密码" })} />}
        </FieldFrame>
      </form>
    </Dialog>
  );
}
