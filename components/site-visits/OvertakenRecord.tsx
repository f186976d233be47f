"use client";

import { momentOf } from "@/components/application/moments";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { Message } from "@/components/ui/Message";
import type { SiteVisitView } from "@/lib/licensing/site-visit-views";
import { isOpenVisit } from "@/lib/licensing/site-visits";
import { recordDifferences } from "./record-differences";
import type { RecordCommand } from "./types";

/** 填的时候同事存了记录：说在哪里看，填的还在。 */
export function OvertakenNotice({ visit, onAdopt }: { visit: SiteVisitView; onAdopt: () => void }) {
  return (
    <Message tone="warn" announce title={`${visit.recordedBy}在${momentOf(visit.recordedAt)}保存了记录`} actions={<Button onClick={onAdopt}>放弃我填的，改用这一份</Button>}>
      本页上面的是这一份；您填的都还在下面，没有保存。请对照后再保存，替换之前会列出不同的几项再问一次。
    </Message>
  );
}

/** 填的时候这次核查取消了、结束了：没有保存，填的还在，可以复制走。 */
export function ClosedNotice({ visit, onDrop }: { visit: SiteVisitView; onDrop: () => void }) {
  return (
    <Message tone="warn" announce title={isOpenVisit(visit.state) ? "这次核查不能再记了" : `这次核查${visit.stateWord}`} actions={<Button onClick={onDrop}>不要了，收起</Button>}>
      您填的没有保存，都还在下面，可以选中复制到别处；离开本页就没有了。
    </Message>
  );
}

/** 替换同事的记录之前：逐项说存着的会换成什么。 */
export function ReplaceRecordDialog({ visit, command, pending, onClose, onConfirm }: { visit: SiteVisitView; command: RecordCommand; pending: boolean; onClose: () => void; onConfirm: () => void }) {
  const differences = recordDifferences(visit, command);
  return (
    <ConfirmDialog open onClose={onClose} title={`替换${visit.recordedBy}保存的记录？`} cancelLabel="再对照一下" confirmLabel="用我填的替换" dangerous pending={pending} onConfirm={onConfirm}>
      {differences.length === 0 ? <p>您填的与这一份相同。</p> : <p>这 {differences.length} 项会换成您填的：</p>}
      {differences.length > 0 && <ul className="bullets">{differences.map(({ label, stored, typed }) => <li key={label}>{label}：“{stored || "未填"}”换成“{typed || "未填"}”</li>)}</ul>}
      <p>已有的签字随之作废。</p>
    </ConfirmDialog>
  );
}
