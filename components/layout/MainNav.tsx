"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/Link";

export type NavItem = {
  href: string;
  label: string;
  /** Other addresses that belong to this item. */
  also?: readonly string[];
  count?: number;
};

/** The main navigation; it marks the item whose address leads most closely to the page. */
export function MainNav({ items }: { items: readonly NavItem[] }) {
  const current = findCurrent(items, usePathname());
  return (
    <nav className="mainnav" aria-label="主导航">
      <div className="wrap">
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <Link href={item.href} aria-current={item === current ? "page" : undefined}>
                {item.label}
                {item.count ? <span className="count">{item.count}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/** The item with the longest address that is the path or stands above it. */
export function findCurrent(items: readonly NavItem[], path: string): NavItem | undefined {
  const length = (item: NavItem) =>
    Math.max(-1, ...[item.href, ...(item.also ?? [])].filter((href) => leadsTo(href, path)).map((href) => href.length));
  const [best] = [...items].sort((a, b) => length(b) - length(a));
  return best && length(best) >= 0 ? best : undefined;
}

function leadsTo(href: string, path: string): boolean {
  const [address = href] = href.split(/[?#]/);
  return path === address || path.startsWith(`${address}/`);
}
