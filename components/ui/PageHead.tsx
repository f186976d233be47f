import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The page's name, its facts, and its state or commands at the right. Without a title the facts lead. */
export function PageHead({
  title,
  facts,
  aside,
  className,
}: {
  title?: ReactNode;
  facts?: ReactNode;
  aside?: ReactNode;
  className?: string;
}) {
  return (
    <div className={classNames("head", className)}>
      {title && <h1>{title}</h1>}
      {facts}
      {aside && <div className="aside">{aside}</div>}
    </div>
  );
}

/** Short facts in one line: the bold lead first, then plain ones; empty ones leave no gap. */
export function Facts({ lead, items = [], children }: { lead?: ReactNode; items?: ReactNode[]; children?: ReactNode }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== "");
  return (
    <div className="facts">
      {lead && <b>{lead}</b>}
      {shown.map((item, index) => (
        <span key={index}>{item}</span>
      ))}
      {children}
    </div>
  );
}

/** Terms and values in two columns; `fold` puts them under one another on narrow phones. */
export function TermList({ items, fold }: { items: { term: ReactNode; value: ReactNode }[]; fold?: boolean }) {
  return (
    <dl className={classNames("kv", fold && "fold")}>
      {items.map(({ term, value }, index) => (
        <div className="contents" key={index}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
