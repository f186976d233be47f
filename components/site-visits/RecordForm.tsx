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
import { usePending } from "@/components/ui/use-pending";
import type { FindingView, SiteVisitView } from "@/lib/licensing/site-visit-views";
import { codesOf } from "@/lib/terms/option-map";
import { siteVisitFields, siteVisitResults } from "@/lib/terms/site-visits";
import { ClosedNotice, OvertakenNotice, ReplaceRecordDialog } from "./OvertakenRecord";
import type { FindingDraft, RecordCommand, SiteVisitActions } from "./types";
import { useRecordBase } from "./use-record-base";

const results = codesOf(siteVisitResults).map((value) => ({ value, label: siteVisitResults[value] }));

/**
 * 核查记录：逐项的结论与情况；改一次，已有的签字作废。同事先存了的，对照之后再问一次才替换。
 * 不能再记的不画；填到一半时才不能记的，填的留着只读，供人复制。
 */
export function RecordForm({ visit, today, record }: { visit: SiteVisitView; today: string; record: SiteVisitActions["record"] }) {
  const router = useRouter();
  const base = useRecordBase(visit);
  const guard = useLeaveGuard(base.edited);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const [saved, setSaved] = useState(false);
  const [replacing, setReplacing] = useState<RecordCommand>();
  const closed = !visit.mayRecord;

  async function send(command: RecordCommand) {
    const reply = await during(ask(record, command));
    setReplacing(undefined);
    setErrors(reply.ok ? {} : reply.fields);
    setFailure(reply.ok || Object.keys(reply.fields).length > 0 ? undefined : reply.message);
    setSaved(reply.ok);
    if (reply.ok) base.saved(reply.value.recordedAt);
    if (reply.ok || reply.code === "conflict") router.refresh();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || closed) return;
    const command = commandOf(new FormData(event.currentTarget), visit, base.basedOn);
    if (base.overtaken) setReplacing(command);
    else void send(command);
  }

  function adopt() {
    setErrors({});
    setFailure(undefined);
    base.adopt();
  }

  if (closed && !base.edited) return null;
  // 同页可能又安排了一次，编号不能与它的表相同
  const at = closed ? `visit-${visit.id}` : "visit";
  const issues = [...(failure ? [{ href: `#${at}-record`, text: failure }] : []), ...Object.entries(errors).map(([name, text]) => ({ href: `#${at}-${name}`, text }))];
  return (
    <Panel title={closed ? "您填的记录没有保存" : visit.recordedAt ? "修改记录" : "填写记录"} id={`${at}-record`}>
      <div className="stack">
        <ErrorSummary key={issues.map(({ text }) => text).join()} issues={issues} />
        {closed && <ClosedNotice visit={visit} onDrop={adopt} />}
        {base.overtaken && !closed && <OvertakenNotice visit={visit} onAdopt={adopt} />}
        {!closed && <p className="soft">每一项都要有结论；不合格、需整改的须写明情况。</p>}
        <form key={`record ${base.shown.recordedAt}`} noValidate data-own-form onChange={base.edit} onSubmit={submit}>
          <RecordFields visit={base.shown} today={today} at={at} readOnly={closed} errors={errors} />
          {!closed && <RecordButtons visit={visit} pending={pending} saved={saved && !base.edited} />}
        </form>
        {replacing && !closed && <ReplaceRecordDialog visit={visit} command={replacing} pending={pending} onClose={() => setReplacing(undefined)} onConfirm={() => void send({ ...replacing, basedOn: visit.recordedAt })} />}
        <LeaveQuestion guard={guard} />
      </div>
    </Panel>
  );
}

function RecordButtons({ visit, pending, saved }: { visit: SiteVisitView; pending: boolean; saved: boolean }) {
  return (
    <div className="btns mt">
      <Button kind={visit.recordedAt ? "plain" : "primary"} type="submit" blocked={pending ? "正在保存" : undefined}>保存记录</Button>
      <span role="status">{saved ? "记录已保存" : ""}</span>
      {visit.signatures.some(({ at }) => at !== "") && <span className="soft">已有人签字：保存修改之后须重新签字</span>}
    </div>
  );
}

interface FieldsProps {
  /** 各栏编号的开头。 */
  at: string;
  readOnly: boolean;
  errors: Readonly<Record<string, string>>;
}

function RecordFields({ visit, today, ...rest }: FieldsProps & { visit: SiteVisitView; today: string }) {
  const { at, readOnly, errors } = rest;
  return (
    <FieldGroup>
      <FieldFrame id={`${at}-visitedOn`} label={siteVisitFields.visitedOn} required short error={errors.visitedOn}>
        {(control) => <DateInput {...control} name="visitedOn" label={siteVisitFields.visitedOn} defaultValue={visit.visitedOn || today} readOnly={readOnly} />}
      </FieldFrame>
      <FieldFrame id={`${at}-attendee`} label={siteVisitFields.attendee} required error={errors.attendee}>
        {(control) => <TextInput {...control} name="attendee" defaultValue={visit.attendee} readOnly={readOnly} />}
      </FieldFrame>
      {visit.findings.map((finding) => <FindingFields key={finding.item} finding={finding} {...rest} />)}
      <FieldFrame id={`${at}-summary`} label={siteVisitFields.summary} optional full error={errors.summary}>
        {(control) => <TextArea {...control} name="summary" defaultValue={visit.summary} readOnly={readOnly} />}
      </FieldFrame>
    </FieldGroup>
  );
}

function FindingFields({ finding: { item, label, result, note }, at, readOnly, errors }: FieldsProps & { finding: FindingView }) {
  return (
    <>
      <FieldFrame id={`${at}-${item}-result`} label={label} group="radio" required error={errors[`${item}-result`]}>
        <RadioSet name={`${item}-result`} options={results} defaultValue={result ?? ""} disabled={readOnly} />
      </FieldFrame>
      <FieldFrame id={`${at}-${item}-note`} label={`${label}的情况`} error={errors[`${item}-note`]}>
        {(control) => <TextInput {...control} name={`${item}-note`} defaultValue={note} readOnly={readOnly} />}
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
