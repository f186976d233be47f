"use client";

import type { ReactNode } from "react";
import { HoverMenu } from "@/components/ui/HoverMenu";
import { Link } from "@/components/ui/Link";
import { portalName } from "@/lib/terms/portal";
import { AccountBox, type AccountLink, type SignOutAction } from "./AccountBox";
import { BarLink, type CountedLink } from "./EnterpriseFrame";
import { Footer } from "./Footer";
import { AreaNav } from "./AreaNav";
import { MainNav, type NavItem } from "./MainNav";
import { SearchForm } from "./SearchForm";
import { SkipLink } from "./SkipLink";

export type AdminFrameProps = {
  home: string;
  /** The officer's name and post. */
  person: { name: string; post?: string };
  /** Cases that wait for this officer; left out for those who handle none. */
  waiting?: CountedLink;
  /** Where the search form sends `q`; left out for those who may not read cases. */
  searchAction?: string;
  searchValue?: string;
  nav: readonly NavItem[];
  /** The pages of one area; shown as a second line on the pages that belong to it. */
  area?: { label: string; items: readonly NavItem[] };
  accountLinks?: readonly AccountLink[];
  signOut: SignOutAction;
  footer: readonly ReactNode[];
  children: ReactNode;
};

/** The officers' pages: the mark 内网, search over all cases, what waits, navigation by right. Nearly all of it is worked by hand, so it is sent once, as data. */
export function AdminFrame(props: AdminFrameProps) {
  const { home, person, waiting, searchAction, searchValue, nav, area, accountLinks = [], signOut, footer, children } = props;
  return (
    <div className="frame">
      <SkipLink />
      <header className="bar">
        <div className="wrap">
          <Link className="name" href={home}>
            {portalName} <span className="net">内网</span>
          </Link>
          {searchAction && <SearchForm action={searchAction} value={searchValue} />}
          {waiting && <BarLink href={waiting.href} label="待我处理" phoneLabel="待办" count={waiting.count} />}
          <HoverMenu label={<Person {...person} />} about="账号">
            <AccountBox links={accountLinks} signOut={signOut} />
          </HoverMenu>
        </div>
      </header>
      <MainNav items={nav} />
      {area && <AreaNav {...area} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer lines={footer} />
    </div>
  );
}

function Person({ name, post }: { name: string; post?: string }) {
  return (
    <span>
      {name} {post && <span className="wide-only">· {post}</span>}
    </span>
  );
}
