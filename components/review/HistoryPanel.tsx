import { momentOf } from "@/components/application/moments";
import { Icon } from "@/components/ui/Icon";
import { Panel } from "@/components/ui/Panel";
import type { HistoryEntry } from "@/lib/licensing/review-views";

/** 经过：谁在何时办了什么，新的在前。 */
export function HistoryPanel({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <Panel id="history" title="经过">
      <ul className="checks">
        {history.map((entry) => (
          <li key={entry.id}>
            <Icon name="dot" />
            <span>
              {momentOf(entry.at)} {entry.word}
              <small>{[entry.who, entry.note].filter(Boolean).join("，")}</small>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
