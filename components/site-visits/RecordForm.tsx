"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { RadioSet } from "@/components/ui/Choices";
import { DateInput } from "@/components/ui/DateInput";
import { ErrorSummary } from "@/components/ui/ErrorSummary";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { FindingView, SiteVisitView } from "@/lib/licensing/site-visit-views";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitResults } from "@/lib/terms/site-visits";
import { OvertakenNotice, ReplaceRecordDialog } from "./OvertakenRecord";
import type { FindingDraft, RecordCommand, SiteVisitActions } from "./types";
import { useRecordBase } from "./use-record-base";

const results = codesOf(siteVisitResults).map((value) => ({ value, label: siteVisitResults[value] }));

/** 核查记录：逐项的结论与情况；改一次，已有的签字作废。同事先存了的，对照之后再问一次才替换。 */
export function RecordForm({ visit, today, record }: { visit: SiteVisitView; today: string; record: SiteVisitActions["record"] }) {
  const router = useRouter();
  const base = useRecordBase(visit);
  const guard = useLeaveGuard(base.edited);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState(false);
  const [replacing, setReplacing] = useState<RecordCommand>();

  async function send(command: RecordCommand) {
    setPending(true);
    const reply = await ask(record, command);
    setPending(false);
    setReplacing(undefined);
    setErrors(reply.ok ? {} : reply.fields);
    setFailure(reply.ok || Object.keys(reply.fields).length > 0 ? undefined : reply.message);
    if (reply.ok) base.saved(reply.value.recordedAt);
    if (reply.ok || reply.code === "conflict") router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const command = commandOf(new FormData(event.currentTarget), visit, base.basedOn);
    if (base.overtaken) setReplacing(command);
    else void send(command);
  }

  function adopt() {
    setErrors({});
    setFailure(undefined);
    base.adopt();
  }

  const issues = [...(failure ? [{ href: "#visit-record", text: failure }] : []), ...Object.entries(errors).map(([name, text]) => ({ href: `#visit-${name}`, text }))];
  return (
    <Panel title={visit.recordedAt ? "修改记录" : "填写记录"} id="visit-record">
      <div className="stack">
        <ErrorSummary key={issues.map(({ text }) => text).join()} issues={issues} />
        {base.overtaken && <OvertakenNotice visit={visit} onAdopt={adopt} />}
        <p className="soft">每一项都要有结论；不合格、需整改的须写明情况。</p>
        <form key={base.shown.recordedAt} noValidate data-own-form onChange={base.edit} onSubmit={submit}>
          <RecordFields visit={base.shown} today={today} errors={errors} />
          <div className="btns mt">
            <Button kind={visit.recordedAt ? "plain" : "primary"} type="submit" blocked={pending ? "正在保存" : undefined}>保存记录</Button>
            {visit.signatures.some(({ at }) => at !== "") && <span className="soft">已有人签字：保存修改之后须重新签字</span>}
          </div>
        </form>
        {replacing && <ReplaceRecordDialog visit={visit} command={replacing} pending={pending} onClose={() => setReplacing(undefined)} onConfirm={() => void send({ ...replacing, basedOn: visit.recordedAt })} />}
        <LeaveQuestion guard={guard} />
      </div>
    </Panel>
  );
}

function RecordFields({ visit, today, errors }: { visit: SiteVisitView; today: string; errors: Readonly<Record<string, string>> }) {
  return (
    <FieldGroup>
      <FieldFrame id="visit-visitedOn" label="到场日期" required short error={errors.visitedOn}>
        {(control) => <DateInput {...control} name="visitedOn" label="到场日期" defaultValue={visit.visitedOn || today} />}
      </FieldFrame>
      <FieldFrame id="visit-attendee" label="企业到场的人" required error={errors.attendee}>
        {(control) => <TextInput {...control} name="attendee" defaultValue={visit.attendee} maxLength={100} />}
      </FieldFrame>
      {visit.findings.map((finding) => <FindingFields key={finding.item} finding={finding} errors={errors} />)}
      <FieldFrame id="visit-summary" label="其他说明" optional full>
        {(control) => <TextArea {...control} name="summary" defaultValue={visit.summary} maxLength={2000} />}
      </FieldFrame>
    </FieldGroup>
  );
}

function FindingFields({ finding: { item, label, result, note }, errors }: { finding: FindingView; errors: Readonly<Record<string, string>> }) {
  return (
    <>
      <FieldFrame id={`visit-${item}-result`} label={label} group="radio" required error={errors[`${item}-result`]}>
        <RadioSet name={`${item}-result`} options={results} defaultValue={result ?? ""} />
      </FieldFrame>
      <FieldFrame id={`visit-${item}-note`} label={`${label}的情况`} error={errors[`${item}-note`]}>
        {(control) => <TextInput {...control} name={`${item}-note`} defaultValue={note} maxLength={500} />}
      </FieldFrame>
    </>
  );
}

function commandOf(form: FormData, { id, findings }: SiteVisitView, basedOn: string): RecordCommand {
  const text = (name: string): string => String(form.get(name) ?? "").trim();
  return { visitId: id, basedOn, visitedOn: text("visitedOn"), attendee: text("attendee"), summary: text("summary"), findings: findings.flatMap((finding) => draftOf(finding, text)) };
}

/** 没有选结论的不送，由服务端说缺了哪一项。 */
function draftOf({ item }: FindingView, text: (name: string) => string): FindingDraft[] {
  const result = results.find(({ value }) => value === text(`${item}-result`))?.value;
  return result ? [{ item, result, note: text(`${item}-note`) }] : [];
}
