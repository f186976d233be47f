"use client";

import { PrefillNote } from "./PrefillNote";
import { SectionRemarks, type SectionRemarksProps } from "./SectionRemarks";

export interface SectionNotesProps extends SectionRemarksProps {
  /** 本页签存到第几版。 */
  revision: number;
}

/** 填报之前要看的：内容取自哪里，收到的补正意见。 */
export function SectionNotes({ revision, ...remarks }: SectionNotesProps) {
  return (
    <>
      <PrefillNote facts={remarks.facts} section={remarks.section.key} revision={revision} />
      <SectionRemarks {...remarks} />
    </>
  );
}
