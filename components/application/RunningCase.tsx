import { Link } from "@/components/ui/Link";
import { Timeline } from "@/components/ui/Timeline";
import type { ApplicationRow } from "@/lib/licensing/views";
import { caseSteps, holderSentence } from "./case-steps";

/** 正在办理的一件：走到哪一步、现在在谁手里。 */
export function RunningCase({ row, officeName }: { row: ApplicationRow; officeName: string }) {
  return (
    <div className="run">
      <h3>
        <Link className="rl" href={`/applications/${row.applicationId}`}>
          {row.label}
        </Link>
      </h3>
      <span className="soft">{[row.number, row.mark, row.scopeText].filter(Boolean).join(" · ")}</span>
      <Timeline steps={caseSteps(row)} label={`${row.label}办理进度`}>
        {holderSentence(row, officeName)}
      </Timeline>
    </div>
  );
}
