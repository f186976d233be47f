import { Link } from "@/components/ui/Link";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { StandingConditions } from "@/lib/licensing/licence-views";

/** 在册人员与许可条件：够不够一眼看见，不够的用字说，不只靠颜色。 */
export function ConditionsPanel({ licenceId, rows }: StandingConditions) {
  return (
    <Panel id="conditions" className="keep" title="人员和许可条件" aside={<Link className="link" href={`/licences/${licenceId}#roster`}>在册人员</Link>}>
      <TermList
        fold
        items={rows.map(({ label, need, present, met }) => ({
          term: label,
          value: met ? `${present}，需 ${need}` : <b className="warn-t">{`${present}，需 ${need}，不足`}</b>,
        }))}
      />
      <p className="soft small">按最近一次申请所填的证书计，过期的不计；够不够以审查为准。</p>
    </Panel>
  );
}
