"use client";

import { useState } from "react";
import { type Resolver, useForm, useWatch } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { PasswordProfile } from "@/lib/access/password-policy";
import { accountFaults, faultsFrom } from "@/lib/enterprise/account-faults";
import { judgeParticulars } from "@/lib/enterprise/particulars";
import { maskMobile } from "@/lib/forms/identifiers";
import { AccountFields, accountKeys, accountOf, emptyAccount } from "./AccountFields";
import { ClaimReceived } from "./ClaimReceived";
import { asErrors, fieldId, messageOf, placeFaults, summaryOf } from "./form-errors";
import { type Organisation, OrganisationPicker, type SearchInstitutions } from "./OrganisationPicker";
import { parentField, ParticularsFields, particularKeys } from "./ParticularsFields";
import { type Act, ask } from "./reply";
import { SmsCodeField } from "./SmsCodeField";

export interface RegisterCommand {
  particulars: Record<string, string>;
  account: string;
  password: string;
  password2: string;
  verifyCode: string;
  parentId: string | null;
}

export interface RegisterFormProps {
  today: string;
  profile: PasswordProfile;
  resendSeconds: number;
  localNotice?: string;
  register: Act<RegisterCommand, { login: string; claim?: { dueOn: string } }>;
  requestCode: Act<{ mobile: string }>;
  search: SearchInstitutions;
}

type Values = Record<string, string>;
const order = [...particularKeys, ...accountKeys];
const emptyParticulars: Values = Object.fromEntries(particularKeys.map((key) => [key, ""]));
const particularsOf = (values: Values): Values => Object.fromEntries(particularKeys.map((key) => [key, values[key] ?? ""]));

/** 企业注册：填完全部信息后【注册】，【取消】回登录页。提交前先按同一份声明在本页核对。 */
export function RegisterForm({ today, profile, resendSeconds, localNotice, register, requestCode, search }: RegisterFormProps) {
  const [parent, setParent] = useState<Organisation | null>(null);
  const [failure, setFailure] = useState<string>();
  const [claimed, setClaimed] = useState<{ login: string; dueOn: string }>();
  const resolver: Resolver = async (values) => {
    const faults = { ...faultsFrom(judgeParticulars(particularsOf(values), today)), ...accountFaults(accountOf(values), profile, today) };
    return Object.keys(faults).length > 0 ? { values: {}, errors: asErrors(faults) } : { values, errors: {} };
  };
  const form = useForm({ resolver, shouldFocusError: false, defaultValues: { ...emptyParticulars, ...emptyAccount } });
  const { errors, isDirty, isSubmitting } = form.formState;
  const guard = useLeaveGuard(!claimed && (isDirty || parent !== null));
  const mobile = String(useWatch({ control: form.control, name: "contactMobile" }) ?? "");

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const reply = await ask(register, { particulars: particularsOf(values), ...accountOf(values), parentId: parent?.id ?? null });
    if (reply.ok && reply.value.claim) return setClaimed({ login: reply.value.login, dueOn: reply.value.claim.dueOn });
    if (reply.ok) return guard.go(`/login?${new URLSearchParams({ registered: reply.value.login })}`);
    if (!placeFaults(form, reply.fields, order)) setFailure(reply.message);
  });

  if (claimed) return <ClaimReceived {...claimed} mobile={maskMobile(mobile)} />;
  return (
    <form className="stack" noValidate data-own-form onSubmit={submit} aria-label="企业注册">
      <LeaveQuestion guard={guard} />
      <ErrorSummary issues={summaryOf(errors, order)} />
      {failure && <Message tone="bad" announce>{failure}</Message>}
      <ParticularsFields
        control={form.control}
        errors={errors}
        today={today}
        picker={
          <OrganisationPicker id={fieldId(parentField)} label="上级企业" help="没有上级企业的不填" value={parent} onChange={setParent} search={search} error={messageOf(errors, parentField)} />
        }
      />
      <AccountFields form={form} profile={profile}>
        <SmsCodeField
          id={fieldId("verifyCode")}
          label="短信验证码"
          help="发送到上面填写的联系人手机"
          error={messageOf(errors, "verifyCode")}
          registration={form.register("verifyCode")}
          sentTo={maskMobile(mobile)}
          resendSeconds={resendSeconds}
          send={() => ask(requestCode, { mobile })}
          onRefused={(reply) => form.setError(reply.fields.mobile ? "contactMobile" : "verifyCode", { message: reply.fields.mobile ?? reply.message }, { shouldFocus: true })}
          localNotice={localNotice}
        />
      </AccountFields>
      <div className="btns">
        <Button type="submit" kind="primary" blocked={isSubmitting ? "正在提交" : undefined}>注册</Button>
        <ButtonLink href="/login">取消</ButtonLink>
      </div>
      <p className="soft small">已有账号？<Link href="/login">直接登录</Link></p>
    </form>
  );
}
