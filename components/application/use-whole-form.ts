"use client";

import { useEffect, useState } from "react";
import type { FormDefinition } from "@/lib/forms/business";
import type { LicensingContext } from "@/lib/licensing/context";

export type WholeForm = FormDefinition<LicensingContext>;

const loaded = new Map<string, WholeForm>();

/**
 * 整份申请表，页签画出以后才载入：目录里别的页签的状态从此也随保存更新。
 * 没有载入成功时目录保持服务端给的样子，填报照常；打开下一个页签时再试。
 */
export function useWholeForm(business: string, load?: () => Promise<WholeForm>): WholeForm | undefined {
  const [form, setForm] = useState(() => loaded.get(business));
  useEffect(() => {
    if (form || !load) return;
    let gone = false;
    const keep = (whole: WholeForm) => {
      loaded.set(business, whole);
      if (!gone) setForm(whole);
    };
    load().then(keep, () => undefined);
    return () => {
      gone = true;
    };
  }, [business, form, load]);
  return form;
}
