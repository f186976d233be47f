import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Nothing here yet: what is needed, and the first step. */
export function EmptyState({ children, actions, className }: { children: ReactNode; actions?: ReactNode; className?: string }) {
  return (
    <div className={classNames("empty", className)}>
      <p>{children}</p>
      {actions && <div className="btns">{actions}</div>}
    </div>
  );
}

/** Still bars in place of what is coming, after a third of a second, with words for screen readers. */
export function Skeleton({ label = "正在载入…", lines = 5 }: { label?: string; lines?: number }) {
  return (
    <div role="status">
      <p className="soft">{label}</p>
      <div className="skel" aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} />
        ))}
      </div>
    </div>
  );
}

/** How far something has come, with its name for screen readers. */
export function ProgressBar({ value, max = 100, label, wide }: { value?: number; max?: number; label: string; wide?: boolean }) {
  return <progress className={classNames("meter", wide && "wide")} value={value} max={max} aria-label={label} />;
}
