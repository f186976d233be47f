"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { useQueueSelection } from "./QueueSelection";

/** 选中之后出现在列表上方：几件、对它们办什么。没有选中的不出现。 */
export function SelectionBar({ children }: { children: ReactNode }) {
  const selection = useQueueSelection();
  const count = selection?.selected.length ?? 0;
  return (
    <div {...(count > 0 ? { className: "chosen", role: "group", "aria-label": "批量办理" } : {})}>
      {/* 只念几件：按钮与对话框不在念的范围里；没有选中时也在，读屏软件才认得出变化 */}
      <b role="status">{count > 0 && `已选 ${count} 件`}</b>
      {count > 0 && (
        <>
          <span className="btns">{children}</span>
          <Button kind="link" onClick={() => selection?.clear()}>取消选择</Button>
        </>
      )}
    </div>
  );
}
