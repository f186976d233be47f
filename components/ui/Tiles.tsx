import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tile = { term: string; figure: ReactNode; note?: ReactNode; tone?: "bad" | "warn" | "good" };

/** Figures side by side, each with how it is reckoned. */
export function Tiles({ items, label }: { items: readonly Tile[]; label?: string }) {
  return (
    <dl className="tiles" aria-label={label}>
      {items.map(({ term, figure, note, tone }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <b>{figure}</b>
            {note && <small className={classNames(tone && `${tone}-t`)}>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type QuotaItem = { term: string; figure: ReactNode; note?: ReactNode };

/** What there is against what is needed, the gap in words. */
export function Quota({ items, label }: { items: readonly QuotaItem[]; label: string }) {
  return (
    <dl className="quota" aria-label={label}>
      {items.map(({ term, figure, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <b>{figure}</b>
            {note}
          </dd>
        </div>
      ))}
    </dl>
  );
}
