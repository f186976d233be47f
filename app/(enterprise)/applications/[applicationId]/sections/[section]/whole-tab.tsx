"use client";

import { SectionScreen, type SectionScreenProps } from "@/components/application/SectionScreen";
import { AnyForm } from "./any-tab";
import { formHolders } from "./form-holders";

/** 要看整份申请表的页签：资料提交、已锁定的、还没有开放的。 */
export function WholeTab(props: Omit<SectionScreenProps, "form" | "Form">) {
  const WithForm = formHolders[props.facts.business];
  return WithForm && <WithForm>{(form) => <SectionScreen {...props} form={form} Form={AnyForm} />}</WithForm>;
}
