import { EmptyState } from "@/components/ui/EmptyState";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import type { ApplicationRow } from "@/lib/licensing/views";
import { RunningCase } from "../RunningCase";

/** 正在办理的各件：走到哪一步、现在由谁办。 */
export function RunningPanel({ rows, officeName }: { rows: readonly ApplicationRow[]; officeName: string }) {
  return (
    <Panel
      id="running"
      title={rows.length > 0 ? `正在办理 ${rows.length} 项` : "正在办理"}
      flush
      aside={
        <Link className="link" href="/applications">
          全部申请记录
        </Link>
      }
    >
      {rows.length === 0 && <EmptyState>没有正在办理的申请。</EmptyState>}
      {rows.map((row) => (
        <RunningCase key={row.applicationId} row={row} officeName={officeName} />
      ))}
    </Panel>
  );
}
