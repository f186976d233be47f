import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export type PanelProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  /** In place of a title: the views of a list. */
  head?: ReactNode;
  /** Facts, links or buttons at the right of the head. */
  aside?: ReactNode;
  /** h1 on a page whose panel is its subject. */
  level?: 1 | 2 | 3;
  /** Tables and lists that reach the panel's edges. */
  flush?: boolean;
};

/** A bordered region with a head and a body. Its title names it for screen readers when it has an id. */
export function Panel({ title, head, aside, level = 2, flush, className, children, id, ...rest }: PanelProps) {
  const Heading = `h${level}` as const;
  const titleId = id && title && !head ? `${id}-title` : undefined;
  return (
    <section {...rest} id={id} className={classNames("panel", className)} {...(titleId && { "aria-labelledby": titleId })}>
      {(title || head || aside) && (
        <div className="ph">
          {head ?? <Heading id={titleId}>{title}</Heading>}
          {aside}
        </div>
      )}
      {flush ? children : <div className="pb">{children}</div>}
    </section>
  );
}

/** A titled part of a panel, with its commands at the right; parts are parted by hairlines. */
export function Group({ title, aside, id, children }: { title: ReactNode; aside?: ReactNode; id: string; children: ReactNode }) {
  return (
    <section className="group" aria-labelledby={`${id}-title`} id={id} tabIndex={-1}>
      <div className="gh">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Fields that belong together, in two columns on a desk and one on a phone. */
export function FieldGroup({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="group">
      {title && <legend>{title}</legend>}
      <div className="fields">{children}</div>
    </fieldset>
  );
}
