"use client";

import { type FormEvent, useId, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ChangedMeanwhile } from "@/components/ui/ChangedMeanwhile";
import { Checkbox } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { Link } from "@/components/ui/Link";
import { Message } from "@/components/ui/Message";
import { FieldGroup } from "@/components/ui/Panel";
import { Select } from "@/components/ui/Select";
import { TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import type { CreditRecordRow } from "@/lib/licensing/procedures/credit-views";
import { creditGrades } from "@/lib/terms/credit";

export interface SaveCreditCommand {
  uscc: string;
  /** 修改的带回所见的版次；新登记的没有。 */
  version: string | null;
  grade: string;
  pilotZone: boolean;
  commitmentRegion: boolean;
  deferralDefaults: string;
}

const idOf = (key: string): string => `credit-${key}`;

/** 登记或修改一家企业的信用。 */
export function CreditDialog({ record, save, onClose, onLoad, onSaved }: {
  record: CreditRecordRow | undefined;
  save: Act<SaveCreditCommand>;
  onClose: () => void;
  /** 别人先改过：关上，取最新的。 */
  onLoad: () => void;
  onSaved: (uscc: string) => void;
}) {
  const formId = useId();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [known, setKnown] = useState<string>();
  const [pending, during] = usePending();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const command: SaveCreditCommand = {
      uscc: record?.uscc ?? String(form.get("uscc") ?? ""),
      version: record?.version ?? null,
      grade: String(form.get("grade") ?? ""),
      pilotZone: form.has("pilotZone"),
      commitmentRegion: form.has("commitmentRegion"),
      deferralDefaults: String(form.get("deferralDefaults") ?? ""),
    };
    const reply = await during(ask(save, command));
    if (reply.ok) return onSaved(command.uscc);
    setFields(reply.fields);
    setKnown(reply.code === "conflict" && reply.fields.uscc ? command.uscc.trim() : undefined);
    setFailure(Object.keys(reply.fields).length === 0 ? reply.message : undefined);
  }

  const { version: changed, ...faults } = fields;
  const issues = Object.entries(faults).map(([key, text]) => ({ href: `#${idOf(key)}`, text }));
  const repair = known && <> <Link className="link" href={`/admin/credit?${new URLSearchParams({ q: known })}`} onClick={onClose}>修改</Link></>;
  const footer = (
    <>
      <Button onClick={onClose}>取消</Button>
      <Button kind="primary" type="submit" form={formId} blocked={pending ? "正在保存" : undefined}>保存</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={record ? "修改信用登记" : "登记信用"} footer={footer} pending={pending}>
      <form id={formId} className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary issues={issues} />
        {failure && <Message tone="bad" announce>{failure}</Message>}
        {changed && <ChangedMeanwhile text={changed} onLoad={onLoad} />}
        <FieldGroup>
          <FieldFrame id={idOf("uscc")} label="统一社会信用代码" required full error={fields.uscc && <>{fields.uscc}{repair}</>} note={record?.name || undefined}>
            {(control) => <TextInput {...control} name="uscc" defaultValue={record?.uscc} readOnly={record !== undefined} maxLength={40} />}
          </FieldFrame>
          <FieldFrame id={idOf("grade")} label="信用等级" required error={fields.grade}>
            {(control) => <Select {...control} name="grade" defaultValue={record?.grade ?? ""} options={Object.entries(creditGrades).map(([value, label]) => ({ value, label }))} />}
          </FieldFrame>
          <FieldFrame id={idOf("pilots")} label="单独列入的试点" group="checkbox" help="按地区列入的见“试点范围”">
            <Checkbox name="pilotZone" defaultChecked={record?.pilotZone} label="自贸区试点" />
            <Checkbox name="commitmentRegion" defaultChecked={record?.commitmentRegion} label="承诺制区域" />
          </FieldFrame>
          <FieldFrame id={idOf("deferralDefaults")} label="容缺失信日期" optional full help="未按时提交容缺材料的日期，如 2026-03-01，几个的用顿号隔开" error={fields.deferralDefaults}>
            {(control) => <TextInput {...control} name="deferralDefaults" defaultValue={record?.deferralDefaults.join("、")} />}
          </FieldFrame>
        </FieldGroup>
      </form>
    </Dialog>
  );
}
