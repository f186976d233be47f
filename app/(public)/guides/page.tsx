import type { Metadata } from "next";
import { Link } from "@/components/ui/Link";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { licensingBusinesses } from "@/lib/licensing/businesses";
import { businesses } from "@/lib/terms/businesses";

export const metadata: Metadata = { title: "帮助" };

/** 帮助：各业务的办事指南与常用去处。 */
export default function GuidesPage() {
  return (
    <div className="wrap stack">
      <PageHead title="帮助" />
      <Panel title="办事指南" flush>
        <ul className="biz">
          {Object.values(licensingBusinesses).map((business) => (
            <li key={business.code}>
              <Link className="t" href={`/guides/${business.code}`}>
                {businesses[business.code]}
              </Link>
              <span className="soft">{business.summary}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title="常用">
        <ul className="bullets">
          <li>
            <Link href="/notices">通知公告</Link>
          </li>
          <li>
            <Link href="/verify">许可证查验</Link>
          </li>
          <li>监督热线 12398（能源监管）</li>
        </ul>
      </Panel>
    </div>
  );
}
