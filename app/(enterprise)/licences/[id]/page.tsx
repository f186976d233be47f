import type { Metadata } from "next";
import Link from "next/link";
import { licenceStanding, toneOfLicence } from "@/components/application/home/HeldLicence";
import { Certificate } from "@/components/licence/Certificate";
import { Facts, PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { Table } from "@/components/ui/Table";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { getCertificate } from "@/lib/services/licences/certificate";
import { getLicence } from "@/lib/services/licences/list-licences";
import { formatChineseDate } from "@/lib/workflow/iso-date";

export const metadata: Metadata = { title: "电子证照" };

/** 一件许可证：证面、下载、登记内容（手机上先读文字）、历次变动。 */
export default async function LicencePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireEnterpriseActor();
  const licence = await orNotFound(getLicence(actor, (await params).id));
  const { face, qr } = await getCertificate(actor, licence.number, "正本");
  const pdf = `/api/licences/${licence.number}/certificate`;
  return (
    <div className="wrap stack">
      <PageHead title={face.title} facts={<Facts items={[licence.number, licence.scopeText]} />} aside={<Status tone={toneOfLicence[licence.state] ?? "bad"}>{licenceStanding(licence)}</Status>} />
      <p className="btns no-print">
        <a className="btn primary" href={pdf} download>
          下载电子证照（PDF）
        </a>
        <Link className="btn" href={`/verify/${licence.number}`}>
          公开查验页
        </Link>
      </p>
      <div className="phone-only">
        <Panel title="登记内容">
          <TermList fold items={face.lines.map(({ label, value }) => ({ term: label, value }))} />
        </Panel>
      </div>
      <Certificate face={face} qr={qr} />
      <Panel title="历次变动" flush>
        <Table caption="许可证的历次变动" rows={licence.versions} rowKey={(version) => String(version.version)}
          columns={[
            { key: "reason", head: "事由", rowHead: true, cell: (version) => version.reason },
            { key: "scope", head: "类别和等级", phoneLabel: "类别和等级", cell: (version) => version.scopeText },
            { key: "issued", head: "发证日期", phoneLabel: "发证日期", cell: (version) => formatChineseDate(version.issuedOn) },
            { key: "to", head: "有效期至", phoneLabel: "有效期至", cell: (version) => formatChineseDate(version.validTo) },
          ]} />
      </Panel>
    </div>
  );
}
