import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Panel } from "@/components/ui/Panel";
import type { Issue } from "@/lib/forms/issue";
import { anchorOf } from "@/lib/forms/issue";

/** 前面的页签没有完成，这一页还不开放：说明原因，列出还差什么。 */
export function GateClosed({ name, gate, gateHref, issues }: { name: string; gate: string; gateHref: string; issues: readonly Issue[] }) {
  return (
    <Panel title={name} level={1}>
      <Message tone="warn" title={`“${name}”还没有开放。`}
        actions={
          <ButtonLink href={gateHref} kind="primary">
            去完成{gate}
          </ButtonLink>
        }>
        请先完成“{gate}”并点【下一步】。还差 {issues.length} 项：
        <ul className="bullets">
          {issues.map((issue) => (
            <li key={`${anchorOf(issue)} ${issue.message}`}>
              <a href={`${gateHref}#${anchorOf(issue)}`}>{issue.message}</a>
            </li>
          ))}
        </ul>
      </Message>
    </Panel>
  );
}
