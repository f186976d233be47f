"use client";

import { useRouter } from "next/navigation";
import { findSection, gateBefore, isBlocking, issuesOf } from "@/lib/forms/business";
import { getBusiness } from "@/lib/licensing/businesses";
import { ApplicationFrame } from "./ApplicationFrame";
import { uploadAttachment } from "./attachments/upload-attachment";
import type { UploadFile } from "./attachments/upload-file";
import { CheckSection } from "./check/CheckSection";
import { isOpen, labelIn, sectionPath } from "./directory-entries";
import { DiscardLink } from "./DiscardLink";
import { GateClosed } from "./GateClosed";
import { LockedSection } from "./LockedSection";
import { SectionForm } from "./SectionForm";
import type { ApplicationFacts, SectionActions } from "./types";
import { useSavedContext } from "./use-saved-context";

export interface SectionScreenProps {
  facts: ApplicationFacts;
  sectionKey: string;
  accountId: string;
  actions: SectionActions;
  /** 上传的办法；测试里换成不经网络的。 */
  upload?: UploadFile;
}

/** 一份申请的一个页签：能改的填报，锁定的只读，没开放的说明原因，最后一页是资料审核与提交。 */
export function SectionScreen({ facts, sectionKey, accountId, actions, upload = uploadAttachment }: SectionScreenProps) {
  const form = getBusiness(facts.business);
  const section = findSection(form, sectionKey);
  const router = useRouter();
  const store = useSavedContext(facts);
  const { context } = store;
  // 只在已存的内容变了才重画到这里，打字不经过
  const issues = issuesOf(form, context);
  if (!section) return null;

  const gate = facts.openSections === "all" && section.layout !== "check" ? gateBefore(form, section.key, issues) : undefined;
  const open = isOpen(facts, section.key);
  if (open && !gate && section.layout !== "check") {
    return <SectionForm key={section.key} facts={facts} form={form} section={section} accountId={accountId} actions={actions} upload={upload} store={store} />;
  }
  return (
    <ApplicationFrame facts={facts} form={form} context={context} issues={issues} current={section.key}
      foot={<DiscardLink facts={facts} discard={actions.discard} onDone={(href) => router.push(href)} />}>
      {gate ? (
        <GateClosed name={section.label} gate={labelIn(form, gate)} gateHref={sectionPath(facts.applicationId, gate)}
          issues={issues.filter((issue) => issue.section === gate && isBlocking(issue))} />
      ) : section.layout === "check" ? (
        <CheckSection facts={facts} form={form} context={context} issues={issues} actions={actions} />
      ) : (
        <LockedSection facts={facts} section={section} context={context} />
      )}
    </ApplicationFrame>
  );
}
