"use client";

import { useEffect } from "react";
import { eraseAllLocalDrafts } from "./local-draft";

/** 退出登录时抹去本机暂存的未保存内容；页头里只有退出登录一个表单。 */
export function LocalDrafts() {
  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      if (event.target instanceof Element && event.target.closest("header")) eraseAllLocalDrafts();
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, []);
  return null;
}
