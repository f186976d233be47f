import Link from "next/link";
import type { ReactNode } from "react";
import { PublicFrame } from "@/components/layout/PublicFrame";
import { footerLines } from "@/lib/services/settings/footer-lines";

const links = [
  { href: "/notices", label: "通知公告" },
  { href: "/guides", label: "办事指南" },
  { href: "/published-ratings", label: "好差评公示" },
  { href: "/verify", label: "许可证查验", always: true },
];

/** 不必登录的页面。 */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PublicFrame home="/login" links={links} footer={[...(await footerLines()), <Link key="ratings" className="link" href="/published-ratings">好差评公示</Link>]}>
      {children}
    </PublicFrame>
  );
}
