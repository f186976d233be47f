import { Icon, type IconName } from "@/components/ui/Icon";
import { Panel } from "@/components/ui/Panel";
import { momentOf } from "@/components/application/moments";
import { sectionAnchor } from "./case-desk";
import type { CheckView } from "@/lib/licensing/review-views";

const looks: Record<CheckView["outcome"], { icon: IconName; className: string; word: string }> = {
  unmet: { icon: "cross", className: "no", word: "不符合：" },
  warning: { icon: "alert", className: "hm", word: "请留意：" },
  met: { icon: "tick", className: "ok", word: "符合：" },
};

/** 自动核验：提交时的结论，不符合的在前。 */
export function ChecksPanel({ checks, at, ruleSet }: { checks: readonly CheckView[]; at: string; ruleSet: string }) {
  return (
    <Panel id="checks" title="自动核验" aside={<span className="soft small">{at && momentOf(at)}</span>}>
      <ul className="checks">
        {checks.map((check, index) => {
          const { icon, className, word } = looks[check.outcome];
          return (
            <li key={index} className={className}>
              <Icon name={icon} />
              <span>
                <span className="sr">{word}</span>
                <a href={`#${sectionAnchor(check.section)}`}>{check.label}</a>
                {check.detail && <small>{check.detail}</small>}
              </span>
            </li>
          );
        })}
      </ul>
      {checks.length === 0 && <p className="soft">没有需要自动核验的条件。</p>}
      <p className="soft small mt">标准：{ruleSet}</p>
    </Panel>
  );
}
