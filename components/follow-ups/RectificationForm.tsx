"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Act, ask } from "@/components/account/reply";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { LeaveQuestion } from "@/components/ui/LeaveQuestion";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { TextArea } from "@/components/ui/TextInput";
import { usePending } from "@/components/ui/use-pending";
import { useUnsavedForm } from "@/components/ui/use-unsaved-form";
import type { FollowUpView } from "@/lib/licensing/follow-up-views";
import { followUpEvents } from "@/lib/terms/follow-ups";

interface RectificationFormProps {
  view: FollowUpView;
  report: Act<{ followUpId: string; revision: number; report: string }>;
}

/** 限期整改：写明怎样整改的，【报告整改完成】；报告之后只读。 */
export function RectificationForm(props: RectificationFormProps) {
  const { state, report } = props.view;
  return state === "open" ? <Report {...props} /> : <Panel title="整改情况" id="report">{report || <span className="soft">没有报告</span>}</Panel>;
}

function Report({ view, report }: RectificationFormProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [pending, during] = usePending();
  const [confirming, confirm] = useState<string>();
  const unsaved = useUnsavedForm();

  function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("report") ?? "").trim();
    setFault(text === "" ? "请写明整改的情况" : undefined);
    if (text !== "") confirm(text);
  }

  async function submit(text: string) {
    const reply = await during(ask(report, { followUpId: view.id, revision: view.revision, report: text }));
    confirm(undefined);
    setFault(reply.ok ? undefined : reply.fields.report);
    setFailure(reply.ok || reply.fields.report ? undefined : reply.message);
    if (!reply.ok) return;
    unsaved.saved();
    router.refresh();
  }

  return (
    <Panel title="报告整改" id="report">
      <LeaveQuestion guard={unsaved.guard} />
      <form className="stack" noValidate {...unsaved.form} onSubmit={check}>
        {failure && <Message tone="bad" announce>{failure}</Message>}
        <FieldFrame id="rectification-report" label="整改情况" required full help="写明改了什么、何时改完" error={fault}>
          {(control) => <TextArea {...control} name="report" rows={5} />}
        </FieldFrame>
        <div className="btns">
          <Button kind="primary" type="submit" blocked={pending ? "正在提交" : undefined}>{followUpEvents.rectificationReported}</Button>
        </div>
      </form>
      <ConfirmDialog open={confirming !== undefined} onClose={() => confirm(undefined)} title={followUpEvents.rectificationReported} confirmLabel="报告" onConfirm={() => void submit(confirming ?? "")} pending={pending}>
        报告后不能再改，由审查岗复核。确定已经整改完成吗？
      </ConfirmDialog>
    </Panel>
  );
}
