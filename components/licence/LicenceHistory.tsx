import { Link } from "@/components/ui/Link";
import { TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { LicenceHistoryEntry } from "@/lib/licensing/licence-views";
import { formatChineseDate } from "@/lib/terms/dates";
import { ChangeTable } from "./ChangeTable";

/** 许可证的每一版，新的在前：为什么变、变了什么、当时的全部登记内容，都由哪件申请而来。 */
export function LicenceHistory({ versions, hrefOfCase }: { versions: readonly LicenceHistoryEntry[]; hrefOfCase: (caseId: string) => string }) {
  return versions.map((version, index) => (
    <Panel key={version.version} id={`version-${version.version}`} title={`第 ${version.version} 版：${version.reason}`} flush
      aside={<span className="soft small">{index === 0 ? "现行" : "历史"}，{formatChineseDate(version.recordedOn)}</span>}>
      {version.changes.length > 0 && <ChangeTable caption={`第 ${version.version} 版与上一版相比`} changes={version.changes} />}
      <div className="pb">
        {version.case && (
          <p>
            由{version.case.label}{" "}
            {version.case.readable ? <Link className="link" href={hrefOfCase(version.case.id)}>{version.case.number}</Link> : version.case.number} 而来
          </p>
        )}
        <details open={version.changes.length === 0}>
          <summary className="py-2">这一版的全部登记内容</summary>
          <TermList items={termsOf(version)} fold />
        </details>
      </div>
    </Panel>
  ));
}

function termsOf(version: LicenceHistoryEntry) {
  return [
    { term: "单位名称", value: version.holderName },
    { term: "统一社会信用代码", value: version.uscc },
    { term: "住所", value: version.domicile },
    { term: "法定代表人", value: version.legalRep },
    { term: "类别和等级", value: version.items.map(({ word, range }) => `${word}（${range}）`).join("、") },
    { term: "发证日期", value: formatChineseDate(version.issuedOn) },
    { term: "有效期限", value: `${formatChineseDate(version.validFrom)}至${formatChineseDate(version.validTo)}` },
    { term: "发证机关", value: version.officeName },
    { term: "等级标准", value: version.ruleSetTitle },
  ];
}
