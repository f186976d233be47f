"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { newerSections } from "./session-memory";

/** 浏览器「后退」恢复的旧页面：本次保存过更新的内容，就重新取一次。 */
export function RefreshWhenNewer({ applicationId, revisions }: { applicationId: string; revisions: Readonly<Record<string, number>> }) {
  const router = useRouter();
  useEffect(() => {
    if (newerSections(applicationId, revisions).length > 0) router.refresh();
  }, [applicationId, revisions, router]);
  return null;
}
