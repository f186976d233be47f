import { Status } from "@/components/ui/Status";
import { Panel } from "@/components/ui/Panel";
import { findingsOf, type FormDefinition } from "@/lib/forms/business";
import type { Finding } from "@/lib/forms/issue";
import { conditionTexts, ruleSetNotice } from "@/lib/licensing/conditions";
import type { LicensingContext } from "@/lib/licensing/context";
import { licenceItemsOf } from "@/lib/licensing/items";

/** 资料审核：所选级别的条件，一张对照表，加上条文的文字提示。 */
export function Conditions({ form, context }: { form: FormDefinition<LicensingContext>; context: LicensingContext }) {
  const items = licenceItemsOf(context.answers);
  const findings = findingsOf(form, context).filter((finding) => finding.need !== undefined && finding.severity === "blocking");
  return (
    <Panel title="资料审核：所选级别的条件" id="conditions">
      <div className="stack">
        <p className="soft small">{ruleSetNotice(context.ruleSet, context.today)}</p>
        {items.length === 0 && <p>还没有选择申请类别与级别，选好后在这里列出条件。</p>}
        {findings.length > 0 && <FindingTable findings={findings} />}
        {conditionTexts(context.ruleSet, items).map((text) => (
          <section key={text.title}>
            <h3>{text.title}</h3>
            <ul className="bullets">
              {text.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function FindingTable({ findings }: { findings: readonly Finding[] }) {
  return (
    <table className="tbl">
      <caption className="sr">条件、要求与现有</caption>
      <thead>
        <tr>
          <th scope="col">条件</th>
          <th scope="col">需要</th>
          <th scope="col">现有</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, index) => (
          <tr key={`${finding.rule} ${finding.label} ${index}`}>
            <th scope="row">{finding.label}</th>
            <td>{finding.need}</td>
            <td>
              <Status tone={finding.met ? "good" : "bad"}>{finding.present}</Status>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
