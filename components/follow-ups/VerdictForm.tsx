"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { RadioSet } from "@/components/ui/Choices";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { FieldGroup, Panel } from "@/components/ui/Panel";
import { TextArea, TextInput } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import { useUnsavedForm } from "@/components/ui/use-unsaved-form";
import { type FollowUpView, revocationArticles, type Verdict, verdicts, verdictsOf } from "@/lib/licensing/follow-up-views";

interface Command {
  followUpId: string;
  revision: number;
  note: string;
}

export interface VerdictFormProps {
  view: FollowUpView;
  recordDeferral: Act<Command & { verdict: "met" | "incomplete" }>;
  recordVerification: Act<Command & { verdict: "truthful" | "rectify" | "revoke" | "rectified"; article: string }>;
  recordConditions: Act<Command & { verdict: "kept" | "lost" }>;
}

/** 记下结论：核对补交的材料、核查承诺、复核整改、核对许可条件；办完的不再出现。 */
export function VerdictForm(props: VerdictFormProps) {
  const { view } = props;
  const offered = offeredFor(view);
  if (offered.length === 0 || !["open", "supplied"].includes(view.state)) return null;
  if (view.kind === "deferral" && view.state === "open") return <Message title="等待企业补齐。">企业提交补齐材料之后，在这里核对。</Message>;
  return <Conclude {...props} offered={offered} />;
}

function Conclude({ view, offered, recordDeferral, recordVerification, recordConditions }: VerdictFormProps & { offered: readonly Verdict[] }) {
  const router = useRouter();
  const [verdict, setVerdict] = useState<Verdict>();
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [pending, during] = usePending();
  const unsaved = useUnsavedForm();

  async function save({ article, ...command }: Command & { article: string }) {
    if (verdict === "met" || verdict === "incomplete") return ask(recordDeferral, { ...command, verdict });
    if (verdict === "kept" || verdict === "lost") return ask(recordConditions, { ...command, verdict });
    return verdict ? ask(recordVerification, { ...command, article, verdict }) : undefined;
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!verdict) return setFields({ verdict: "请选择结论" });
    const reply = await during(save({ followUpId: view.id, revision: view.revision, note: String(form.get("note") ?? "").trim(), article: String(form.get("article") ?? "").trim() }));
    setFields(reply?.ok === false ? reply.fields : {});
    setFailure(reply?.ok === false && Object.keys(reply.fields).length === 0 ? reply.message : undefined);
    if (!reply?.ok) return;
    unsaved.saved();
    router.refresh();
  }

  return (
    <Panel title="记下结论" id="verdict">
      <LeaveQuestion guard={unsaved.guard} />
      <form noValidate {...unsaved.form} onSubmit={(event) => void submit(event)}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <FieldGroup>
          <FieldFrame id="follow-up-verdict" label="结论" group="radio" required full error={fields.verdict} help={view.kind === "conditions" && !view.overdue ? `“${verdicts.lost}”在期限届满之后才能选` : undefined}>
            <RadioSet name="verdict" value={verdict ?? ""} options={offered.map((code) => ({ value: code, label: verdicts[code] }))} onChange={(event) => setVerdict(event.target.value as Verdict)} />
          </FieldFrame>
          <FieldFrame id="follow-up-note" label={noteLabel(verdict)} required={verdict !== undefined && !mayBeSilent.includes(verdict)} full error={fields.note}>
            {(control) => <TextArea {...control} name="note" />}
          </FieldFrame>
          {verdict === "revoke" && (
            <FieldFrame id="follow-up-article" label="法律依据" required full error={fields.article}>
              {(control) => <TextInput {...control} name="article" defaultValue={revocationArticles[view.origin]} />}
            </FieldFrame>
          )}
        </FieldGroup>
        <div className="btns mt">
          <Button kind={verdict === "revoke" ? "danger" : "primary"} type="submit" blocked={pending ? "正在记录" : undefined}>记录结论</Button>
        </div>
      </form>
    </Panel>
  );
}

/** 可以不写说明的结论。 */
const mayBeSilent: readonly Verdict[] = ["met", "truthful", "kept"];

/** 期限未到的，不能记为仍不符合。 */
function offeredFor({ kind, overdue }: FollowUpView): readonly Verdict[] {
  const all = verdictsOf[kind] ?? [];
  return overdue ? all : all.filter((verdict) => verdict !== "lost");
}

function noteLabel(verdict: Verdict | undefined): string {
  if (verdict === "incomplete") return "还差什么（企业看得到）";
  return verdict === "rectify" || verdict === "revoke" || verdict === "lost" ? "核查的情况（企业看得到）" : "说明";
}
