import type { ReactNode } from "react";
import { PublicFrame, type PublicLink } from "@/components/layout/PublicFrame";
import { Link } from "@/components/ui/Link";
import { actorBeforePassword } from "@/lib/auth/current-actor";
import { footerLines } from "@/lib/services/settings/footer-lines";

const links = [
  { href: "/notices", label: "通知公告" },
  { href: "/guides", label: "办事指南" },
  { href: "/published-ratings", label: "好差评公示" },
  { href: "/verify", label: "许可证查验", always: true },
];

/** 登录着的人从这里回去；没登录的去登录页。 */
const homes = { enterprise: "/home", staff: "/admin" };

/** 不必登录的页面。 */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { kind } = await actorBeforePassword();
  const home = kind === "enterprise" || kind === "staff" ? homes[kind] : undefined;
  const back: PublicLink[] = home ? [{ href: home, label: "返回首页", always: true }] : [];
  return (
    <PublicFrame home={home ?? "/login"} links={[...back, ...links]} footer={[...(await footerLines()), <Link key="ratings" className="link" href="/published-ratings">好差评公示</Link>]}>
      {children}
    </PublicFrame>
  );
}
