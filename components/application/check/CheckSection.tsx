"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import { type FormDefinition, isBlocking } from "@/lib/forms/business";
import type { Issue } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { submission } from "@/lib/licensing/sections/submission";
import { fullMomentOf } from "../moments";
import type { ApplicationFacts, SectionActions, SubmitReply } from "../types";
import { Conditions } from "./Conditions";
import { SubmitPanel } from "./SubmitPanel";
import { Submitted } from "./Submitted";
import { unmetGroups } from "./unmet";
import { UnmetList } from "./UnmetList";

export interface CheckSectionProps {
  facts: ApplicationFacts;
  form: FormDefinition<LicensingContext>;
  context: LicensingContext;
  issues: readonly Issue[];
  actions: Pick<SectionActions, "submit">;
}

/** 资料提交：全部不符项、所选级别的条件、提示，勾选承诺后提交；提交之后在原处确认。 */
export function CheckSection({ facts, form, context, issues, actions }: CheckSectionProps) {
  const router = useRouter();
  const [submitted, setSubmitted] = useState<SubmitReply>();
  const [returned, setReturned] = useState<readonly Issue[]>();
  const known = returned ?? issues;
  const groups = useMemo(() => unmetGroups(form, known, facts.applicationId), [form, known, facts.applicationId]);
  const warnings = known.filter((issue) => !isBlocking(issue));
  const count = known.length - warnings.length;
  if (submitted) return <Submitted facts={facts} reply={submitted} />;
  return (
    <div className="checkgrid">
      <Panel title={submission.label} level={1} aside={<span className="soft small">按已保存的内容核对</span>}>
        <Standing facts={facts} count={count} />
        {count > 0 && <UnmetList groups={groups} />}
        {warnings.length > 0 && <Warnings warnings={warnings} />}
        <SubmitPanel facts={facts} unmet={count} submit={actions.submit} onRefused={setReturned}
          onSubmitted={(reply) => {
            setSubmitted(reply);
            router.refresh();
          }} />
      </Panel>
      <Conditions form={form} context={context} />
    </div>
  );
}

function Standing({ facts, count }: { facts: ApplicationFacts; count: number }) {
  if (facts.openSections === "none") {
    return (
      <Message tone="info" title={`${facts.stateWord}。`}>
        {facts.submittedAt && `${fullMomentOf(facts.submittedAt)} 提交，内容不能再改。`}
      </Message>
    );
  }
  if (count === 0) return <Message tone="good" title="全部符合，可以提交。" />;
  return (
    <Message tone="bad" title={`还有 ${count} 项不符合，暂不能提交。`}>
      点任一项，直接到要改的地方。
    </Message>
  );
}

function Warnings({ warnings }: { warnings: readonly Issue[] }) {
  return (
    <div className="submit">
      <h2>提示（不影响提交）</h2>
      <ul className="bullets">
        {warnings.map((issue) => (
          <li key={`${issue.section} ${issue.rule} ${issue.message}`}>{issue.message}</li>
        ))}
      </ul>
    </div>
  );
}
