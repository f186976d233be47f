"use client";

import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { TermList } from "@/components/ui/PageHead";
import { getBusiness } from "@/lib/licensing/businesses";
import type { LicensingContext } from "@/lib/licensing/context";
import { limits } from "@/lib/licensing/rule-sets/limits";
import { fullMomentOf } from "../moments";
import { placeInWords } from "../queue-place";
import type { ApplicationFacts, SubmitReply } from "../types";
import { Deferred } from "./Deferred";

/** 提交成功：编号、时间、排队位置、接下来怎样。 */
export function Submitted({ facts, context, reply }: { facts: ApplicationFacts; context: LicensingContext; reply: SubmitReply }) {
  const scope = getBusiness(facts.business).scopeText(context.answers, context);
  const heading = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel ref={heading} tabIndex={-1} title={reply.round > 1 ? "已重新提交" : "提交成功"} level={1} id="submitted">
      <div className="stack">
        <TermList
          items={[
            { term: "申请编号", value: <b>{reply.number}</b> },
            { term: "业务", value: scope ? `${facts.label}（${scope}）` : facts.label },
            { term: "提交时间", value: fullMomentOf(reply.submittedAt) },
            { term: "办理机构", value: facts.officeName },
            { term: "形审排队", value: placeInWords(reply.queuePlace) },
          ]}
        />
        <h2>接下来</h2>
        <ul className="bullets">
          <li>{facts.officeName}在 {limits.intake.value} 个工作日内答复是否受理，材料不全的一次告知需要补正的内容。</li>
          <li>结果在“消息”里通知，需要贵单位办的列在首页“待办”。</li>
          <li>答复之前内容不能再改；每一轮提交的内容都可以在“办理经过”里查看。</li>
        </ul>
        {facts.deferred && facts.deferred.length > 0 && <Deferred labels={facts.deferred} />}
        <div className="btns">
          <ButtonLink kind="primary" href="/home">
            返回首页
          </ButtonLink>
          <ButtonLink href={`/applications/${facts.applicationId}/history`}>查看办理经过</ButtonLink>
        </div>
      </div>
    </Panel>
  );
}
