import type { Metadata } from "next";
import Link from "next/link";
import { LicenceStatus } from "@/components/review/LicenceTable";
import { Facts, PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import type { LicenceVersionView } from "@/lib/licensing/licence-views";
import { getLicence } from "@/lib/services/licences/list-licences";
import { formatChineseDate } from "@/lib/workflow/iso-date";

export const metadata: Metadata = { title: "许可证" };

export default async function LicencePage({ params }: { params: Promise<{ id: string }> }) {
  const licence = await orNotFound(getLicence(await requireStaffActor(), (await params).id));
  return (
    <div className="wrap stack">
      <PageHead
        title={`许可证 ${licence.number}`}
        facts={<Facts lead={licence.holder} items={[licence.uscc, licence.scopeText]} />}
        aside={<LicenceStatus state={licence.state} word={licence.stateWord} />}
      />
      {licence.versions.map((version) => (
        <Panel key={version.version} id={`version-${version.version}`} title={`第 ${version.version} 版：${version.reason}`} aside={<span className="soft small">{version === licence.current ? "现行" : "历史"}</span>}>
          <TermList items={termsOf(version)} fold />
        </Panel>
      ))}
      <Panel id="cases" title="相关申请">
        <ul>
          {licence.cases.map((entry) => (
            <li key={entry.id}>
              <Link className="link" href={`/admin/applications/${entry.id}`}>{entry.businessWord} {entry.number}</Link> <span className="soft">{entry.stateWord}</span>
            </li>
          ))}
        </ul>
        {licence.cases.length === 0 && <p className="soft">没有在本系统办理过的申请。</p>}
        <p className="mt"><Link className="link" href={`/verify/${licence.number}`}>公开查验页</Link></p>
      </Panel>
    </div>
  );
}

function termsOf(version: LicenceVersionView) {
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
