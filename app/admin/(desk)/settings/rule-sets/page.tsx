import type { Metadata } from "next";
import { FigureDifferences } from "@/components/settings/FigureDifferences";
import { FigureTable } from "@/components/settings/FigureTable";
import { ButtonLink } from "@/components/ui/Button";
import { Message } from "@/components/ui/Message";
import { Facts, PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Status";
import { Views } from "@/components/ui/Views";
import { orNotFound } from "@/lib/actions/or-not-found";
import { requireStaffActor } from "@/lib/auth/current-actor";
import { getRuleSets } from "@/lib/services/settings/rule-set-views";
import { formatChineseDate } from "@/lib/workflow/iso-date";

export const metadata: Metadata = { title: "条件标准与期限" };

/** 条件标准与期限：逐个数字看得到出处；只看，改用哪一套在系统设置里。 */
export default async function RuleSetsPage({ searchParams }: { searchParams: Promise<{ view?: string }> }) {
  const [actor, { view }] = [await requireStaffActor(), await searchParams];
  const { sets, differences, limits } = await orNotFound(getRuleSets(actor));
  const provisional = (all: readonly { confidence: string }[]): number => all.filter(({ confidence }) => confidence === "UNKNOWN").length;
  const tabs = [...sets.map(({ id, effectiveFrom }) => ({ key: id, label: `${effectiveFrom.slice(0, 4)}年标准` })), { key: "differences", label: "两套的不同" }, { key: "limits", label: "期限" }];
  const current = tabs.find(({ key }) => key === view)?.key ?? sets.find(({ chosen }) => chosen)?.id ?? "limits";
  const shown = sets.find(({ id }) => id === current);
  return (
    <div className="wrap stack">
      <PageHead title="条件标准与期限" aside={<ButtonLink slim href="/admin/settings#rule-set">更换采用的标准</ButtonLink>} />
      <Views label="条件标准与期限" views={tabs.map((tab) => ({ ...tab, current: tab.key === current }))} href={(key) => `/admin/settings/rule-sets?view=${key}`} />
      {shown && (
        <Panel flush title={shown.title} aside={<>{shown.isLaw && <Tag>现行办法</Tag>} {shown.chosen && <Tag>采用中</Tag>}</>}>
          <div className="pb stack">
            <Facts items={[`${formatChineseDate(shown.effectiveFrom)}起施行`, ...(shown.effectiveTo ? [`${formatChineseDate(shown.effectiveTo)}止`] : []), `${shown.figures.length} 个数字`]} />
            {provisional(shown.figures) > 0 && <Message tone="warn">其中 {provisional(shown.figures)} 个为暂定，没有找到可靠的出处。</Message>}
          </div>
          <FigureTable caption={`${shown.title}的全部数字`} figures={shown.figures} />
        </Panel>
      )}
      {current === "differences" && differences.map((one) => <Panel flush key={one.newer} title={`${one.rows.length} 处不同`}><FigureDifferences {...one} /></Panel>)}
      {current === "limits" && (
        <Panel flush title="期限">
          <div className="pb"><Message tone="warn">其中 {provisional(limits)} 个为暂定，没有找到可靠的出处；各套标准共用。</Message></div>
          <FigureTable caption="期限与只作提醒的数字" figures={limits} />
        </Panel>
      )}
    </div>
  );
}
