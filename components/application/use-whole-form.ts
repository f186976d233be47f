"use client";

import { useEffect, useState } from "react";
import { onFirstInteraction } from "@/components/ui/first-interaction";
import type { FormDefinition } from "@/lib/forms/business";
import type { LicensingContext } from "@/lib/licensing/context";

export type WholeForm = FormDefinition<LicensingContext>;

const loaded = new Map<string, WholeForm>();

/**
 * 整份申请表，人动手了（now：不等动手）才载入：目录里别的页签的状态从此也随填写更新，在那之前与服务端给的一样。
 * 没有载入成功时目录保持服务端给的样子，填报照常；再动手时再试。
 */
export function useWholeForm(business: string, load: (() => Promise<WholeForm>) | undefined, now: boolean): WholeForm | undefined {
  const [form, setForm] = useState(() => loaded.get(business));
  useEffect(() => {
    if (form || !load) return undefined;
    let gone = false;
    const keep = (whole: WholeForm) => {
      loaded.set(business, whole);
      if (!gone) setForm(whole);
    };
    let stop = (): void => undefined;
    const wait = () => {
      if (!gone) stop = onFirstInteraction(begin);
    };
    const begin = () => void load().then(keep, wait);
    if (now) begin();
    else wait();
    return () => {
      gone = true;
      stop();
    };
  }, [business, form, load, now]);
  return form;
}
