"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/Link";
import { Menu } from "@/components/ui/Menu";
import { Views } from "@/components/ui/Views";
import { findCurrent, type NavItem } from "./MainNav";

/** Navigation among the pages of one area of the desk, a line on the desk, a box on a phone; elsewhere it does not appear. */
export function AreaNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  const path = usePathname();
  const current = findCurrent(items, path);
  if (!current || items.length < 2) return null;
  return (
    <div className="wrap area-nav">
      <div className="wide-only">
        <Views label={label} views={items.map((item) => ({ key: item.href, label: item.label, count: item.count, current: item === current }))} href={(key) => key} />
      </div>
      <nav className="phone-only" aria-label={label}>
        <Menu key={path} align="start" label={`${label}：${current.label}`}>
          {items.map((item) => (
            <Link key={item.href} href={item.href} aria-current={item === current ? "page" : undefined}>{item.count ? `${item.label} ${item.count}` : item.label}</Link>
          ))}
        </Menu>
      </nav>
    </div>
  );
}
