import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/Link";
import { portalName, portalSubject } from "@/lib/terms/portal";
import { Footer } from "./Footer";
import { SkipLink } from "./SkipLink";

export type PublicLink = {
  href: string;
  label: string;
  /** Stays in the bar on phones. */
  always?: boolean;
};

export type PublicFrameProps = {
  home: string;
  links?: readonly PublicLink[];
  /** "slim" for pages with one task: rating, verification. */
  width?: "wide" | "slim";
  footer: readonly ReactNode[];
  children: ReactNode;
};

/** Pages without sign-in: larger text, one column, readable before script. */
export function PublicFrame({ home, links = [], width = "wide", footer, children }: PublicFrameProps) {
  return (
    <div className={classNames("frame public", width === "slim" && "slim")}>
      <SkipLink />
      <header className="bar">
        <div className="wrap">
          <Link className="name" href={home}>
            {portalName} <small className="wide-only">{portalSubject}</small>
          </Link>
          {links.map(({ href, label, always }) => (
            <Link key={href} className={classNames("top", !always && "wide-only")} href={href}>
              {label}
            </Link>
          ))}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer lines={footer} />
    </div>
  );
}
