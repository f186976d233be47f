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

/** How far something has come, with its name for screen readers. */
export function ProgressBar({ value, max = 100, label, wide }: { value?: number; max?: number; label: string; wide?: boolean }) {
  return <progress className={classNames("meter", wide && "wide")} value={value} max={max} aria-label={label} />;
}
