"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { FieldFrame } from "@/components/ui/FieldFrame";
import { TextInput } from "@/components/ui/TextInput";
import { useCaseDesk } from "./case-desk";
import { attempt } from "./types";

/** 领取；由别人承办的须写理由接办。已由本人承办或不归本岗位办的，不出现。 */
export function ClaimButton() {
  const { view, actions } = useCaseDesk();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [failure, setFailure] = useState<string>();
  const form = useId();
  if (!view.claimable || view.mine) return null;

  async function claim(takeOverReason?: string) {
    const reply = await attempt(actions.claim({ applicationId: view.applicationId, ...(takeOverReason ? { takeOverReason } : {}) }));
    setFailure(reply.ok ? undefined : reply.message);
    if (reply.ok) setAsking(false);
    router.refresh();
  }

  function takeOver(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === "") return setFailure("请写明接办的理由");
    void claim(reason.trim());
  }

  if (!view.holder) {
    return (
      <>
        <Button onClick={() => claim()}>领取</Button>
        {failure && <span className="bad-t" role="alert">{failure}</span>}
      </>
    );
  }
  const footer = (
    <>
      <Button onClick={() => setAsking(false)}>取消</Button>
      <Button type="submit" form={form} kind="primary">接办</Button>
    </>
  );
  return (
    <>
      <Button onClick={() => setAsking(true)}>接办</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={`本案由${view.holder}承办`} footer={footer}>
        <form id={form} onSubmit={takeOver} noValidate>
          <div className="fields">
            <FieldFrame id="take-over-reason" label="接办的理由" required full help="记入审计" error={failure}>
              {(control) => <TextInput {...control} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
            </FieldFrame>
          </div>
        </form>
      </Dialog>
    </>
  );
}
