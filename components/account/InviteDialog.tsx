"use client";

import { useId, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { CheckboxSet } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { FieldGroup } from "@/components/ui/Panel";
import { TextInput } from "@/components/ui/TextInput";
import { checkMobile, normaliseMobile } from "@/lib/forms/identifiers";
import { asErrors, fieldId, messageOf, placeFaults, summaryOf } from "./form-errors";
import { type Act, ask } from "./reply";

export interface InviteCommand {
  displayName: string;
  mobile: string;
  roles: ("filler" | "submitter")[];
}

const order = ["displayName", "mobile", "roles"];
const blank: InviteCommand = { displayName: "", mobile: "", roles: [] };

const resolver: Resolver = async (values) => {
  const { displayName, mobile, roles } = { ...blank, ...values };
  const wrongMobile = checkMobile(normaliseMobile(mobile))?.message;
  const faults = {
    ...(displayName.trim() === "" ? { displayName: "请输入同事的姓名" } : {}),
    ...(wrongMobile ? { mobile: wrongMobile } : {}),
    ...(roles.length === 0 ? { roles: "请选择填报人或提交人" } : {}),
  };
  return Object.keys(faults).length > 0 ? { values: {}, errors: asErrors(faults) } : { values, errors: {} };
};

/** 邀请同事：姓名、手机、角色；链接用短信发给对方。 */
export function InviteDialog({ roles, localNotice, invite, onClose, onInvited }: {
  roles: readonly { value: string; label: string }[];
  localNotice?: string;
  invite: Act<InviteCommand>;
  onClose: () => void;
  onInvited: (name: string) => void;
}) {
  const formId = useId();
  const [failure, setFailure] = useState<string>();
  const form = useForm({ resolver, shouldFocusError: false, defaultValues: { ...blank } as Record<string, unknown> });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const command = { ...blank, ...values };
    const reply = await ask(invite, command);
    if (reply.ok) return onInvited(command.displayName);
    if (!placeFaults(form, reply.fields, order)) setFailure(reply.message);
  });

  const footer = (
    <>
      <Button onClick={onClose} blocked={isSubmitting ? "正在发送" : undefined}>取消</Button>
      <Button kind="primary" type="submit" form={formId} blocked={isSubmitting ? "正在发送" : undefined}>发送邀请</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="邀请同事" footer={footer} pending={isSubmitting}>
      <form id={formId} noValidate onSubmit={submit}>
        <ErrorSummary issues={failure ? [{ href: `#${fieldId("mobile")}`, text: failure }] : summaryOf(errors, order)} />
        <FieldGroup>
          <FieldFrame id={fieldId("displayName")} label="姓名" required error={messageOf(errors, "displayName")}>
            {(control) => <TextInput {...control} {...form.register("displayName")} />}
          </FieldFrame>
          <FieldFrame id={fieldId("mobile")} label="手机号码" required help={localNotice ?? "接收邀请链接，以后用来找回密码"} error={messageOf(errors, "mobile")}>
            {(control) => <TextInput {...control} {...form.register("mobile")} type="tel" inputMode="tel" />}
          </FieldFrame>
          <FieldFrame id={fieldId("roles")} label="角色" group="checkbox" required full help="填报人填写申请；提交人还可以提交" error={messageOf(errors, "roles")}>
            <CheckboxSet options={roles} {...form.register("roles")} />
          </FieldFrame>
        </FieldGroup>
      </form>
    </Dialog>
  );
}
