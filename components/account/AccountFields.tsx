"use client";

import type { ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { FieldGroup } from "@/components/ui/Panel";
import { TextInput } from "@/components/ui/TextInput";
import { type PasswordProfile, passwordHint } from "@/lib/access/password-policy";
import { accountFields } from "@/lib/enterprise/account";
import type { AccountInput } from "@/lib/enterprise/account-faults";
import { fieldId, messageOf } from "./form-errors";
import { PasswordInput } from "./PasswordInput";

export const accountKeys: readonly string[] = accountFields.fields.map(({ key }) => key);
export const emptyAccount: AccountInput = { account: "", password: "", password2: "", verifyCode: "" };

/** 表单的值里属于账号的一组。 */
export function accountOf(values: FieldValues): AccountInput {
  const text = (key: keyof AccountInput): string => (typeof values[key] === "string" ? values[key] : "");
  return { account: text("account"), password: text("password"), password2: text("password2"), verifyCode: text("verifyCode") };
}

/** 登录账号一组：密码以密码框呈现，验证码由 children 给出（受邀请的不需要）。 */
export function AccountFields({ form, profile, children }: { form: UseFormReturn; profile: PasswordProfile; children?: ReactNode }) {
  return (
    <FieldGroup title={accountFields.title}>
      {accountFields.fields.map((field) => {
        if (field.key === "verifyCode") return children ? <CodePlace key={field.key}>{children}</CodePlace> : null;
        const secret = field.autoComplete === "new-password";
        return (
          <FieldFrame key={field.key} id={fieldId(field.key)} label={field.label} required help={field.key === "password" ? passwordHint(profile) : field.help} error={messageOf(form.formState.errors, field.key)}>
            {(control) =>
              secret ? (
                <PasswordInput {...control} {...form.register(field.key)} autoComplete="new-password" />
              ) : (
                <TextInput {...control} {...form.register(field.key)} autoComplete={field.autoComplete} autoCapitalize="off" spellCheck={false} />
              )
            }
          </FieldFrame>
        );
      })}
    </FieldGroup>
  );
}

const CodePlace = ({ children }: { children: ReactNode }) => children;
