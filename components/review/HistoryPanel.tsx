"use client";

import { useState } from "react";
import { momentOf } from "@/components/application/moments";
import { Icon } from "@/components/ui/Icon";
import { Link } from "@/components/ui/Link";
import { Panel } from "@/components/ui/Panel";
import { Views } from "@/components/ui/Views";
import type { TimeUsed } from "@/lib/licensing/case-views";
import { type CaseView, type HistoryEntry, type HistoryKind, historyKinds } from "@/lib/licensing/review-views";
import { codesOf } from "@/lib/terms/option-map";
import { roundPath } from "./case-desk";

/** 少于这么多条的一眼看得完，不必筛。 */
const FEW = 6;

/** 经过：谁在何时办了什么，新的在前，可按企业、机构筛；意见只有内网看得到。上面是用时与时限。 */
export function HistoryPanel({ view: { history, timeUsed, applicationId } }: { view: CaseView }) {
  const [kind, choose] = useState<HistoryKind>();
  const shown = history.filter((entry) => kind === undefined || entry.kind === kind);
  const present = codesOf(historyKinds).filter((code) => history.some((entry) => entry.kind === code));
  return (
    <Panel id="history" title="经过">
      {timeUsed && <p>{usedWords(timeUsed)}</p>}
      {history.length > FEW && present.length > 1 && (
        <Views label="筛选经过" onView={(key) => choose(key === "all" ? undefined : (key as HistoryKind))}
          views={[{ key: "all", label: "全部", count: history.length, current: kind === undefined }, ...present.map((code) => ({ key: code, label: historyKinds[code], current: kind === code }))]} />
      )}
      <ul className="checks">
        {shown.map((entry) => (
          <li key={entry.id}>
            <Icon name="dot" />
            <span>
              {momentOf(entry.at)} {entry.word}
              <small>
                {[entry.who, entry.note].filter(Boolean).join("，")} {entry.round && <Link href={roundPath(applicationId, entry.round)}>看这一次的内容</Link>}
              </small>
              {entry.inner && <small>内网意见：{entry.inner}</small>}
              {entry.remarks && <SentRemarks remarks={entry.remarks} />}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** 那一次发出的意见，收着；再次退回的带着上一次的答复。 */
function SentRemarks({ remarks }: { remarks: NonNullable<HistoryEntry["remarks"]> }) {
  return (
    <details className="small">
      <summary>发出的 {remarks.length} 条意见</summary>
      <ul>
        {remarks.map(({ place, text, answer }) => (
          <li key={place + text}><b>{place}</b>：{text}{answer && <p className="soft">上一次的答复：{answer}</p>}</li>
        ))}
      </ul>
    </details>
  );
}

/** 「受理至今 6 个工作日；承诺 15，法定 20」。 */
function usedWords({ span, used, limits, paused }: TimeUsed): string {
  const against = limits.map(({ label, days }) => `${label} ${days}`).join("，");
  return [`${span} ${used} 个工作日`, against, paused && "现在暂停计时"].filter(Boolean).join("；");
}
