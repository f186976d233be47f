import type { ReactNode } from "react";

/** 能滚动的区域，键盘也要进得去（WCAG 2.1.1）。 */
const focusable = { role: "region", tabIndex: 0 } as const;

/** 放大之后在其中滚动的纸面。 */
export function ScrollSheet({ name, children }: { name: string; children: ReactNode }) {
  return <div className="sheet-of" aria-label={`${name}的内容`} {...focusable}>{children}</div>;
}
