"use client";

import type { Section } from "@/lib/forms/definition";
import { anchorOf } from "@/lib/forms/issue";
import type { LicensingContext } from "@/lib/licensing/context";
import { RemarkNotes } from "./RemarkNotes";
import type { ApplicationFacts } from "./types";
import type { RemarkAnswers } from "./use-remark-answers";

export interface SectionRemarksProps {
  facts: ApplicationFacts;
  section: Section<LicensingContext>;
  answers: RemarkAnswers;
}

/** 本页收到的补正意见。 */
export function SectionRemarks({ facts, section, answers }: SectionRemarksProps) {
  const remarks = facts.remarks
    .filter((remark) => remark.section === section.key)
    .map((remark) => ({ ...remark, answer: answers.given[remark.id] ?? remark.answer }));
  const tableOf = (row: string | undefined) =>
    section.tables.find((table) => {
      const rows = facts.context.answers[section.key]?.[table.key];
      return Array.isArray(rows) && rows.some((one) => one !== null && typeof one === "object" && !Array.isArray(one) && one.rowId === row);
    })?.key;
  return (
    <RemarkNotes
      remarks={remarks}
      officeName={facts.officeName}
      answers={answers}
      hrefOf={(remark) => {
        if (!remark.field && !remark.slot && !remark.row) return undefined;
        const table = tableOf(remark.row);
        // 所指的一行已经去掉：意见仍在本页，没有可以带到的地方
        if (remark.row && !table) return undefined;
        return `#${anchorOf({ table, row: remark.row, field: remark.field, slot: remark.slot })}`;
      }}
    />
  );
}
