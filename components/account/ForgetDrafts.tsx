"use client";

import { useEffect } from "react";
import { eraseAllLocalDrafts } from "@/components/application/local-draft";

/** 退出登录之后：抹去这台电脑上暂存的未保存内容。 */
export function ForgetDrafts() {
  useEffect(eraseAllLocalDrafts, []);
  return null;
}
