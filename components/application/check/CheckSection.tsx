"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { Message } from "@/components/ui/Message";
import { usePreloaded } from "@/components/ui/late";
import { lateIsland } from "@/components/ui/late-island";
import { Panel } from "@/components/ui/Panel";
import { type FormDefinition, isBlocking } from "@/lib/forms/business";
import type { Issue } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { submission } from "@/lib/licensing/sections/submission";
import { fullMomentOf } from "../moments";
import type { ApplicationFacts, SectionActions, SubmitReply } from "../types";
import { Deferred } from "./Deferred";
import { type SubmitManner, SubmitPanel } from "./SubmitPanel";
import { loadSubmitted, Submitted } from "./late-submitted";
import { unmetGroups } from "./unmet";
import { UnmetList } from "./UnmetList";

// 条文与对照表只给人读，不必等它的代码
const Conditions = lateIsland("所选级别的条件", () => import("./Conditions").then((module) => module.Conditions));

const AfterGrant = lateIsland("准予之后", () => import("./AfterGrant").then((module) => module.AfterGrant));

export interface CheckSectionProps {
  facts: ApplicationFacts;
  form: FormDefinition<LicensingContext>;
  context: LicensingContext;
  issues: readonly Issue[];
  actions: Pick<SectionActions, "submit">;
  /** 与填报同在一页时的标题。 */
  title?: string;
  /** 提交之前先存下本页的修改；没存成的不提交。 */
  prepare?: () => Promise<boolean>;
  manner?: SubmitManner;
  /** 提交成功；本页随即变为只读，由页面接着显示结果。 */
  onSubmitted?: (reply: SubmitReply) => void;
}

/** 资料提交：全部不符项、所选级别的条件、提示，勾选承诺后提交；提交之后在原处确认。 */
export function CheckSection({ facts, form, context, issues, actions, title, prepare, manner, onSubmitted }: CheckSectionProps) {
  const router = useRouter();
  usePreloaded(loadSubmitted);
  const [submitted, setSubmitted] = useState<SubmitReply>();
  const [returned, setReturned] = useState<{ at: readonly Issue[]; issues: readonly Issue[] }>();
  // 与填报同在一页的，改过之后服务端退回的不符项不再作数
  const known = returned && (!prepare || returned.at === issues) ? returned.issues : issues;
  const groups = useMemo(() => unmetGroups(form, known, facts.applicationId), [form, known, facts.applicationId]);
  const warnings = known.filter((issue) => !isBlocking(issue));
  const count = known.length - warnings.length;
  if (submitted) return <Submitted facts={facts} context={context} reply={submitted} />;
  const withConditions = form.sections.some((section) => section.key === CATEGORY_SECTION);
  return (
    <div className={withConditions ? "checkgrid" : undefined}>
      <Panel title={title ?? submission.label} level={title ? 2 : 1} aside={title ? undefined : <span className="soft small">按已保存的内容核对</span>}>
        <Standing facts={facts} count={count} besideFields={manner !== undefined} />
        {count > 0 && <UnmetList groups={groups} />}
        {warnings.length > 0 && <Warnings warnings={warnings} />}
        {facts.deferred && <Deferred labels={facts.deferred} />}
        {facts.parties && <AfterGrant facts={facts} context={context} />}
        <SubmitPanel facts={facts} unmet={count} submit={actions.submit} prepare={prepare} manner={manner} onRefused={(refused) => setReturned({ at: issues, issues: refused })}
          onSubmitted={(reply) => {
            setSubmitted(reply);
            onSubmitted?.(reply);
            router.refresh();
          }} />
      </Panel>
      {withConditions && <Conditions form={form} context={context} />}
    </div>
  );
}

/** 原样再交不收，事先就说；与字段同在一页的，改了还没有保存，不说。 */
function Standing({ facts, count, besideFields }: { facts: ApplicationFacts; count: number; besideFields: boolean }) {
  if (facts.openSections === "none") {
    return (
      <Message tone="info" title={`${facts.stateWord}。`}>
        {facts.submittedAt && `${fullMomentOf(facts.submittedAt)} 提交，内容不能再改。`}
      </Message>
    );
  }
  if (count === 0 && facts.unchanged && !besideFields) {
    return (
      <Message tone="warn" title="各项都符合，但与上一次提交相比还没有任何修改。">
        请按补正意见修改并保存，原样不能再次提交。
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
