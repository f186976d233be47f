"use client";

import { Message } from "@/components/ui/Message";

/** 登录过期：内容在本页也在本机，另开一页登录后回来再存。 */
export function SignInAgain() {
  const back = typeof window === "undefined" ? "" : window.location.pathname;
  return (
    <Message tone="warn" announce title="登录已过期，填写的内容没有丢失。"
      actions={
        <a className="btn slim" href={`/login?${new URLSearchParams({ callbackUrl: back, reason: "ended" })}`} target="_blank" rel="noopener">
          重新登录（另开一页）
        </a>
      }>
      登录后回到本页按【重试】或【保存】；直接离开也不要紧，下次打开本页可以恢复。
    </Message>
  );
}
