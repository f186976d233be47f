import type { ReactNode } from "react";
import { portalName, portalSubject } from "@/lib/terms/portal";
import { SkipLink } from "./SkipLink";

/** Where the links of these pages lead. */
export const start = "/";

/**
 * The frame of the pages for when something went wrong. Every page carries them along, so they are plain:
 * no script of their own, and links that load the next page whole.
 */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <div className="frame public">
      <SkipLink />
      <header className="bar">
        <div className="wrap">
          <a className="name" href={start}>
            {portalName} <small className="wide-only">{portalSubject}</small>
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
