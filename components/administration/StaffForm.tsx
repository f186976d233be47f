"use client";

import { type FormEvent, useState } from "react";
import type { Reply } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ChangedMeanwhile } from "@/components/ui/ChangedMeanwhile";
import { CheckboxSet } from "@/components/ui/Choices";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { FieldGroup } from "@/components/ui/Panel";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import { issuesInOrder } from "@/components/ui/summary-issues";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { usePending } from "@/components/ui/use-pending";
import { useUnsavedForm } from "@/components/ui/use-unsaved-form";
import { codesOf } from "@/lib/terms/option-map";
import { type StaffRoleCode, staffRoles } from "@/lib/terms/roles";

export interface StaffCommand {
  login: string;
  name: string;
  /** 空为没有；遮盖着的原号码为不改。 */
  mobile: string;
  officeCode: string;
  posts: StaffRoleCode[];
}

export interface StaffFormProps {
  /** 现有的一位；新建的没有。 */
  person?: { name: string; mobile: string; officeCode: string; roles: readonly string[] };
  offices: readonly { code: string; name: string }[];
  loginHelp: string;
  verb: string;
  /** 存好了，正取最新的来换这一张。 */
  renewing?: boolean;
  /** 存；办成之后的事由它自己做。 */
  save: (command: StaffCommand) => Promise<Reply<unknown>>;
  /** 别人先改过的，取最新的来。 */
  onLoad?: () => void;
}

const order = ["name", "login", "mobile", "officeCode", "posts"] as const;
const options = codesOf(staffRoles).map((value) => ({ value, label: staffRoles[value] }));
const idOf = (key: string): string => `staff-${key}`;

/** 一位内网人员：姓名、登录账号（新建时）、手机、派出机构、岗位。 */
export function StaffForm({ person, offices, loginHelp, verb, renewing = false, save, onLoad }: StaffFormProps) {
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const held = pending || renewing;
  useFocusReturn(held);
  const unsaved = useUnsavedForm();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (held) return;
    const form = new FormData(event.currentTarget);
    const text = (key: string): string => String(form.get(key) ?? "").trim();
    const reply = await during(save({ login: text("login"), name: text("name"), mobile: text("mobile"), officeCode: text("officeCode"), posts: codesOf(staffRoles).filter((post) => form.getAll("posts").includes(post)) }));
    if (reply.ok) unsaved.saved();
    setFaults(reply.ok ? {} : reply.fields);
    setFailure(reply.ok || Object.keys(reply.fields).length > 0 ? undefined : reply.message);
  }

  const issues = issuesInOrder(order, faults, idOf);
  return (
    <form noValidate {...unsaved.form} onSubmit={(event) => void submit(event)} aria-label={verb} className="stack">
      <LeaveQuestion guard={unsaved.guard} />
      <ErrorSummary issues={issues} />
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {faults.version && onLoad && <ChangedMeanwhile text={faults.version} onLoad={onLoad} />}
      <div inert={held}>
        <FieldGroup>
          <FieldFrame id={idOf("name")} label="姓名" required error={faults.name}>
            {(control) => <TextInput {...control} name="name" defaultValue={person?.name} autoComplete="off" />}
          </FieldFrame>
          {!person && (
            <FieldFrame id={idOf("login")} label="登录账号" required help={loginHelp} error={faults.login}>
              {(control) => <TextInput {...control} name="login" maxLength={30} autoComplete="off" autoCapitalize="off" spellCheck={false} />}
            </FieldFrame>
          )}
          <FieldFrame id={idOf("mobile")} label="手机号码" optional error={faults.mobile} help={person?.mobile ? "接收每日的到期提醒；换号请写全，删去就不再登记" : "接收每日的到期提醒"}>
            {(control) => <TextInput {...control} name="mobile" defaultValue={person?.mobile} inputMode="tel" autoComplete="off" />}
          </FieldFrame>
          <FieldFrame id={idOf("officeCode")} label="派出机构" required error={faults.officeCode}>
            {(control) => <Select {...control} name="officeCode" defaultValue={person?.officeCode ?? ""} options={offices.map(({ code, name }) => ({ value: code, label: name }))} />}
          </FieldFrame>
          <FieldFrame id={idOf("posts")} label="岗位" group="checkbox" required full error={faults.posts} help="即刻生效；审计员不能兼任别的岗位">
            <CheckboxSet name="posts" options={options} defaultValue={person?.roles ?? []} />
          </FieldFrame>
        </FieldGroup>
      </div>
      <div className="btns"><Button kind="primary" type="submit" blocked={held ? "正在保存" : undefined}>{verb}</Button></div>
    </form>
  );
}
