"use client";

import type { ComponentType } from "react";
import type { Section } from "@/lib/forms/definition";
import type { LicensingContext } from "@/lib/licensing/context";
import type { SectionStanding } from "./section-standing";
import type { ApplicationFacts, SectionActions } from "./types";
import { useSavedContext } from "./use-saved-context";
import { mayBeSubmittedHere } from "./use-submission";
import { type WholeForm, useWholeForm } from "./use-whole-form";
import type { SectionPageOptions } from "./use-section-page";

export interface OwnSectionProps {
  facts: ApplicationFacts;
  section: Section<LicensingContext>;
  standing: SectionStanding;
  accountId: string;
  actions: SectionActions;
  Form: ComponentType<Omit<SectionPageOptions, "upload">>;
  onSubmitted?: SectionPageOptions["onSubmitted"];
  loadForm?: () => Promise<WholeForm>;
}

/** 一个能改的页签，只带自己的声明；整份申请表等人动手才载入。 */
export function OwnSection({ facts, section, loadForm, Form, ...rest }: OwnSectionProps) {
  const store = useSavedContext(facts);
  // 在本页提交的，提交之前要看整份
  const form = useWholeForm(facts.business, loadForm, mayBeSubmittedHere(section));
  return <Form facts={facts} section={section} form={form} store={store} {...rest} />;
}
