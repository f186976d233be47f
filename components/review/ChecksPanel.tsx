import type { ReactNode } from "react";
import { momentOf } from "@/components/application/moments";
import { Icon, type IconName } from "@/components/ui/Icon";
import { Panel } from "@/components/ui/Panel";
import type { LiveCheck } from "@/lib/licensing/case-views";
import type { CheckView } from "@/lib/licensing/review-views";
import { placeAnchor } from "./case-desk";

const looks: Record<CheckView["outcome"], { icon: IconName; className: string; word: string }> = {
  unmet: { icon: "cross", className: "no", word: "不符合：" },
  warning: { icon: "alert", className: "hm", word: "请留意：" },
  met: { icon: "tick", className: "ok", word: "符合：" },
};

/** 自动核验：提交时的结论，不符合的在前；打开时另查的重复人员、限制期、未了的任务排在最前。 */
export function ChecksPanel({ checks, live, at, ruleSet }: { checks: readonly CheckView[]; live: readonly LiveCheck[]; at: string; ruleSet: string }) {
  return (
    <Panel id="checks" title="自动核验" aside={<span className="soft small">{at && momentOf(at)}</span>}>
      {live.length > 0 && (
        <ul className="checks" aria-label="此刻核查">
          {live.map(({ key, ...check }) => <Check key={key} {...check} link={linkOf(check)} />)}
        </ul>
      )}
      <ul className="checks" aria-label="提交时的核验">
        {checks.map((check, index) => <Check key={index} {...check} link={`#${placeAnchor({ sectionKey: check.section })}`} />)}
      </ul>
      {checks.length === 0 && <p className="soft">没有需要自动核验的条件。</p>}
      <p className="soft small mt">标准：{ruleSet}。重复人员、限制期与后续任务在打开时核查。</p>
    </Panel>
  );
}

const linkOf = ({ href, section, rowId }: Pick<LiveCheck, "href" | "section" | "rowId">): string | undefined => href ?? (section ? `#${placeAnchor({ sectionKey: section, rowId })}` : undefined);

function Check({ outcome, label, detail, link }: Pick<CheckView, "outcome" | "label" | "detail"> & { link?: string }): ReactNode {
  const { icon, className, word } = looks[outcome];
  return (
    <li className={className}>
      <Icon name={icon} />
      <span>
        <span className="sr">{word}</span>
        {link ? <a href={link}>{label}</a> : label}
        {detail && <small>{detail}</small>}
      </span>
    </li>
  );
}
