import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./Icon";

export type MessageTone = "info" | "warn" | "bad" | "good";

const iconOf: Record<MessageTone, IconName> = { info: "info", warn: "alert", bad: "cross", good: "tick" };

/** What happened and what to do. `announce` reads it out when it appears after an act of the person. */
export function Message({
  tone = "info",
  title,
  children,
  actions,
  announce,
  id,
}: {
  tone?: MessageTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  announce?: boolean;
  id?: string;
}) {
  const role = announce ? (tone === "bad" ? "alert" : "status") : undefined;
  return (
    <div className={classNames("msg", tone)} role={role} id={id}>
      <Icon name={iconOf[tone]} />
      <div>
        {title && <b>{title}</b>}
        {title && children ? "　" : null}
        {children}
        {actions && <div className="btns mt">{actions}</div>}
      </div>
    </div>
  );
}
