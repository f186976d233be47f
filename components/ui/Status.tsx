import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./Icon";

/** How something stands. Colour only repeats the word and the icon. */
export type StatusTone = "good" | "warn" | "bad" | "info" | "off" | "lock";

const iconOf: Record<StatusTone, IconName> = {
  good: "tick",
  warn: "alert",
  bad: "cross",
  info: "clock",
  off: "ring",
  lock: "lock",
};

/** An icon and a word. */
export function Status({ tone, icon, children }: { tone: StatusTone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classNames("st", tone === "lock" ? "off" : tone)}>
      <Icon name={icon ?? iconOf[tone]} />
      {children}
    </span>
  );
}

/** A boxed mark such as 容缺, 变更 or 必须修改. */
export function Tag({ tone, children }: { tone?: "changed" | "must"; children: ReactNode }) {
  return <span className={classNames("tag", tone === "changed" && "chg", tone === "must" && "must")}>{children}</span>;
}

const verdictIcon = { good: "tick", warn: "alert", bad: "cross" } as const;

/** The answer to a public question in one word and one sentence. */
export function Verdict({ tone, word, children }: { tone: "good" | "warn" | "bad"; word: string; children?: ReactNode }) {
  return (
    <div className={classNames("verdict", tone)} role="status">
      <Icon name={verdictIcon[tone]} />
      <div>
        <b>{word}</b>
        {children && <p>{children}</p>}
      </div>
    </div>
  );
}
