"use client";

import dynamic from "next/dynamic";
import { SectionScreen, type SectionScreenProps } from "@/components/application/SectionScreen";
import { formHolders } from "./form-holders";

// 资料提交与只读的用不着填报
const AnyForm = dynamic(() => import("./any-tab").then((module) => module.AnyForm));

/** 要看整份申请表的页签：资料提交、已锁定的、还没有开放的。 */
export function WholeTab(props: Omit<SectionScreenProps, "form" | "Form">) {
  const WithForm = formHolders[props.facts.business];
  return WithForm && <WithForm>{(form) => <SectionScreen {...props} form={form} Form={AnyForm} />}</WithForm>;
}
