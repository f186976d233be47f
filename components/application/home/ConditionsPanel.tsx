import { Link } from "@/components/ui/Link";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import type { StandingConditions } from "@/lib/licensing/licence-views";

/** 在册人员与许可条件：够不够一眼看见，不够的用字说，不只靠颜色。 */
export function ConditionsPanel({ licenceId, rows }: StandingConditions) {
  return (
    <Panel id="conditions" className="keep" title="人员和许可条件" aside={<Link className="link" href={`/licences/${licenceId}#roster`}>在册人员</Link>}>
      <TermList
        items={rows.map(({ label, need, present, met }) => ({
          term: label,
          value: met ? `${present}，需 ${need}` : <Status tone="warn">{`${present}，需 ${need}，不足`}</Status>,
        }))}
      />
    </Panel>
  );
}
