import type { Metadata } from "next";
import { MessageList } from "@/components/application/MessageList";
import { NoticeList } from "@/components/notices/NoticeList";
import { ButtonLink } from "@/components/ui/Button";
import { Link } from "@/components/ui/Link";
import { PageHead } from "@/components/ui/PageHead";
import { Panel } from "@/components/ui/Panel";
import { requireEnterpriseActor } from "@/lib/auth/current-actor";
import { listMessages } from "@/lib/services/communication/messages";
import { listNotices } from "@/lib/services/communication/notices";
import { readMessageAction } from "./actions";

export const metadata: Metadata = { title: "消息" };

const NOTICES = 5;

/** 本企业的站内消息，新的在前。 */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const actor = await requireEnterpriseActor();
  const [{ rows, next }, notices] = await Promise.all([listMessages(actor, after), after ? undefined : listNotices(actor, { take: NOTICES })]);
  return (
    <div className="wrap stack">
      <PageHead title="消息" />
      <MessageList rows={rows} read={readMessageAction} />
      {next && (
        <p>
          <ButtonLink href={`/messages?after=${next}`}>更早的消息</ButtonLink>
        </p>
      )}
      {notices && (
        <Panel title="通知公告" aside={<Link className="link" href="/notices">全部</Link>}>
          <NoticeList notices={notices.rows} />
        </Panel>
      )}
    </div>
  );
}
