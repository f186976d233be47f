import type { Metadata } from "next";
import { ParticularsHistory } from "@/components/account/ParticularsHistory";
import { licenceStanding, toneOfLicence } from "@/components/application/home/HeldLicence";
import { Certificate } from "@/components/licence/Certificate";
import { type RosterParams, RosterPanel, rosterQuery } from "@/components/licence/RosterPanel";
import { LicenceHistory } from "@/components/licence/LicenceHistory";
import { Link } from "@/components/ui/Link";
import { Facts, PageHead, TermList } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Status } from "@/components/ui/Status";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listProfileChanges } from "@/lib/services/enterprises/profile";
import { getCertificate } from "@/lib/services/licences/certificate";
import { getLicence } from "@/lib/services/licences/list-licences";
import { getRoster } from "@/lib/services/licences/roster";

export const metadata: Metadata = { title: "电子证照" };

/** 一件许可证：证面、下载、登记内容（手机上先读文字）、历次变动。 */
export default async function LicencePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<RosterParams> }) {
  const actor = await requireEnterpriseActor();
  const licence = await orNotFound(getLicence(actor, (await params).id));
  const roster = await getRoster(actor, { licenceId: licence.id, ...rosterQuery(await searchParams) });
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
      <RosterPanel roster={roster} path={`/licences/${licence.id}`} />
      <h2>历次变动</h2>
      <LicenceHistory versions={licence.versions} hrefOfCase={(id) => `/applications/${id}/history`} />
      <ParticularsHistory changes={await listProfileChanges(actor)} />
    </div>
  );
}
