import { judgePassword, type PasswordProfile } from "@/lib/access/password-policy";
import type { SectionAnswers } from "@/lib/forms/answers";
import { defineSection } from "@/lib/forms/definition";
import type { Issue } from "@/lib/forms/issue";
import { issuesOfSection } from "@/lib/forms/issues";
import { accountFields } from "./account";

/** 字段键 → 提示语；同一字段只说第一条。 */
export type FieldFaults = Record<string, string>;

export function faultsFrom(issues: readonly Issue[]): FieldFaults {
  return Object.fromEntries(issues.filter((issue) => issue.field !== undefined).toReversed().map((issue) => [issue.field ?? "", issue.message]));
}

export interface AccountInput {
  account: string;
  password: string;
  password2: string;
  verifyCode: string;
}

/** 账号一组哪里不对；without 是这张表单里没有的字段（邀请不再要验证码）。 */
export function accountFaults(input: AccountInput, profile: PasswordProfile, today: string, without: readonly (keyof AccountInput)[] = []): FieldFaults {
  const fields = accountFields.fields.filter((field) => !without.some((key) => key === field.key));
  const section = defineSection({ key: "account", label: "登录账号", layout: "form", groups: [{ fields }], tables: [], slots: [] });
  const answers: SectionAnswers = { ...input };
  const faults = faultsFrom(issuesOfSection(section, { today, answers: { account: answers }, files: [] }));
  const weak = without.includes("password") || faults.password ? undefined : judgePassword(profile, input.password, input.account);
  return weak ? { ...faults, password: weak } : faults;
}
