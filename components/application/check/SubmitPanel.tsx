"use client";

import { useState } from "react";
import { heedSessionEnd } from "@/components/account/session-end";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Choices";
import { lateDialog, usePreloaded } from "@/components/ui/late";
import { Message } from "@/components/ui/Message";
import type { Issue } from "@/lib/forms/issue";
import { limits } from "@/lib/licensing/rule-sets/limits";
import { truthPromise } from "@/lib/licensing/sections/submission";
import type { ApplicationFacts, SectionActions, SubmitReply } from "../types";
import { newId } from "@/components/ui/new-id";
import { usePending } from "@/components/ui/use-pending";
import { notSent } from "../not-sent";

/** 页签声明了怎样提交的：按钮与确认的说法；没有按钮的由【保存】请人确认。 */
export interface SubmitManner {
  title: string;
  button?: string;
  sentence: string;
  asking: boolean;
  ask: (open: boolean) => void;
}

const loadConfirm = () => import("@/components/ui/ConfirmDialog").then((module) => module.ConfirmDialog);

const ConfirmDialog = lateDialog("资料提交", loadConfirm);

/** 勾选承诺，确认，提交。挡住时按钮仍可聚焦，按下去到不符项那里。 */
export function SubmitPanel({
  facts,
  unmet,
  submit,
  prepare,
  manner,
  onRefused,
  onSubmitted,
}: {
  facts: ApplicationFacts;
  unmet: number;
  submit: SectionActions["submit"];
  prepare?: () => Promise<boolean>;
  manner?: SubmitManner;
  onRefused: (issues: readonly Issue[]) => void;
  onSubmitted: (reply: SubmitReply) => void;
}) {
  usePreloaded(loadConfirm);
  const action = facts.actions.find((one) => one.action === "submit");
  const [promised, promise] = useState(false);
  const [opened, open] = useState(false);
  const { asking, ask } = manner ?? { asking: opened, ask: open };
  const [pending, during] = usePending();
  const [failure, setFailure] = useState<string>();
  const [idempotencyKey] = useState(() => newId());
  if (!action) return facts.openSections === "none" ? null : <p className="note">提交由企业管理员或提交人办理，请通知他们登录后提交。</p>;
  const why = reason(unmet, action.blockedBy, promised || manner !== undefined);
  const button = manner ? manner.button : action.label;
  const title = manner?.title ?? action.label;

  async function begin() {
    if (!prepare || (await prepare())) ask(true);
  }

  async function run() {
    const outcome = await during(submit({ applicationId: facts.applicationId, idempotencyKey, truthPromise: true }).then(heedSessionEnd).catch(() => undefined));
    if (outcome?.ok) return onSubmitted(outcome.value);
    ask(false);
    setFailure(outcome?.message ?? `${notSent}；不会重复提交`);
    if (outcome && outcome.issues.length > 0) onRefused(outcome.issues);
  }

  return (
    <div className="submit" id="submit">
      {failure && <Message tone="bad" announce>{failure}</Message>}
      {!manner && <Checkbox id="truth-promise" label={`本单位${truthPromise}`} checked={promised} disabled={unmet > 0} onChange={(event) => promise(event.target.checked)} />}
      <p className="btns">
        {button && (
          <Button kind="primary" blockedBy={why && "why-not"} onBlocked={() => moveTo(unmet > 0 ? "unmet" : "truth-promise")} onClick={() => void begin()}>
            {button}
            {button === SUBMIT && <span className="sr">（进入资料提交排队）</span>}
          </Button>
        )}
        <ButtonLink href={`/applications/${facts.applicationId}`}>查看全部已填内容</ButtonLink>
      </p>
      <p className="note" id="why-not">
        {why ?? (manner && !manner.button ? "填写完整，按“保存”确认之后提交。" : "")}
        {!why && `提交后进入形审，${limits.intake.value} 个工作日内答复是否受理。`}
      </p>
      {asking && (
        <ConfirmDialog open onAbandon={() => ask(false)} onClose={() => ask(false)} title={`${title}？`} confirmLabel={manner ? "确定" : `确定${action.label}`} pending={pending} onConfirm={() => void run()}>
          {manner ? <p>{manner.sentence}</p> : <p>{facts.label} {facts.number}：{facts.scopeText}</p>}
          <p>提交到{facts.officeName}形审，提交后在答复之前内容不能再改。本单位{truthPromise}。</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

const SUBMIT = "资料提交";

function reason(unmet: number, blockedBy: string | undefined, promised: boolean): string | undefined {
  if (unmet > 0) return `还有 ${unmet} 项不符合。全部符合后可以提交，提交后进入形审，${limits.intake.value} 个工作日内答复是否受理。`;
  if (blockedBy) return blockedBy;
  return promised ? undefined : `请先勾选“本单位${truthPromise}”`;
}

function moveTo(id: string): void {
  const target = document.getElementById(id);
  target?.focus();
  target?.scrollIntoView?.({ block: "center" });
}
