"use client";

import type { MouseEventHandler, ReactNode } from "react";
import { Directory, type DirectoryEntry } from "@/components/ui/Directory";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { procedures } from "@/lib/terms/application";
import { ApplicationStatus } from "./ApplicationStatus";
import { progressOf } from "./directory-entries";
import type { ApplicationFacts } from "./types";

export interface ApplicationFrameProps {
  facts: ApplicationFacts;
  /** 目录的各行。 */
  entries: readonly DirectoryEntry[];
  /** 名册页目录收成一行，宽表才放得下。 */
  wide?: boolean;
  /** 目录下的链接：申请废弃、打印。 */
  foot?: ReactNode;
  onDirectory?: MouseEventHandler<HTMLElement>;
  children: ReactNode;
}

/** 一份申请各页共用的框：事实一行、状态、目录。 */
export function ApplicationFrame({ facts, entries, wide, foot, onDirectory, children }: ApplicationFrameProps) {
  const directory = (
    <Directory entries={entries} label="申请目录" progress={progressOf(entries)} foot={foot} variant={wide ? "bar" : "side"} onClick={onDirectory} />
  );
  const head = (
    <PageHead
      facts={<Facts lead={facts.label} items={[facts.number, facts.scopeText, procedures[facts.procedure]]} />}
      aside={<ApplicationStatus facts={facts} />}
    />
  );
  if (wide) {
    return (
      <div className="wrap stack">
        {head}
        {directory}
        {children}
      </div>
    );
  }
  return (
    <div className="wrap">
      {head}
      <div className="app">
        {directory}
        {children}
      </div>
    </div>
  );
}
