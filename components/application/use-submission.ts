"use client";

import { useState } from "react";
import { isBlocking, issuesOf } from "@/lib/forms/business";
import type { Section } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";
import type { SubmitManner } from "./check/SubmitPanel";
import type { SectionPage, SectionPageOptions } from "./use-section-page";

export interface PageSubmission {
  /** 本页有没有资料审核与提交。 */
  here: boolean;
  /** 声明了本页按钮与说法的；没有声明的照通常。 */
  manner?: SubmitManner;
  /** 【保存】：声明为保存即提交的，存下且填写完整时请人确认。 */
  save: () => Promise<void>;
}

/** 本页可能就在这里提交：资料审核页，或者声明了在本页提交的。 */
export const mayBeSubmittedHere = ({ submits, layout }: Pick<Section<LicensingContext>, "submits" | "layout">): boolean => submits !== undefined || layout === "check";

/** 本页怎样提交：通常在资料审核页勾选承诺后提交；手册写明本页直接提交的照声明。 */
export function useSubmission({ facts, form, section }: SectionPageOptions, page: SectionPage): PageSubmission {
  const [asking, ask] = useState(false);
  const { submits } = section;
  const action = facts.actions.find((one) => one.action === "submit");

  async function save() {
    const result = await page.save();
    if (result !== "saved" || submits?.by !== "save" || !action || action.blockedBy) return;
    const now = page.now();
    if (form && submits.ready(now) && !issuesOf(form, now).some(isBlocking)) ask(true);
  }

  if (!submits) return { here: mayBeSubmittedHere(section), save };
  return {
    here: submits.ready(page.context), save,
    manner: { title: submits.label, ...(submits.by === "button" ? { button: submits.label } : {}), sentence: submits.confirm(page.context), asking, ask },
  };
}
