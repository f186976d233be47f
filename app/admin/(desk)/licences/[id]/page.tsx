import type { Metadata } from "next";
import { type RosterParams, RosterPanel, rosterQuery } from "@/components/licence/RosterPanel";
import { LicenceHistory } from "@/components/licence/LicenceHistory";
import { LicenceStatus } from "@/components/review/LicenceTable";
import { Link } from "@/components/ui/Link";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getLicence } from "@/lib/services/licences/list-licences";
import { getRoster } from "@/lib/services/licences/roster";

export const metadata: Metadata = { title: "许可证" };

export default async function LicencePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<RosterParams> }) {
  const actor = await requireStaffActor();
  const licence = await orNotFound(getLicence(actor, (await params).id));
  const roster = await getRoster(actor, { licenceId: licence.id, ...rosterQuery(await searchParams) });
  return (
    <div className="wrap stack">
      <PageHead
        title={`许可证 ${licence.number}`}
        facts={<Facts lead={licence.holder} items={[licence.uscc, licence.scopeText]} />}
        aside={<LicenceStatus state={licence.state} word={licence.stateWord} />}
      />
      <LicenceHistory versions={licence.versions} hrefOfCase={(id) => `/admin/applications/${id}`} />
      <RosterPanel roster={roster} path={`/admin/licences/${licence.id}`} />
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
