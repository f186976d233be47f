import type { ReactNode } from "react";
import { HoverMenu } from "@/components/ui/HoverMenu";
import { Link } from "@/components/ui/Link";
import { portalName, portalSubject } from "@/lib/terms/portal";
import { AccountBox, type AccountLink, type SignOutAction } from "./AccountBox";
import { Footer } from "./Footer";
import { MainNav, type NavItem } from "./MainNav";
import { SkipLink } from "./SkipLink";

export type CountedLink = { href: string; count: number };

export type EnterpriseFrameProps = {
  enterpriseName: string;
  home: string;
  todos: CountedLink;
  messages: CountedLink;
  nav: readonly NavItem[];
  /** The page that changes the password; the name's box leads there. */
  passwordHref: string;
  /** Further links of the box, after 修改密码. */
  accountLinks?: readonly AccountLink[];
  signOut: SignOutAction;
  footer: readonly ReactNode[];
  /** Over the page: a notice that concerns every page. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The enterprise's pages: bar with what waits, navigation, page, footer. */
export function EnterpriseFrame(props: EnterpriseFrameProps) {
  const { enterpriseName, home, todos, messages, nav, passwordHref, accountLinks = [], signOut, footer } = props;
  const messageWords = messages.count > 0 ? `消息 ${messages.count}` : "消息";
  return (
    <div className="frame">
      <SkipLink />
      <header className="bar">
        <div className="wrap">
          <Link className="name" href={home}>
            {portalName} <small className="wide-only">{portalSubject} · 外网填报</small>
          </Link>
          <BarLink href={todos.href} label="待办" count={todos.count} />
          <span className="wide-only">
            <BarLink href={messages.href} label="消息" count={messages.count} />
          </span>
          <HoverMenu label={<AccountName name={enterpriseName} />} about="账号">
            <AccountBox
              phoneTitle={enterpriseName}
              links={[{ href: passwordHref, label: "修改密码" }, { href: messages.href, label: messageWords }, ...accountLinks]}
              signOut={signOut}
            />
          </HoverMenu>
        </div>
      </header>
      <MainNav items={nav} />
      <main id="main" tabIndex={-1}>
        {props.banner}
        {props.children}
      </main>
      <Footer lines={footer} />
    </div>
  );
}

/** A word of the bar with its count as text in a pill. */
export function BarLink({ href, label, phoneLabel, count }: { href: string; label: string; phoneLabel?: string; count: number }) {
  return (
    <Link className="top" href={href}>
      <span className={phoneLabel && "wide-only"}>{label}</span>
      {phoneLabel && <span className="phone-only">{phoneLabel}</span>} {count > 0 && <b>{count}</b>}
    </Link>
  );
}

function AccountName({ name }: { name: string }) {
  return (
    <>
      <span className="wide-only account-name">{name}</span>
      <span className="phone-only">账号</span>
    </>
  );
}
