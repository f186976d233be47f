import { Link } from "@/components/ui/Link";

export type AccountLink = { href: string; label: string };

export type SignOutAction = (form: FormData) => void | Promise<void>;

/** What the account's name opens: its pages and the way out. */
export function AccountBox({
  phoneTitle,
  links,
  signOut,
}: {
  /** The name itself, where the bar has no room for it. */
  phoneTitle?: string;
  links: readonly AccountLink[];
  signOut: SignOutAction;
}) {
  return (
    <>
      {phoneTitle && <p className="say phone-only">{phoneTitle}</p>}
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
      <form action={signOut}>
        <button type="submit">退出登录</button>
      </form>
    </>
  );
}
