import { Link } from "@/components/ui/Link";
import type { LicenceInForceView } from "@/lib/licensing/case-views";
import { formatChineseDate } from "@/lib/terms/dates";
import { LicenceStatus } from "./LicenceTable";

/** 企业现在的许可证，与申请对照着看：类别等级、登记信息、在册人员。 */
export function LicenceInForce({ licence }: { licence: LicenceInForceView }) {
  const kinds = [...new Set(licence.people.map(({ kind }) => kind))];
  return (
    <div role="group" aria-label="现行许可证">
      <p className="vnote"><Link className="link" href={`/admin/licences/${licence.id}`}>许可证 {licence.number}</Link> <LicenceStatus state={licence.state} word={licence.stateWord} /></p>
      <Lines caption="类别和等级" lines={licence.items.map(({ word, range }) => ({ label: word, text: range }))} />
      <Lines caption="证面与登记信息" lines={licence.facts} />
      {kinds.map((kind) => {
        const people = licence.people.filter((person) => person.kind === kind);
        return (
          <details key={kind} className="vnote" open={people.length <= 2}>
            <summary>{kind} <span className="soft small">{people.length} 人</span></summary>
            <ul>
              {people.map(({ name, maskedId, fromOn }) => (
                <li key={maskedId + name}>{name} <span className="soft small num">{maskedId}，自{formatChineseDate(fromOn)}</span></li>
              ))}
            </ul>
          </details>
        );
      })}
      {kinds.length === 0 && <p className="soft vnote">没有在册的人员。</p>}
    </div>
  );
}

function Lines({ caption, lines }: { caption: string; lines: readonly { label: string; text: string }[] }) {
  return (
    <table className="ans">
      <caption className="sr">{caption}</caption>
      <tbody>
        {lines.map(({ label, text }) => (
          <tr key={label}><th scope="row">{label}</th><td>{text}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
