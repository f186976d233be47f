"use client";

import { useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { SaveBar, SaveLine, type SaveState } from "@/components/ui/SaveBar";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { faultsFrom } from "@/lib/enterprise/account-faults";
import { judgeParticulars, readOnlyParticulars } from "@/lib/enterprise/particulars";
import { asErrors, fieldId, messageOf, placeFaults, summaryOf } from "./form-errors";
import { type Organisation, OrganisationPicker, type SearchInstitutions } from "./OrganisationPicker";
import { parentField, ParticularsFields, particularKeys } from "./ParticularsFields";
import { type Act, ask } from "./reply";

export interface ProfileCommand {
  revision: number;
  particulars: Record<string, string>;
  parentId: string | null;
}

export interface ProfileFormProps {
  facts: Record<string, string>;
  parent: Organisation | null;
  revision: number;
  today: string;
  /** 只有企业管理员能改。 */
  editable: boolean;
  save: Act<ProfileCommand, { revision: number; savedAt: string }>;
  search: SearchInstitutions;
}

const openKeys = particularKeys.filter((key) => !readOnlyParticulars.includes(key) && key !== parentField);
const openOf = (values: Record<string, string>) => Object.fromEntries(openKeys.map((key) => [key, values[key] ?? ""]));
const order = [...particularKeys];

/** 企业信息修改：锁定的各项只读，其余可改，【保存】存下本页。 */
export function ProfileForm({ facts, parent: initialParent, revision: initialRevision, today, editable, save, search }: ProfileFormProps) {
  const [parent, setParent] = useState(initialParent);
  const [stored, setStored] = useState({ revision: initialRevision, parentId: initialParent?.id ?? null });
  const [state, setState] = useState<SaveState>({ kind: "fresh" });
  const resolver: Resolver = async (values) => {
    const all = faultsFrom(judgeParticulars({ ...facts, ...openOf(values) }, today));
    const faults = Object.fromEntries(Object.entries(all).filter(([key]) => !readOnlyParticulars.includes(key)));
    return Object.keys(faults).length > 0 ? { values: {}, errors: asErrors(faults) } : { values, errors: {} };
  };
  const form = useForm({ resolver, shouldFocusError: false, defaultValues: openOf(facts) });
  const { errors, isDirty, isSubmitting } = form.formState;
  const changed = isDirty || (parent?.id ?? null) !== stored.parentId;
  const guard = useLeaveGuard(changed);

  const submit = form.handleSubmit(async (values) => {
    setState({ kind: "saving" });
    const particulars = openOf(values);
    const reply = await ask(save, { revision: stored.revision, particulars, parentId: parent?.id ?? null });
    if (!reply.ok) {
      placeFaults(form, reply.fields, order);
      return setState({ kind: "failed", reason: reply.message });
    }
    const now = openOf(form.getValues());
    form.reset(particulars);
    // 保存期间又改的留着，仍算没有保存
    for (const key of openKeys) if (now[key] !== particulars[key]) form.setValue(key, now[key], { shouldDirty: true });
    setStored({ revision: reply.value.revision, parentId: parent?.id ?? null });
    setState({ kind: "saved", at: reply.value.savedAt });
  });

  return (
    <form className="stack" noValidate data-own-form onSubmit={submit} aria-label="企业信息修改">
      <LeaveQuestion guard={guard} />
      <ErrorSummary issues={summaryOf(errors, order)} />
      {!editable && <Message tone="info">您可以查看企业信息；修改由企业管理员办理。</Message>}
      <Panel>
        <ParticularsFields
          control={form.control}
          errors={errors}
          today={today}
          disabled={!editable}
          locked={{ keys: readOnlyParticulars, facts }}
          picker={
            <OrganisationPicker id={fieldId(parentField)} label="上级企业" help="没有上级企业的不选" value={parent} onChange={setParent} search={search} error={messageOf(errors, parentField)} disabled={!editable} />
          }
        />
      </Panel>
      {editable && <SaveBar line={<SaveLine state={changed && state.kind !== "saving" && state.kind !== "failed" ? { kind: "dirty", kept: "离开前请保存" } : state} />} after={<Button type="submit" kind="primary" blocked={isSubmitting ? "正在保存" : undefined}>保存</Button>} />}
    </form>
  );
}
