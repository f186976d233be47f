import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import type { Business } from "@/lib/licensing/business";
import { ruleSetNotice } from "@/lib/licensing/conditions";
import { CATEGORY_SECTION } from "@/lib/licensing/items";
import { levelConditions } from "@/lib/licensing/rule-sets/describe";
import { limits } from "@/lib/licensing/rule-sets/limits";
import { type RuleSet, selectableLevels } from "@/lib/licensing/rule-sets";
import { acceptedInWords } from "@/lib/licensing/attachments/accepted-files";

export interface GuideProps {
  business: Business;
  label: string;
  ruleSet: RuleSet;
  today: string;
  /** 承诺的办结工作日。 */
  decisionDays: number;
  start: ReactNode;
  /** 登录了才能下载模板（按本企业的登记信息预填）。 */
  signedIn: boolean;
}

/** 办事指南：谁可以办、条件、材料与模板、要填的页、时限。材料与页签取自同一份声明。 */
export function Guide({ business, label, ruleSet, today, decisionDays, start, signedIn }: GuideProps) {
  return (
    <div className="wrap stack">
      <PageHead title={label} />
      <Panel title="谁可以办">
        <p>{business.summary}。</p>
        <div className="mt">{start}</div>
      </Panel>
      <Panel title="时限">
        <ul className="bullets">
          <li>提交后 {limits.intake.value} 个工作日内答复是否受理；材料不全的一次告知需要补正的内容，补正期间不计时。</li>
          <li>
            受理后承诺 {decisionDays} 个工作日内作出决定（法定 {limits.statutoryDecision.value} 个工作日，经批准可以延长 {limits.statutoryExtension.value} 个）。
          </li>
          <li>准予许可的生成电子证照，可随时下载；不收费。</li>
        </ul>
      </Panel>
      <Pages business={business} />
      <Materials business={business} signedIn={signedIn} />
      {choosesLevel(business) && <Levels business={business} ruleSet={ruleSet} today={today} />}
    </div>
  );
}

/** 申请类别与级别的业务才列各级别的条件。 */
const choosesLevel = ({ sections }: Business): boolean => sections.some(({ key }) => key === CATEGORY_SECTION);

function Levels({ business, ruleSet, today }: Pick<GuideProps, "business" | "ruleSet" | "today">) {
  return (
    <Panel title="各级别的条件">
      <p className="soft small">{ruleSetNotice(ruleSet, today)}</p>
      {selectableLevels(ruleSet, { first: business.startsFrom === "none" }).map((level) => (
        <section className="mt" key={level.code}>
          <h3>{level.word}</h3>
          <ul className="bullets">
            {levelConditions(ruleSet, level).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function Pages({ business }: Pick<GuideProps, "business">) {
  return (
    <Panel title={`要填的 ${business.sections.length} 页`}>
      <ol className="bullets">
        {business.sections.map((section) => (
          <li key={section.key}>{section.label}</li>
        ))}
      </ol>
      <p className="mt">
        内容随时可以保存，离开后接着填；名册可以用表格导入。连续 30 分钟没有操作会退出登录，提前提醒，没保存的内容不会丢失。
      </p>
    </Panel>
  );
}

function Materials({ business, signedIn }: Pick<GuideProps, "business" | "signedIn">) {
  const groups = business.sections
    .map((section) => ({
      label: section.label,
      slots: [...section.slots, ...section.tables.flatMap((table) => (table.slots ?? []).map((slot) => ({ ...slot, label: `${slot.label}（每${table.rowLabel}一份）` })))],
    }))
    .filter((group) => group.slots.length > 0);
  return (
    <Panel title="要准备的材料" aside={<span className="soft small">{acceptedInWords()}{!signedIn && "；有模板的登录后下载，已填好本单位信息"}</span>}>
      {groups.map((group) => (
        <section className="mt" key={group.label}>
          <h3>{group.label}</h3>
          <ul className="bullets">
            {group.slots.map((slot) => (
              <li key={slot.key}>
                {slot.label}
                {slot.required === false && "（选填）"}
                {slot.visible !== undefined && "（按所选情形）"}
                {slot.template && !signedIn && <span className="soft small">（有模板）</span>}
                {slot.template && signedIn && (
                  <>
                    {" "}
                    <a href={`/api/templates/${slot.template}`} download>
                      模板下载<span className="sr">：{slot.label}</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
