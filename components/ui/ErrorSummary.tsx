"use client";

import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { revealTarget } from "./reveal-target";
import { Icon } from "./Icon";
import { Link } from "./Link";

export type SummaryIssue = {
  /** "#field-id" on this page, or the address of another page. */
  href: string;
  text: string;
  /** Opens what hides the field (a row, a sheet) before it takes focus. */
  onSelect?: () => void;
};

const errorPrefix = "错误：";

/** Everything that is wrong, once, at the top: read out, focused, each line a link to its place. */
export function ErrorSummary({
  issues,
  title,
  children,
  focusOnMount = true,
  attempt,
}: {
  issues: readonly SummaryIssue[];
  title?: string;
  children?: ReactNode;
  /** False where a page opens with issues already known and the person asked for nothing yet. */
  focusOnMount?: boolean;
  /** Where errors go away one by one as they are put right: focus moves here only with a new number. */
  attempt?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef<string | number>(undefined);
  const signature = issues.map((issue) => `${issue.href} ${issue.text}`).join("\n");
  const occasion = attempt ?? signature;
  const empty = issues.length === 0;

  useEffect(() => {
    const before = seen.current;
    seen.current = occasion;
    const first = before === undefined;
    if (empty || before === occasion || (first && (!focusOnMount || window.location.hash))) return;
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: "nearest" });
  }, [occasion, empty, focusOnMount]);

  useEffect(() => {
    if (empty) return;
    const mark = () => {
      if (!document.title.startsWith(errorPrefix)) document.title = errorPrefix + document.title;
    };
    mark();
    // A save may redraw the page's title under the summary.
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      watch.disconnect();
      document.title = document.title.replace(errorPrefix, "");
    };
  }, [empty]);

  if (empty) return null;
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="cross" />
        {title ?? `有 ${issues.length} 处需要修改`}
      </h2>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.href} ${issue.text}`}>
            <IssueLink issue={issue} />
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

function IssueLink({ issue }: { issue: SummaryIssue }) {
  if (!issue.href.startsWith("#")) return <Link href={issue.href}>{issue.text}</Link>;
  function select(event: MouseEvent) {
    event.preventDefault();
    issue.onSelect?.();
    // What onSelect opens is drawn before the next frame.
    requestAnimationFrame(() => revealTarget(issue.href.slice(1)));
  }
  return (
    <a href={issue.href} onClick={select}>
      {issue.text}
    </a>
  );
}
