"use client";

import { useState } from "react";
import { type LeaveGuard, useLeaveGuard } from "./use-leave-guard";

export interface UnsavedForm {
  guard: LeaveGuard;
  /** 放在 form 上：改过就算有未保存的内容；它自己的提交不问。 */
  form: { "data-own-form": true; onChange: () => void };
  /** 存好了，离开不再问。 */
  saved: () => void;
}

/** 各栏由浏览器记着的一张表：改过而没有存的，离开本页先问。 */
export function useUnsavedForm(): UnsavedForm {
  const [edited, setEdited] = useState(false);
  const guard = useLeaveGuard(edited);
  return { guard, form: { "data-own-form": true, onChange: () => setEdited(true) }, saved: () => setEdited(false) };
}
