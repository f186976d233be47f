"use client";

import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";

/** 恢复码：只显示这一次，各用一次。 */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="恢复码" footer={<><Button onClick={() => window.print()} icon="print">打印</Button><Button kind="primary" onClick={onClose}>已经收好，关闭</Button></>}>
      <p>手机不在身边时，用一个恢复码代替动态口令登录，每个只能用一次。请抄下来收好；它们只显示这一次。</p>
      <ul className="recovery-codes mt" aria-label="恢复码">
        {codes.map((code) => <li key={code}><code>{code}</code></li>)}
      </ul>
    </Dialog>
  );
}
