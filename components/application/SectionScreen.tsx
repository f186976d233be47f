"use client";

import { type ComponentType, useState } from "react";
import { lateIsland } from "@/components/ui/late-island";
import { type FormDefinition, findSection, gateBefore, isBlocking, issuesOf } from "@/lib/forms/business";
import { hasContent } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";
import { ApplicationFrame } from "./ApplicationFrame";
import { CheckSection } from "./check/CheckSection";
import { Submitted } from "./check/late-submitted";
import { directoryEntries, isOpen, labelIn, sectionPath } from "./directory-entries";
import { DiscardLink } from "./DiscardLink";
import type { SectionStanding } from "./section-standing";
import type { ApplicationFacts, SectionActions, SubmitReply } from "./types";
import type { SectionPageOptions } from "./use-section-page";
import { useSavedContext } from "./use-saved-context";

// 只给人读的，不必等它的代码
const GateClosed = lateIsland("还没有开放", () => import("./GateClosed").then((module) => module.GateClosed));
const LockedSection = lateIsland("已填写的内容", () => import("./LockedSection").then((module) => module.LockedSection));

export interface SectionScreenProps {
  facts: ApplicationFacts;
  form: FormDefinition<LicensingContext>;
  standing: SectionStanding;
  sectionKey: string;
  accountId: string;
  actions: SectionActions;
  /** 刚在本页提交的。 */
  submitted?: SubmitReply;
  /** 能改时的填报；只读、没开放的页面不带它。 */
  Form: ComponentType<Omit<SectionPageOptions, "upload">>;
}

/** 一份申请的一个页签，带着整份申请表：能改的填报，锁定的只读，没开放的说明原因，最后一页是资料审核与提交。 */
export function SectionScreen(props: SectionScreenProps) {
  const { facts, form, standing, sectionKey, accountId, actions, Form } = props;
  const section = findSection(form, sectionKey);
  const store = useSavedContext(facts);
  const [submittedHere, setSubmitted] = useState<SubmitReply>();
  const submitted = props.submitted ?? submittedHere;
  const { context } = store;
  // 只在已存的内容变了才重画到这里，打字不经过
  const issues = issuesOf(form, context);
  if (!section) return null;

  const gate = facts.openSections === "all" && hasContent(section) ? gateBefore(form, section.key, issues) : undefined;
  const open = isOpen(facts, section.key);
  if (open && !gate && hasContent(section)) {
    return <Form key={section.key} facts={facts} form={form} standing={standing} section={section} accountId={accountId} actions={actions} store={store} onSubmitted={setSubmitted} />;
  }
  return (
    <ApplicationFrame facts={facts} entries={directoryEntries({ form, facts, context, issues, current: section.key })}
      foot={<DiscardLink facts={facts} discard={actions.discard} />}>
      {gate ? (
        <GateClosed name={section.label} gate={labelIn(form, gate)} gateHref={sectionPath(facts.applicationId, gate)}
          issues={issues.filter((issue) => issue.section === gate && isBlocking(issue))} />
      ) : !hasContent(section) ? (
        <CheckSection facts={facts} form={form} context={context} issues={issues} actions={actions} />
      ) : submitted ? (
        <Submitted facts={facts} context={context} reply={submitted} />
      ) : (
        <LockedSection facts={facts} section={section} context={context} />
      )}
    </ApplicationFrame>
  );
}
