import { defineSection } from "@/lib/forms/definition";
import type { LicensingContext } from "../context";

/** 资料提交：没有自己的字段，列出全部不符项与所选级别的条件；「对材料真实性负责」在提交时勾选。 */
export const submission = defineSection<LicensingContext>({
  key: "submission",
  label: "资料提交",
  layout: "check",
  groups: [],
  tables: [],
  slots: [],
});

/** 提交前须勾选的话。 */
export const truthPromise = "对材料真实性负责";
