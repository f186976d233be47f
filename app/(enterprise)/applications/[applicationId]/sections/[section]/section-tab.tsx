"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useState } from "react";
import type { SectionScreenProps } from "@/components/application/SectionScreen";
import type { SubmitReply } from "@/components/application/types";
import { lateIsland } from "@/components/ui/late-island";
import type { SectionTabName } from "@/lib/licensing/sections";
import type { OwnTabProps } from "./own-tab";

/*
 * 每一页只带用得着的代码：本页签的声明、短表或名册、填报或只读。
 * 都在服务端画出，并随页面预先取来，没有第二次等待；所以每份各自完整，不再分层载入。
 */
const ownTabs: Record<SectionTabName, ComponentType<OwnTabProps>> = {
  "application-category": dynamic(() => import("./tabs/application-category")),
  "basic-information": dynamic(() => import("./tabs/basic-information")),
  "technical-lead": dynamic(() => import("./tabs/technical-lead")),
  "safety-lead": dynamic(() => import("./tabs/safety-lead")),
  technicians: dynamic(() => import("./tabs/technicians")),
  "skilled-workers": dynamic(() => import("./tabs/skilled-workers")),
  performance: dynamic(() => import("./tabs/performance")),
  "change-applicant": dynamic(() => import("./tabs/change-applicant")),
  "particulars-changes": dynamic(() => import("./tabs/particulars-changes")),
  "change-attachments": dynamic(() => import("./tabs/change-attachments")),
  reissue: dynamic(() => import("./tabs/reissue")),
  cancellation: dynamic(() => import("./tabs/cancellation")),
  "scope-change-information": dynamic(() => import("./tabs/scope-change-information")),
  "performance-of-holder": dynamic(() => import("./tabs/performance-of-holder")),
  "renewal-information": dynamic(() => import("./tabs/renewal-information")),
  departure: dynamic(() => import("./tabs/departure")),
  entry: dynamic(() => import("./tabs/entry")),
  "division-type": dynamic(() => import("./tabs/division-type")),
  "division-information": dynamic(() => import("./tabs/division-information")),
  "merger-type": dynamic(() => import("./tabs/merger-type")),
};

const Notes = lateIsland("补正意见", () => import("@/components/application/SectionNotes").then((module) => module.SectionNotes));
const WholeTab = dynamic(() => import("./whole-tab").then((module) => module.WholeTab));

type SectionTabProps = Omit<SectionScreenProps, "form" | "Form" | "submitted"> & {
  /** 现在能改的，用哪一份。 */
  tab?: SectionTabName;
};

/** 一份申请的一个页签。 */
export function SectionTab({ tab, ...props }: SectionTabProps) {
  const { remarks, prefilledFrom } = props.facts;
  // 在本页提交之后页面随即锁定，提交成功的话还要在
  const [submitted, setSubmitted] = useState<SubmitReply>();
  if (tab) {
    const Own = ownTabs[tab];
    const noted = prefilledFrom !== undefined || remarks.some((remark) => remark.section === props.sectionKey);
    return <Own {...props} Notes={noted ? Notes : undefined} onSubmitted={setSubmitted} />;
  }
  return <WholeTab {...props} submitted={submitted} />;
}
